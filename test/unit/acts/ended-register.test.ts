import { describe, expect, it } from 'vitest'
import {
  draftOf,
  emptyEnding,
  endingGaps,
  registerEnding,
  strikeEnding,
  type EndingDraft,
  type EndingLine,
} from '@shared/acts/ended-register'
import { dossierContentHash } from '@shared/domain/dossier'
import { createTranslator } from '@shared/messages/translate'
import { assembleDossier } from '@shared/records/assemble-dossier'
import { foldDesk } from '@shared/records/desk-state'
import { rowsOfDossier } from '@shared/records/dossier-rows'
import { readGrid } from '@shared/tables/grid'
import { endingTable } from '@shared/tables/ending-table'
import { readTable } from '@shared/tables/read-table'
import { gapWords } from '@renderer/platform/gap-words'
import { buildFacts, check, day, dossierId } from '../../helpers/facts'
import { authorOf, PaperDesk } from '../../helpers/paper-desk'

const today = day('2026-11-22')
const t = createTranslator('zh-CN')
const typed = (part: Partial<EndingDraft> = {}): EndingDraft => ({
  ...emptyEnding,
  allianceName: '示例旧联盟',
  decidedOn: '2026-03-01',
  ground: '19.3',
  ...part,
})
const words = (draft: EndingDraft, lines: readonly EndingLine[] = []) =>
  endingGaps(draft, lines, today).map((gap) => `${gap.field ?? ''} ${gapWords(gap, t)}`)

function lineOf(draft: EndingDraft, lines: readonly EndingLine[] = [], id: string | null = null): EndingLine {
  const decided = registerEnding(draft, lines, { today, id })
  if (!decided.ok) throw new Error(decided.error.map((gap) => gapWords(gap, t)).join())
  const [action] = decided.value
  if (action?.type !== 'revocation.registered') throw new Error('no line')
  return action.payload as EndingLine
}

/** What R19-6 finds on a desk that has these lines, of the clean dossier asked for on a day within the bar. */
function found(lines: readonly EndingLine[]) {
  const { content } = buildFacts({
    content: ({ application, filing }) => {
      application.appliedOn = null
      filing.submittedOn = day('2026-11-01')
    },
  })
  const desk = new PaperDesk(authorOf(1))
  desk.write({
    type: 'dossier.saved',
    payload: {
      dossierId,
      version: 1,
      contentHash: dossierContentHash(content),
      regulationVersionId: '2010',
      receivedOn: null,
      note: '',
      content,
    },
  } as never)
  for (const payload of lines) desk.write({ type: 'revocation.registered', payload })
  const { file } = assembleDossier(dossierId, rowsOfDossier(foldDesk(desk.records), dossierId))!
  const { evidence } = check('R19-6', { ...buildFacts({ today: '2026-11-22' }), ...file })
  return evidence.map(({ level, key }) => `${level} ${key}`)
}

describe('a line of the register of revocations and endings', () => {
  it('names all that is missing, wrong or too long, each at its field', () => {
    expect(words(emptyEnding)).toEqual([
      'allianceName 请填写这一项。',
      'ground 请填写这一项。',
      'decidedOn 请填写日期，如 2026-11-22。',
    ])
    expect(words(typed({ decidedOn: '2062-03-01' }))).toEqual([
      'decidedOn 撤销日期（2062-03-01）晚于今天（2026-11-22），请核对年月日。',
    ])
    expect(words(typed({ memberNames: `示例甲\n${'长'.repeat(301)}` }))).toEqual(['memberNames 太长，最多 300 个字。'])
    expect(words(typed({ source: '川科政﹝2019﹞3号' }))).toEqual([
      'source “川科政﹝2019﹞3号”的年份（2019）与日期（2026-03-01）不符，请核对。',
    ])
  })

  it('is refused twice, under another dot and a former name as well, and not when it is corrected or was struck', () => {
    const line = lineOf(typed({ allianceName: '格瓦拉·示例联盟', formerNames: '示例原名联盟' }))
    for (const allianceName of ['格瓦拉•示例 联盟', '示例\u200b原名联盟']) {
      expect(words(typed({ allianceName }), [line])).toEqual([
        'allianceName 登记簿里已有“格瓦拉·示例联盟”同一天、同一事由的一条，请核对。',
      ])
    }
    expect(lineOf(typed({ allianceName: '格瓦拉·示例联盟' }), [line], line.id).id).toBe(line.id)
    const struck = strikeEnding(line, '登记错了（示例）')
    const after = struck.ok ? (struck.value[0]!.payload as EndingLine) : line
    expect(after.revocation.struck).toBe('登记错了（示例）')
    expect(words(typed({ allianceName: '格瓦拉·示例联盟' }), [after])).toEqual([])
    expect(strikeEnding(line, ' ')).toMatchObject({ ok: false, error: [{ code: 'needed' }] })
  })

  it('comes back into the form as it was typed', () => {
    const draft = typed({
      formerNames: '示例甲\n示例乙',
      memberNames: '示例丙',
      leadUnitName: '示例丁',
      source: '示例文',
    })
    expect(draftOf(lineOf(draft).revocation)).toEqual(draft)
    expect(draftOf(lineOf({ ...draft, ground: 'ended' }).revocation).ground).toBe('ended')
  })
})

describe('what the office entered', () => {
  const name = buildFacts().content.alliance.name
  it.each([
    ['the name', { allianceName: name }],
    ['a former name', { allianceName: '示例别名联盟', formerNames: name }],
    ['full width and characters that nobody sees', { allianceName: `\u2060${name.replace('示例', '示\u200d例 ')}` }],
    [
      'chair unit and members',
      { allianceName: '示例另一联盟', leadUnitName: '示例甲有限公司', memberNames: '示例甲有限公司、示例乙大学' },
    ],
  ])('bars the same alliance, found by %s', (_, part) => {
    expect(found([lineOf(typed(part))])).toEqual(
      expect.arrayContaining(['hint suspectedSameAlliance', 'contrary barredUntil']),
    )
  })

  it('without a revocation is only alike, and struck it is nothing', () => {
    const ended = found([lineOf(typed({ allianceName: name, ground: 'ended' }))])
    expect(ended).toContain('fact endedOn')
    expect(ended.join()).not.toContain('barredUntil')
    const line = lineOf(typed({ allianceName: name }))
    expect(found([{ ...line, revocation: { ...line.revocation, struck: '示例' } }])).toEqual([])
  })
})

describe('a pasted table of endings', () => {
  it('is read by its heads, and what is no day or no ground is told', () => {
    const reading = readTable(
      readGrid(
        '联盟名称\t曾用名\t牵头单位\t撤销日期\t事由\t文号\n示例甲联盟\t示例旧名\t示例公司\t2015年3月1日\t第十九条第四项\t川科〔2015〕3号\n示例乙联盟\t\t\t去年\t到期\t\n',
      ),
      endingTable,
    )
    expect(reading.rows.map(({ values }) => values)).toEqual([
      {
        allianceName: '示例甲联盟',
        formerNames: '示例旧名',
        leadUnitName: '示例公司',
        decidedOn: '2015-03-01',
        ground: '19.4',
        source: '川科〔2015〕3号',
      },
      { allianceName: '示例乙联盟' },
    ])
    expect(reading.notes.filter(({ kind }) => kind === 'unread-cell')).toHaveLength(2)
  })
})
