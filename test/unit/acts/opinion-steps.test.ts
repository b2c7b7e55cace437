import { describe, expect, it } from 'vitest'
import { changeItem, emptyDraft, opinionOfDraft, remarksOn, type OpinionDraft } from '@shared/acts/expert-opinion'
import { addStep, placeOfStep, takeBack, type OpinionStep } from '@shared/acts/opinion-steps'
import type { EvidencePin } from '@shared/domain/judgement'

const about = { dossierHash: 'a'.repeat(64), dossierVersion: 1 }
const empty = emptyDraft(about)
const pin: EvidencePin = {
  materialId: 'm1',
  materialTitle: '联盟协议书（示例）',
  sha256: 'b'.repeat(64),
  page: 3,
  quote: '各方代表签字',
  region: null,
}
const step = (from: OpinionDraft, to: OpinionDraft, at: number): OpinionStep => ({ from, to, at })

describe('steps of an opinion', () => {
  it('grow together while one types in one text, and no further', () => {
    const one = changeItem(empty, 'C9-1', { reason: '成' })
    const two = changeItem(one, 'C9-1', { reason: '成员' })
    const judged = changeItem(two, 'C9-1', { verdict: 'conforms' })
    const later = changeItem(judged, 'C9-1', { reason: '成员齐全' })
    const steps = [step(empty, one, 0), step(one, two, 300), step(two, judged, 500), step(judged, later, 900)].reduce<
      readonly OpinionStep[]
    >(addStep, [])
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [empty, two],
      [two, judged],
      [judged, later],
    ])
  })

  it('are none where typing comes back to where it began', () => {
    const one = changeItem(empty, 'C9-1', { reason: '成' })
    expect(addStep(addStep([], step(empty, one, 0)), step(one, empty, 200))).toEqual([])
  })

  it('take back a verdict or a pin of another criterion and leave what came since', () => {
    const judged = changeItem(empty, 'C12-1', { verdict: 'conforms', evidence: [pin] })
    const written = changeItem(judged, 'C9-5', { reason: '规划完整' })
    const back = takeBack(written, step(empty, judged, 0))
    expect(back.items['C12-1']).toEqual(empty.items['C12-1'])
    expect(back.items['C9-5'].reason).toBe('规划完整')
    expect(placeOfStep(step(empty, judged, 0))).toBe('C12-1')
  })

  it('do again what was taken back', () => {
    const judged = changeItem(empty, 'C12-1', { verdict: 'conforms' })
    const done = step(empty, judged, 0)
    const again = takeBack(takeBack(judged, done), { from: done.to, to: done.from })
    expect(again).toEqual(judged)
  })
})

describe('a criterion that a supplement touched', () => {
  const owed: OpinionDraft = {
    ...empty,
    items: { ...empty.items, 'C9-4': { verdict: 'conforms', reason: '已运行一年', evidence: [], looked: about } },
  }

  it('blocks the sealing until a person judged it again', () => {
    const blocking = (draft: OpinionDraft) =>
      remarksOn(draft, about, () => '').filter(({ code, blocks }) => code === 'not-looked-at' && blocks)
    expect(blocking(owed)).toEqual([{ code: 'not-looked-at', blocks: true, criterionId: 'C9-4' }])
    expect(blocking(changeItem(owed, 'C9-4', { reason: '只改理由' }))).toHaveLength(1)
    expect(blocking(changeItem(owed, 'C9-4', { verdict: 'conforms' }))).toEqual([])
  })

  it('is in no opinion, whatever the screen lets through', () => {
    const whole = Object.fromEntries(
      Object.keys(owed.items).map((id) => [id, { verdict: 'conforms', reason: '理由', evidence: [] }]),
    ) as unknown as OpinionDraft['items']
    const ready: OpinionDraft = { ...owed, items: whole, overall: '总体', vote: 'agree' }
    const sealing = {} as Parameters<typeof opinionOfDraft>[1]
    expect(opinionOfDraft(ready, sealing)).not.toBeNull()
    const touched = { ...ready, items: { ...whole, 'C9-4': { ...whole['C9-4'], looked: about } } }
    expect(opinionOfDraft(touched, sealing)).toBeNull()
  })
})

describe('quiet hints', () => {
  const hints = (draft: OpinionDraft, more = {}) =>
    remarksOn(draft, { ...about, ...more }, () => '')
      .filter(({ blocks }) => !blocks)
      .map(({ code }) => code)
  const against = changeItem(empty, 'C9-1', { verdict: 'does-not-conform', evidence: [pin] })

  it('tell a vote that goes against the verdicts, either way', () => {
    expect(hints({ ...against, vote: 'agree' })).toContain('vote-against-verdicts')
    expect(hints({ ...against, vote: 'abstain' })).not.toContain('vote-against-verdicts')
    const conforming = Object.keys(empty.items).reduce(
      (draft, id) => changeItem(draft, id as 'C9-1', { verdict: 'conforms' }),
      empty,
    )
    expect(hints({ ...conforming, vote: 'disagree' })).toContain('vote-against-verdicts')
    expect(hints({ ...conforming, vote: 'agree' })).not.toContain('vote-against-verdicts')
  })

  it('tell two criteria that draw the opposite from the same words', () => {
    const both = changeItem(against, 'C12-1', { verdict: 'conforms', evidence: [{ ...pin, quote: '各方代表 签字。' }] })
    expect(hints(both)).toContain('contradicts')
    expect(hints(changeItem(both, 'C12-1', { verdict: 'cannot-tell' }))).not.toContain('contradicts')
  })

  it('tell a day that is over and a pin on a file that is there no longer', () => {
    const day = (on: string) => ({ dueOn: '2026-11-30', today: on }) as object
    expect(hints(against, day('2026-12-01'))).toContain('overdue')
    expect(hints(against, day('2026-11-30'))).not.toContain('overdue')
    expect(hints(against, { files: [{ sha256: 'c'.repeat(64) }] })).toContain('text-changed')
    expect(hints(against, { files: [pin] })).not.toContain('text-changed')
  })
})
