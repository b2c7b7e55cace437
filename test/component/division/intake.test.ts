// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { CalendarDate } from '@shared/domain/date'
import { dossierContentHash, dossierFormat } from '@shared/domain/dossier'
import { proceedingsSchema } from '@shared/domain/proceedings'
import type { AssembledDossier } from '@shared/records/assemble-dossier'
import { saveDossier } from '@shared/acts/save-dossier'
import { statusOfFile, actionsOfDossierFile } from '@shared/acts/take-dossier-file'
import { readDossierFile } from '@renderer/features/dossiers/dossiers-actions'
import { valueAt, withValueAt } from '@renderer/features/intake/form-path'
import { checkContent, emptyContent } from '@renderer/features/intake/intake-actions'
import { suggestedMaterial } from '@renderer/features/intake/material-suggestion'
import { dayContradictions } from '@renderer/features/intake/intake-days'
import { createTranslator } from '@shared/messages/translate'
import { memberOf, newSignature } from '@renderer/features/intake/tables/rows-taken'
import { newDossierId } from '@renderer/platform/ids'
import { typedDay } from '@renderer/ui/typed-day'

const today = '2026-11-22' as CalendarDate
const act = { today, by: '陈守玉（示例）', note: '按表录入' }
const named = (name: string) => withValueAt(emptyContent(), 'alliance.name', name)

const present = (content = named('示例联盟'), status: AssembledDossier['status'] = 'accepted'): AssembledDossier => ({
  file: {
    format: dossierFormat,
    id: newDossierId(),
    version: 3,
    regulationVersionId: '2010',
    content,
    proceedings: proceedingsSchema.parse({}),
  },
  contentHash: dossierContentHash(content),
  status,
  staleOpinionIds: [],
  sealing: null,
  versions: [],
  rounds: [],
  nextOpinionVersion: 1,
  standings: [],
})

describe('the form of a dossier', () => {
  it('asks for nothing but the name of the alliance', () => {
    const empty = checkContent(emptyContent())
    expect(empty.ok ? [] : [...empty.error]).toEqual([['alliance.name', 'intake.error.empty']])
    expect(checkContent(named('示例联盟')).ok).toBe(true)
  })

  it('says beside the field which day is no day', () => {
    const checked = checkContent(withValueAt(named('示例联盟'), 'agreement.signedOn', '2025年5月'))
    expect(checked.ok ? [] : [...checked.error]).toEqual([['agreement.signedOn', 'intake.error.date']])
  })

  it('takes a field that was emptied again for one that nobody has touched', () => {
    const member = { ...memberOf({ fullName: '示例公司', kind: 'enterprise' }, 'u-1'), creditCode: '', parentUnit: ' ' }
    const task = { id: 't-1', name: '示例任务', nature: 'other', chainLink: 'research', leadUnitId: null, unitIds: [] }
    const content = withValueAt(withValueAt(named('示例联盟'), 'members', [member]), 'tasks', [
      { ...task, startMonth: '', endMonth: '', indicators: '', annualPlan: '', fundFen: 0 },
    ])
    const checked = checkContent(content)
    expect(checked.ok ? [checked.value.members[0], checked.value.tasks[0]] : [...checked.error]).toMatchObject([
      { creditCode: null, parentUnit: null },
      { startMonth: null, endMonth: null },
    ])
  })

  it('names the two days that contradict each other beside the later one, while one types', () => {
    const t = createTranslator('zh-CN')
    const typed = (path: string, value: unknown, from = named('示例联盟')) => withValueAt(from, path, value)
    const of = (content: ReturnType<typeof named>) => [...dayContradictions(content, today, t)]
    const signed = typed('agreement.signedOn', '2026-05-01')
    expect(of(signed)).toEqual([])
    expect(of(typed('agreement.effectiveOn', '2025-05-01', signed))).toEqual([
      ['agreement.effectiveOn', '协议生效日期（2025-05-01）早于协议签署日期（2026-05-01），请核对。'],
    ])
    expect(of(typed('agreement.signedOn', '2062-05-01'))).toEqual([
      ['agreement.signedOn', '协议签署日期（2062-05-01）晚于今天（2026-11-22），请核对年月日。'],
    ])
    expect(of(typed('agreement.effectiveOn', '2026年', signed))).toEqual([])
    const member = { ...memberOf({ fullName: '示例公司' }, 'u-1'), joinedOn: '2026-03-02', leftOn: '2026-03-01' }
    expect(of(typed('members', [member]))).toEqual([
      ['members.0.leftOn', '退出日期（2026-03-01）早于加入日期（2026-03-02），请核对。'],
    ])
  })

  it('changes one place and leaves the objects beside the way there as they were', () => {
    const before = named('示例联盟')
    const after = withValueAt(before, 'funds.supervision', '监事会')
    expect(valueAt(after, 'funds.supervision')).toBe('监事会')
    expect(after.plan).toBe(before.plan)
    expect(before.funds.supervision).toBe('')
  })

  it('makes the next version only if something changed', () => {
    const saved = present()
    expect(saveDossier(saved.file.id, saved.file.content, saved, act)).toEqual([])
    const actions = saveDossier(saved.file.id, named('示例联盟（更名后）'), saved, act)
    expect(actions.map((action) => action.type)).toEqual(['dossier.saved'])
    expect(actions[0]!.payload).toMatchObject({ version: 4 })
  })
})

describe('a row of a pasted table', () => {
  it('says of nobody what the table does not say', () => {
    const content = withValueAt(named('示例联盟'), 'members', [memberOf({ fullName: '示例公司' }, 'u-1')])
    expect(content.members[0]).toMatchObject({ fullName: '示例公司', independentLegalPerson: null, contributionFen: 0 })
    const checked = checkContent(content)
    expect(checked.ok ? [] : [...checked.error]).toEqual([['members.0.kind', 'intake.error.choose']])
  })
})

describe('what is wrong in a form', () => {
  it.each([
    ['agreement.signatures', [newSignature('')], 'agreement.signatures.0.unitId', 'intake.error.choose'],
    ['agreement.signatures', [newSignature('u-1')], 'agreement.signatures.0.signer', 'intake.error.empty'],
    ['agreement.signatures', [newSignature('u-1')], 'agreement.signatures.0.capacity', 'intake.error.choose'],
    ['plan.division', [{ unitId: '', work: '' }], 'plan.division.0.unitId', 'intake.error.choose'],
    ['agreement.liableBody', { kind: 'member', unitId: '' }, 'agreement.liableBody.unitId', 'intake.error.choose'],
    ['agreement.signedOn', '2026年', 'agreement.signedOn', 'intake.error.date'],
    ['alliance.shortName', '长'.repeat(101), 'alliance.shortName', 'intake.error.tooLong'],
    ['agreement.clauses.goals', { number: '一', page: 0 }, 'agreement.clauses.goals.page', 'intake.error.page'],
    [
      'funds.injections',
      [{ source: 'member', amountFen: Number.NaN, receivedOn: '2026-01-02', evidenceMaterialId: null }],
      'funds.injections.0.amountFen',
      'intake.error.amount',
    ],
  ])('in %s is said in the words of the field', (path, value, place, error) => {
    const checked = checkContent(withValueAt(named('示例联盟'), path, value))
    expect(checked.ok ? undefined : checked.error.get(place)).toBe(error)
  })
})

describe('a day as people type it', () => {
  it.each(['2026-3-1', '2026.03.01', '2026/3/1', '20260301', '２０２６年３月１日', ' 2026年3月1日 '])(
    'reads %s',
    (typed) => {
      expect(typedDay(typed)).toBe('2026-03-01')
    },
  )

  it('gives back what is no day, so that nothing typed is lost', () => {
    expect(typedDay('去年春天')).toBe('去年春天')
  })

  it('never changes a day that is written out', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2199-12-31') }),
        (date) => {
          const day = date.toISOString().slice(0, 10)
          expect(typedDay(day)).toBe(day)
        },
      ),
    )
  })
})

describe('a file name suggests which material it is', () => {
  it.each([
    ['川钒联盟备案申请表.pdf', 'filing-form'],
    ['联盟协议书（签署页齐）.pdf', 'agreement'],
    ['组建必要性说明.pdf', 'necessity'],
    ['经费管理办法.pdf', 'funds-rule'],
    ['银行回单.pdf', 'funds-proof'],
    ['扫描0001.pdf', 'other'],
    ['02-agreement.pdf', 'agreement'],
    ['01 Filing form (signed).pdf', 'filing-form'],
    ['Power of Attorney.pdf', 'proxy'],
    ['附件2.pdf', 'agreement'],
    ['材料三.pdf', 'necessity'],
    ['3.pdf', 'necessity'],
    ['7.pdf', 'other'],
    ['001.pdf', 'filing-form'],
    ['附件02.pdf', 'agreement'],
    ['Annex 3.pdf', 'necessity'],
    ['0123.pdf', 'other'],
    ['Application for filing.pdf', 'filing-form'],
    ['03. Statement of necessity (final).pdf', 'necessity'],
    ['Strategic Alliance for Titanium - Agreement v2.pdf', 'agreement'],
    ['Proof of paid-in contribution.pdf', 'funds-proof'],
    ['5-Business Licenses of members.pdf', 'business-licences'],
    ['某某产业技术创新战略联盟协议.pdf', 'agreement'],
  ] as const)('%s', (name, code) => {
    expect(suggestedMaterial(name)).toBe(code)
  })

  it('after the names of the alliance and its members are taken out', () => {
    const names = ['示例战略资源联盟', '示例规划研究院']
    expect(suggestedMaterial('示例战略资源联盟-协议书.pdf', names)).toBe('agreement')
    expect(suggestedMaterial('示例规划研究院 营业执照.pdf', names)).toBe('business-licences')
    expect(suggestedMaterial('示例战略资源联盟战略规划.pdf', names)).toBe('strategy-plan')
    expect(suggestedMaterial('示例战略资源联盟 2.pdf', names)).toBe('agreement')
  })
})

describe('a dossier that comes as a file', () => {
  const { file } = present()

  it('is refused with the path of an unknown field', () => {
    const read = readDossierFile(JSON.stringify({ ...file, content: { ...file.content, 颜色: '红' } }))
    expect(read).toMatchObject({
      ok: false,
      error: { kind: 'wrong-fields', path: 'content.颜色', issue: { code: 'unrecognized_keys' } },
    })
  })

  it('is refused with the path of a wrong field', () => {
    const read = readDossierFile(JSON.stringify(withValueAt(file, 'content.filing.filedOn', '昨天')))
    expect(read.ok ? null : read.error).toMatchObject({ kind: 'wrong-fields', path: 'content.filing.filedOn' })
  })

  it('is refused when it is no JSON', () => {
    expect(readDossierFile('%PDF-1.7')).toEqual({ ok: false, error: { kind: 'not-json' } })
  })

  it('stands where its own acts carry it, and no further', () => {
    expect(statusOfFile(file)).toBe('draft')
    expect(statusOfFile(withValueAt(file, 'content.filing.filedOn', '2026-03-01'))).toBe('filed')
    expect(statusOfFile(withValueAt(file, 'content.application.appliedOn', '2026-09-01'))).toBe('pilot-applied')
  })

  it('changes nothing when the desk has the very content', () => {
    expect(actionsOfDossierFile(file, present(file.content), act)).toEqual([])
  })

  it('brings no opinion of anybody: those come signed, in bundles', () => {
    const actions = actionsOfDossierFile(file, null, act)
    expect(actions.map((action) => action.type)).toEqual(['dossier.saved'])
  })
})
