import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publicationGaps, type BatchSurroundings } from '@shared/acts/batch-gaps'
import { holdConsultation } from '@shared/acts/consultation'
import { gapsOfValues, type ActionValues } from '@shared/acts/dossier-act'
import type { Gap } from '@shared/acts/act'
import { typedYear } from '@shared/lib/typed-year'
import { batchSchema, type Batch } from '@shared/domain/pilot'
import { createTranslator } from '@shared/messages/translate'
import { dayFaults, dayNames, type Days } from '@shared/workflow/day-order'
import type { StatusAction } from '@shared/workflow/status-actions'
import { batchId, day, dossierId, type FactsChange } from '../../helpers/facts'
import { acting } from './acting'
import { gapWords } from '@renderer/platform/gap-words'

const today = day('2012-06-01')
const t = createTranslator('zh-CN')
const said = (gaps: readonly Gap[]) => gaps.map((gap) => `${gap.field ?? ''} ${gapWords(gap, t)}`)

const typed = (action: StatusAction, values: ActionValues, change: FactsChange = {}) =>
  said(gapsOfValues(acting('piloting', change), action, values, today).filter(({ code }) => code !== 'needed'))

describe('the days of an act', () => {
  it.each<[string, StatusAction, ActionValues, string[]]>([
    [
      'a change that is completed after it was filed',
      'file-change',
      { on: '2012-03-01', completedOn: '2012-04-02', kind: 'member-left' },
      ['on 变更备案日期（2012-03-01）早于完成相关手续的日期（2012-04-02），请核对。'],
    ],
    [
      'a year mistyped by one',
      'revoke',
      { on: '2013-05-30', ground: '19.4', note: '示例' },
      ['on 撤销日期（2013-05-30）晚于今天（2012-06-01），请核对年月日。'],
    ],
    [
      'a hearing after the revocation',
      'revoke',
      { on: '2012-05-30', heardOn: '2012-05-31', ground: '19.4', note: '示例' },
      ['on 撤销日期（2012-05-30）早于告知并听取意见日期（2012-05-31），请核对。'],
    ],
    [
      'a revocation before there was a pilot',
      'revoke',
      { on: '2010-05-30', ground: '19.4', note: '示例' },
      ['on 撤销日期（2010-05-30）早于成文日期（2011-09-20），请核对。'],
    ],
    [
      'a report that is still to come',
      'receive-annual-report',
      { on: '2012-06-01', year: '2011', toBusinessOn: '2062-01-03', toPolicyOn: '2012-01-03' },
      [
        'on 办理日期（2012-06-01）早于报业务处室日期（2062-01-03），请核对。',
        expect.stringMatching(/^toBusinessOn .*晚于今天/u),
      ],
    ],
    [
      'the report of a year that is none of the pilot’s',
      'receive-annual-report',
      { on: '2012-06-01', year: '2062' },
      ['year 2062年度不在可填的年度之内（2011年至2012年），请核对。'],
    ],
    [
      'a year that is no year',
      'receive-annual-report',
      { on: '2012-06-01', year: '去年' },
      ['year 请填写四位年度，如 2026。'],
    ],
    ['a day that is none', 'evaluate', { on: '2012-02-30', result: 'qualified' }, ['on 请填写日期，如 2026-11-22。']],
    [
      'a document number of another year',
      'revoke',
      { on: '2012-05-30', ground: '19.4', note: '示例', noticeNo: '川科政〔2011〕3号' },
      ['noticeNo “川科政〔2011〕3号”的年份（2011）与日期（2012-05-30）不符，请核对。'],
    ],
    [
      'an application before the filing',
      'apply-pilot',
      { on: '2012-05-30', appliedOn: '2009-01-01', applicantUnitId: 'u1', hostDivisionId: 'd' },
      [expect.stringMatching(/^appliedOn 试点申请日期（2009-01-01）早于备案日期/u)],
    ],
    ['words that no record takes', 'file', { on: '2012-05-30', no: '号'.repeat(81) }, ['no 太长，最多 80 个字。']],
  ])('%s is named with both', (_, action, values, words) => {
    expect(typed(action, values)).toEqual(words)
  })

  it('takes a year as people type it', () => {
    expect(['2026', ' 2026年', '２０２６年度', '2026 年'].map(typedYear)).toEqual([2026, 2026, 2026, 2026])
    expect(['26', '2026-12', '二〇二六', ''].map(typedYear)).toEqual([null, null, null, null])
    expect(typed('receive-annual-report', { on: '2012-06-01', year: '2011年' })).toEqual([])
  })

  it('says nothing of a right one, and nothing of days on file that contradict each other', () => {
    const values = { on: '2012-03-01', completedOn: '2012-03-01', kind: 'member-left' }
    expect(typed('file-change', values)).toEqual([])
    expect(
      typed('file-change', values, { content: ({ filing }) => void (filing.submittedOn = day('2055-01-01')) }),
    ).toEqual([])
  })
})

const isLimit: ReadonlySet<string> = new Set(['today', 'three-months-on'])

describe('the table of days', () => {
  const days = fc
    .integer({ min: 0, max: 4000 })
    .map((n) => day(new Date(Date.UTC(2010, 0, 1 + n)).toISOString().slice(0, 10)))

  it('finds every day of a procedure that is moved before the one that it follows', () => {
    const chain = [
      'filed',
      'applied',
      'application-accepted',
      'business-opinion',
      'panel-opinion',
      'consultation',
    ] as const
    fc.assert(
      fc.property(fc.uniqueArray(days, { minLength: 6, maxLength: 6 }), fc.nat(5), fc.nat(5), (some, a, b) => {
        fc.pre(a < b)
        const sorted = some.toSorted()
        const onFile: Days = Object.fromEntries(chain.map((name, index) => [name, sorted[index]]))
        expect(dayFaults({ [chain[b]!]: sorted[b] }, onFile, null)).toEqual([])
        const [fault] = dayFaults({ [chain[b]!]: day('2009-12-31') }, onFile, null)
        // The nearest is named.
        expect(fault).toMatchObject({ kind: 'early', day: chain[b], than: chain[b - 1], thanOn: sorted[b - 1] })
      }),
    )
  })

  it('lets a meeting and a notice lie ahead, but not far, and nothing that is put on record', () => {
    const [now, soon, far] = [day('2012-06-01'), day('2012-08-31'), day('2013-06-01')]
    // What a notice sets for others lies as far ahead as it likes.
    const ofNotice: readonly string[] = ['window-from', 'window-to', 'extended-to']
    for (const name of ofNotice) expect(dayFaults({ [name]: far }, {}, now)).toEqual([])
    for (const name of dayNames.filter((one) => !isLimit.has(one) && !ofNotice.includes(one))) {
      expect(dayFaults({ [name]: now }, {}, now)).toEqual([])
      const isPlanned = /^(?:panel-held|notice-written|notice-printed|term-began|campaign-issued)$/u.test(name)
      expect(dayFaults({ [name]: soon }, {}, now)).toHaveLength(isPlanned ? 0 : 1)
      expect(dayFaults({ [name]: far }, {}, now)).toMatchObject([{ kind: 'late', on: far }])
      expect(dayFaults({ [name]: far }, {}, null)).toEqual([])
    }
  })

  it('never says that a day comes before itself, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...dayNames.filter((name) => !isLimit.has(name))), days),
        days,
        (typed, now) => {
          for (const { day: name, than, on, thanOn, kind } of dayFaults(typed, {}, now)) {
            expect(name).not.toBe(than)
            expect(kind === 'early' ? on < thanOn : on > thanOn).toBe(true)
          }
        },
      ),
    )
  })
})

describe('a meeting of the coordination group', () => {
  it('is not held before the opinion of a dossier that it settles, and names the dossier', () => {
    const dossier = acting('awaiting-consultation', {
      content: ({ alliance }) => void (alliance.name = '某某联盟'),
      proceedings: ({ panelOpinion }) => void (panelOpinion!.signedOn = day('2011-06-20')),
    })
    const draft = {
      heldOn: '2011-06-19',
      minutesNo: '川科纪〔2010〕1号',
      attendeeAgencyIds: [],
      decisions: { [dossierId]: { decision: 'deferred' as const, note: '示例' } },
    }
    const decided = holdConsultation(draft, [dossier], { by: '示例', today })
    expect(decided.ok ? [] : said(decided.error)).toEqual([
      'heldOn 某某联盟：会商日期（2011-06-19）早于专家组意见日期（2011-06-20），请核对。',
      'minutesNo “川科纪〔2010〕1号”的年份（2010）与日期（2011-06-19）不符，请核对。',
    ])
  })
})

describe('a batch and its notice', () => {
  const batch = (notice: Partial<Batch['notice']> = {}, part: Partial<Batch> = {}): Batch => ({
    ...batchSchema.parse({ id: batchId, year: 2012, seq: 1, dossierIds: [dossierId], notice: {} }),
    ...part,
    notice: { ...batchSchema.parse({ id: batchId, year: 2012, seq: 1, notice: {} }).notice, ...notice },
  })
  const dossier = (name: string, id = dossierId, divisionName = '高新处') =>
    ({
      ...acting('in-batch', {
        content: ({ alliance }) => void (alliance.name = name),
        proceedings: (draft) => {
          draft.consultation = { ...draft.consultation!, heldOn: day('2012-05-20') }
          draft.publication = null
          for (const opinion of draft.divisionOpinions) opinion.divisionName = divisionName
        },
      }).file,
      id,
    }) as BatchSurroundings['dossiers'][number]
  const gaps = (one: Batch, around: Partial<BatchSurroundings> = {}) =>
    said(publicationGaps(one, { dossiers: [dossier('某某联盟')], others: [], today, ...around }))

  it('is not dated before the consultation, nor printed before it is written, nor far ahead', () => {
    expect(gaps(batch({ writtenOn: day('2012-05-19') }))).toEqual([
      'writtenOn 某某联盟：成文日期（2012-05-19）早于会商日期（2012-05-20），请核对。',
    ])
    expect(gaps(batch({ writtenOn: day('2012-05-30'), printedOn: day('2012-05-29') }))).toEqual([
      'printedOn 印发日期（2012-05-29）早于成文日期（2012-05-30），请核对。',
    ])
    expect(gaps(batch({ writtenOn: day('2013-05-30') }))).toEqual([
      'writtenOn 成文日期（2013-05-30）晚于今天起三个月（2012-09-01），请核对年月日。',
    ])
    expect(gaps(batch({ writtenOn: day('2012-05-30'), printedOn: day('2012-06-02') }))).toEqual([])
  })

  it('has a number that is one, of the year of its day, and of no other batch', () => {
    const written = { writtenOn: day('2012-05-30') }
    expect(gaps(batch({ ...written, docNo: '27号' }))).toEqual([
      'docNo “27号”不是发文字号的写法，应如 川科高〔2026〕27号。',
    ])
    expect(gaps(batch({ ...written, docNo: '川科高〔2011〕27号' }))).toEqual([
      'docNo “川科高〔2011〕27号”的年份（2011）与日期（2012-05-30）不符，请核对。',
    ])
    const other = batch(
      { docNo: '川科高﹝2012﹞０２７号' },
      { id: '33333333-3333-4333-8333-33333333ffff' as never, seq: 2 },
    )
    expect(gaps(batch({ ...written, docNo: '川科高〔2012〕27号' }), { others: [other] })).toEqual([
      'docNo “川科高〔2012〕27号”已用于另一批次，请核对。',
    ])
    expect(gaps(batch({ writtenOn: day('2012-05-30') }, { year: 2010 }))).toEqual([
      'writtenOn 成文日期（2012-05-30）与批次年度（2010年）不符，请核对。',
    ])
  })

  it('has a number of its own and each dossier once', () => {
    const same = batch({}, { id: '33333333-3333-4333-8333-33333333ffff' as never })
    expect(gaps(batch(), { others: [same] })).toEqual(['seq “2012-1”已用于另一批次，请核对。'])
    expect(gaps(batch(), { others: [{ ...same, status: 'withdrawn' }] })).toEqual([])
    expect(gaps(batch({}, { dossierIds: [dossierId, dossierId] }))).toEqual([
      'dossierIds 同一件案卷列了两次：某某联盟。',
    ])
  })

  it('holds no sample beside a real alliance, and no name of nobody on a real notice', () => {
    const sampleId = '11111111-1111-4111-8111-11111111cccc' as typeof dossierId
    const both = { dossiers: [dossier('某某联盟'), dossier('示例联盟', sampleId)] }
    const issuers = [
      { agencyId: 'a', name: '四川省科学技术厅', isHost: true },
      { agencyId: 'b', name: '成员单位二（可编辑示例）', isHost: false },
    ]
    expect(gaps(batch({}, { dossierIds: [dossierId, sampleId] }), both)).toEqual([
      'dossierIds 示例案卷不能与真实案卷放在一起：示例联盟。',
    ])
    expect(gaps(batch({ issuers }))).toEqual([expect.stringContaining('成员单位二（可编辑示例）')])
    expect(gaps(batch({ issuers }), { dossiers: [dossier('示例联盟')] })).toEqual([])
    // Nor what a division of nobody sealed.
    expect(gaps(batch(), { dossiers: [dossier('某某联盟', dossierId, '业务处室一（示例）')] })).toEqual([
      expect.stringMatching(/^dossierIds .*业务处室一（示例）/u),
    ])
  })
})
