import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeTally, countedOpinions, majorityReached } from '@shared/domain/tally'
import { buildFacts, dossierId, recuse, type FactsChange } from '../../helpers/facts'

type Draft = Parameters<NonNullable<FactsChange['proceedings']>>[0]
const proceedings = (change: (draft: Draft) => void): FactsChange => ({ proceedings: change })

const absent = (draft: Draft, ...numbers: number[]) => {
  for (const number of numbers) draft.panel!.members[number - 1]!.present = false
}

const votes = (draft: Draft, ...wanted: ('agree' | 'disagree' | 'abstain')[]) =>
  wanted.forEach((vote, index) => (draft.expertOpinions[index]!.vote = vote))

describe('work rule: the tally of votes', () => {
  const tallyOf = (change: FactsChange) => {
    const { panel, recusalDecisions, expertOpinions } = buildFacts(change).proceedings
    return computeTally(panel!, dossierId, recusalDecisions, expertOpinions)
  }

  it('counts the votes of those present and not recused', () => {
    const change = proceedings((draft) => {
      votes(draft, 'agree', 'disagree', 'abstain', 'disagree')
      recuse(draft, 4)
      absent(draft, 5)
      draft.expertOpinions.pop()
    })
    expect(tallyOf(change)).toEqual({
      invited: 7,
      present: 6,
      recused: 1,
      agree: 2,
      disagree: 1,
      abstain: 1,
      missing: 1,
    })
  })

  it('takes the latest version of an opinion, whatever the order they came in', () => {
    const change = (first: number, second: number) =>
      proceedings((draft) => {
        const opinion = draft.expertOpinions[0]!
        draft.expertOpinions = [
          { ...opinion, version: first, vote: first === 2 ? 'disagree' : 'agree' },
          { ...opinion, version: second, vote: second === 2 ? 'disagree' : 'agree' },
        ]
      })
    expect(tallyOf(change(1, 2)).disagree).toBe(1)
    expect(tallyOf(change(2, 1)).disagree).toBe(1)
  })

  it('leaves out votes of strangers, of other panels and of other dossiers', () => {
    const { panel, expertOpinions } = buildFacts().proceedings
    const other = '55555555-5555-4555-8555-555555555555' as never
    const stray = [
      { ...expertOpinions[0]!, expertId: other },
      { ...expertOpinions[0]!, panelId: other },
      { ...expertOpinions[0]!, dossierId: other },
    ]
    expect(countedOpinions(panel!, dossierId, [], stray)).toEqual([])
  })

  it('always adds up to those present and not recused', () => {
    const vote = fc.constantFrom('agree', 'disagree', 'abstain', null)
    const expert = fc.record({ present: fc.boolean(), recused: fc.boolean(), vote })
    fc.assert(
      fc.property(fc.array(expert, { minLength: 7, maxLength: 7 }), (experts) => {
        const change = proceedings((draft) => {
          const opinions = draft.expertOpinions
          draft.expertOpinions = []
          experts.forEach(({ present, recused, vote: cast }, index) => {
            draft.panel!.members[index]!.present = present
            if (recused) recuse(draft, index + 1)
            if (cast !== null) draft.expertOpinions.push({ ...opinions[index]!, vote: cast })
          })
        })
        const tally = tallyOf(change)
        expect(tally.agree + tally.disagree + tally.abstain + tally.missing).toBe(tally.present - tally.recused)
        expect(tally.agree).toBe(experts.filter((e) => e.present && !e.recused && e.vote === 'agree').length)
      }),
      { numRuns: 60 },
    )
  })
})

describe('work rule: the majority, in integers', () => {
  const tally = (agree: number, disagree: number, abstain = 0, recused = 0) => ({
    invited: agree + disagree + abstain + recused,
    present: agree + disagree + abstain + recused,
    recused,
    agree,
    disagree,
    abstain,
    missing: 0,
  })

  it.each([
    ['2/3', 4, 2, 0, true],
    ['2/3', 5, 3, 0, false],
    ['2/3', 6, 3, 0, true],
    ['2/3', 4, 3, 0, false],
    ['2/3', 5, 2, 0, true],
    ['3/4', 6, 2, 0, true],
    ['3/4', 5, 2, 0, false],
    ['1/2', 3, 3, 0, true],
    ['1/2', 3, 4, 0, false],
    ['2/3', 4, 0, 3, false],
    ['2/3', 0, 0, 0, false],
  ] as const)(
    '%s of those present: %s agree, %s disagree, %s abstain: %s',
    (majority, agree, disagree, abstain, reached) => {
      expect(majorityReached(tally(agree, disagree, abstain), { majority, abstentionsCount: true })).toBe(reached)
    },
  )

  it('abstentions leave the denominator only if the rules say so', () => {
    expect(majorityReached(tally(4, 0, 3), { majority: '2/3', abstentionsCount: false })).toBe(true)
    expect(majorityReached(tally(0, 0, 7), { majority: '2/3', abstentionsCount: false })).toBe(false)
  })

  it('recused experts are in neither side', () => {
    expect(majorityReached(tally(4, 2, 0, 1), { majority: '2/3', abstentionsCount: true })).toBe(true)
  })
})
