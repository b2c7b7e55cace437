import { describe, expect, it } from 'vitest'
import { composePanelMinutes } from '@shared/documents/panel-minutes'
import { composeTallySheet } from '@shared/documents/panel-papers'
import { calendarDateSchema } from '@shared/domain/date'
import { commitmentCode } from '@shared/domain/opinion-commitment'
import type { SealingRound } from '@shared/domain/sealing-round'
import { textOfGood } from './good-text'
import { panelOpinionFacts } from './panel-review'

const day = (text: string) => calendarDateSchema.parse(text)
const words = { chairedBy: '王示例', recordedBy: '李示例', observers: '', hearing: '汇报。', discussion: '讨论。' }
const facts = panelOpinionFacts()
const [first, second, third] = facts.panel.members.map(({ expertId }) => expertId)
const names = facts.panel.experts.map(({ name }) => name)
const hash = 'f6143480eefa1e7514287b2da9ae51729a711f7b8bcd4d3007af661a67a2d47e'
const promise = {
  version: 1,
  commitment: hash,
  committedOn: day('2026-11-20'),
  outcome: 'kept',
  isLate: false,
} as const

const round: SealingRound = {
  openings: [{ on: day('2026-11-22'), by: '陈守玉（示例）' }],
  experts: [
    {
      expertId: first!,
      promises: [promise],
      changes: [{ from: 1, to: 2, parts: 3, isAfterOpening: true }],
    },
    { expertId: second!, promises: [{ ...promise, outcome: 'differs', isLate: true }], changes: [] },
    { expertId: third!, promises: [], changes: [] },
  ],
}

describe.each([
  ['评审会议记录', (sealing: SealingRound | null) => composePanelMinutes({ ...facts, words, sealing })],
  ['综合审核表决统计表', (sealing: SealingRound | null) => composeTallySheet({ ...facts, sealing })],
])('hashes sent ahead, in %s', (_, compose) => {
  it('stand with their codes, the day, what became of them, the opening and later changes', () => {
    const text = textOfGood(compose(round))
    expect(text).toContain('会上同时开封。2026年11月22日由陈守玉（示例）开封。')
    expect(text).toContain(`${names[0]!} | 第1版 | ${commitmentCode(hash)} | 2026-11-20 | 与意见相符`)
    expect(text).toContain(`${names[1]!} | 第1版 | ${commitmentCode(hash)} | 2026-11-20 | 与意见不符，开封后才送到`)
    expect(text).toContain(`${names[2]!} | — | — | — | 没有先送哈希值`)
    expect(text).toContain(`封存后修改意见：${names[0]!}的意见由第1版改为第2版，修改3处（开封后）。`)
  })

  it('say that they wait where nobody has opened them, and that nothing was changed', () => {
    const waiting = { ...promise, outcome: 'awaited' } as const
    const text = textOfGood(
      compose({ openings: [], experts: [{ expertId: first!, promises: [waiting], changes: [] }] }),
    )
    expect(text).toContain('会上同时开封。尚未开封。')
    expect(text).toContain('意见尚未送到')
    expect(text).toContain('封存后没有修改意见。')
  })

  it('are not spoken of where a panel did not work so', () => {
    expect(textOfGood(compose(null))).not.toMatch(/封存码|开封|哈希/u)
  })
})
