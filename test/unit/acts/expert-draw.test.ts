import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerDraw, drawExperts, emptyDraw, type DrawDraft } from '@shared/acts/expert-draw'
import { drawRecordPaper, panelOfficePapers } from '@shared/documents/catalogue-panel'
import { drawnOrder, expertDrawSchema, seatedOf } from '@shared/domain/expert-draw'
import type { CalendarDate } from '@shared/domain/date'
import { expertSchema, panelSchema } from '@shared/domain/panel'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { labels, textOfGood } from '../documents/good-text'

const expertId = (index: number) => `30000000-0000-4000-8000-${String(index).padStart(12, '0')}`
const roster = Array.from({ length: 9 }, (_, index) =>
  expertSchema.parse({ id: expertId(index), name: `专家${index}`, unitName: '示例单位', specialty: 'law' }),
)
const panel = panelSchema.parse({
  ...{ id: '10000000-0000-4000-8000-000000000001', title: '示例评审会', heldOn: '2026-03-20', place: '示例地点' },
  dossierIds: [],
  experts: roster.slice(0, 3),
  members: roster.slice(0, 3).map(({ id }) => ({ expertId: id })),
})
const said = { by: '抽取人', today: '2026-03-10' as CalendarDate, id: 'd1' }
const draft: DrawDraft = { ...emptyDraw, drawnOn: '2026-03-10', wanted: 3, seed: 'seed-2026', supervisedBy: '监督人' }
const codes = (part: Partial<DrawDraft>) => {
  const decided = drawExperts(panel, { ...draft, ...part }, roster, said)
  return decided.ok ? [] : decided.error.map(({ field, code }) => [field, code])
}
const drawn = () => {
  const decided = drawExperts(panel, draft, roster, said)
  if (!decided.ok) throw new Error('refused')
  return expertDrawSchema.parse((decided.value[0]!.payload as { readonly draw: unknown }).draw)
}

describe('a drawing of experts', () => {
  it('comes to the same order from the same seed, in whatever order the pool is given, and to another from another', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(drawn().pool, { minLength: 9 }), fc.string({ minLength: 1 }), (pool, seed) => {
        expect(drawnOrder(seed, pool)).toEqual(drawnOrder(seed, drawn().pool))
        expect(new Set(drawnOrder(seed, pool))).toEqual(new Set(pool))
      }),
    )
    // By a hash that anybody has: printf 'seed-2026\\n30000000-…' | sha256sum.
    expect(drawnOrder('seed-2026', drawn().pool)).not.toEqual(drawnOrder('seed-2027', drawn().pool))
  })

  it('puts everybody first about as often as anybody else', () => {
    const first = new Map<string, number>()
    for (let seed = 0; seed < 900; seed += 1) {
      const id = drawnOrder(`seed-${seed}`, drawn().pool)[0]!.expertId
      first.set(id, (first.get(id) ?? 0) + 1)
    }
    expect(first.size).toBe(9)
    for (const count of first.values()) expect(count).toBeGreaterThan(50)
  })

  it('says what it lacks', () => {
    expect(codes({ drawnOn: null, wanted: null, seed: 'kurz', supervisedBy: '' })).toEqual([
      ['drawnOn', 'needed'],
      ['wanted', 'needed'],
      ['seed', 'draw-seed'],
      ['supervisedBy', 'needed'],
    ])
    expect(codes({ supervisedBy: ' 抽取人 ', wanted: 10 })).toEqual([
      ['wanted', 'draw-pool-small'],
      ['supervisedBy', 'draw-one-person'],
    ])
  })

  it('gives the place of whoever cannot come, with a reason, to the next in the order', () => {
    const draw = drawn()
    const before = seatedOf(draw)
    const [out] = before.seated
    const answer = { expertId: out!.expertId, outcome: 'declined', reason: '' }
    expect(answerDraw('d1', draw, answer)).toMatchObject({ error: [{ field: 'reason', code: 'needed' }] })
    const decided = answerDraw('d1', draw, { ...answer, reason: '出差（示例）' })
    expect(decided.ok).toBe(true)
    const after = seatedOf({
      ...draw,
      answers: [{ expertId: out!.expertId, outcome: 'declined', reason: '出差（示例）' }],
    })
    expect(after.seated).toEqual([...before.seated.slice(1), before.standBy[0]])
    expect(answerDraw('d1', draw, { ...answer, expertId: expertId(99), outcome: 'accepted' }).ok).toBe(false)
  })
})

describe('papers of the office around a panel', () => {
  const facts = {
    ...{ createdAt: '2026-03-10T00:00:00Z', panel, allianceNames: ['示例甲联盟', '示例乙联盟'] },
    settings: defaultOfficeSettings(),
  }
  const typed = { startTime: '9:00', minutes: '25', persons: '3', contact: '示例处 王示例', issuedOn: '2026-03-10' }
  const find = (kind: string) => panelOfficePapers.find((paper) => paper.kind === kind)!

  it('say the order of the hearing by the clock, and cite no article', () => {
    const text = textOfGood(find('hearing-notice').compose(facts, typed, ''))
    expect(text).toContain('9:25—9:50')
    expect(text).toContain('按评审工作规则')
    for (const paper of panelOfficePapers) expect(textOfGood(paper.compose(facts, typed, ''))).not.toMatch(/第.+条/u)
  })

  it('leave identity, bank, amounts and signature to the pen', () => {
    const composed = find('fee-sheet').compose(facts, {}, '')
    const [table] = composed.ok ? composed.value.blocks.filter((block) => block.kind === 'table') : []
    expect(table?.rows).toHaveLength(3)
    for (const row of table!.rows) expect(row.slice(3).every((cell) => Array.isArray(cell))).toBe(true)
  })

  it('name what is missing, and refuse a time that is none', () => {
    expect(labels(find('panel-invitation').compose(facts, {}, ''))).toEqual([
      '开始时间（如 9:00）',
      '联系人和联系方式',
      '文书日期',
    ])
    expect(labels(find('hearing-notice').compose(facts, { ...typed, startTime: '25:00', minutes: 'x' }, ''))).toEqual([
      '开始时间（如 9:00）',
      '每个联盟的答辩时间（分钟）',
    ])
  })

  it('print the seed and who stands by', () => {
    const text = textOfGood(drawRecordPaper.compose({ ...facts, draw: drawn() }, {}, ''))
    expect(text).toContain('随机种子：seed-2026。')
    expect(text).toContain('候补')
  })
})
