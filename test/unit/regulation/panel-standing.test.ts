import { describe, expect, it } from 'vitest'
import { panelStanding } from '@shared/regulation/work-rules/panel-standing'
import { buildFacts, concernsOf, dossierId, expertId, recuse, verdictOf, type FactsChange } from '../../helpers/facts'

type Draft = Parameters<NonNullable<FactsChange['proceedings']>>[0]
const proceedings = (change: (draft: Draft) => void): FactsChange => ({ proceedings: change })

const keepExperts = (draft: Draft, count: number) => {
  const panel = draft.panel!
  while (panel.members.length < count) {
    const number = panel.members.length + 1
    const id = expertId(9).slice(0, -2) + String(number).padStart(2, '0')
    const expert = { ...panel.experts[2]!, id: id as never, name: `示例专家${number}`, unitName: `示例单位${number}` }
    panel.experts.push(expert)
    panel.members.push({ expertId: expert.id, present: true })
    draft.recusalDeclarations.push({ ...draft.recusalDeclarations[0]!, expertId: expert.id })
  }
  panel.members = panel.members.slice(0, count)
}

const absent = (draft: Draft, ...numbers: number[]) => {
  for (const number of numbers) draft.panel!.members[number - 1]!.present = false
}

describe('work rule: a panel in order (7, odd, 5 to 15, four fifths present, two of a unit, law, finance, leader)', () => {
  it.each([
    [3, 'not-met'],
    [5, 'met'],
    [6, 'not-met'],
    [7, 'met'],
    [15, 'met'],
    [17, 'not-met'],
  ])('%s experts: %s', (count, verdict) => {
    expect(
      verdictOf(
        'R12-0b',
        proceedings((draft) => keepExperts(draft, count)),
      ),
    ).toBe(verdict)
  })

  it('an even size stands if the office does not ask for odd', () => {
    const change = proceedings((draft) => {
      keepExperts(draft, 6)
      draft.panel!.rules.oddSize = false
    })
    expect(verdictOf('R12-0b', change)).toBe('met')
  })

  it.each([
    [[], 'met'],
    [[4], 'met'],
    [[4, 5], 'not-met'],
  ])('of seven invited, %s absent: %s (6 >= 5.6, 5 < 5.6)', (numbers, verdict) => {
    expect(
      verdictOf(
        'R12-0b',
        proceedings((draft) => absent(draft, ...numbers)),
      ),
    ).toBe(verdict)
  })

  it('five present of five is enough, four of five are below the least number', () => {
    const five = (...gone: number[]) =>
      proceedings((draft) => {
        keepExperts(draft, 5)
        absent(draft, ...gone)
      })
    expect(verdictOf('R12-0b', five())).toBe('met')
    expect(concernsOf('R12-0b', five(4))).toEqual([
      'contrary panelCheck panel.min-present',
      'hint panelActual 4',
      'hint panelWanted 5',
    ])
  })

  it('recusal goes out of both sides of the quorum', () => {
    const recusedOne = proceedings((draft) => recuse(draft, 4))
    expect(verdictOf('R12-0b', recusedOne)).toBe('met')
    // Six are left; one of them absent leaves 5 of 6, two leave 4.
    const andAbsent = (...numbers: number[]) =>
      proceedings((draft) => {
        recuse(draft, 4)
        absent(draft, ...numbers)
      })
    expect(verdictOf('R12-0b', andAbsent(5))).toBe('met')
    expect(verdictOf('R12-0b', andAbsent(5, 6))).toBe('not-met')
    // A recused expert who stays away changes nothing.
    expect(verdictOf('R12-0b', andAbsent(4))).toBe('met')
  })

  it('the last decision on recusal counts', () => {
    const change = proceedings((draft) => {
      recuse(draft, 1)
      recuse(draft, 1, 'not-recused')
    })
    expect(verdictOf('R12-0b', change)).toBe('met')
  })

  it('two experts of one unit are allowed, three are not', () => {
    const ofOneUnit = (count: number) =>
      proceedings((draft) => draft.panel!.experts.slice(0, count).forEach((expert) => (expert.unitName = '示例大学 ')))
    expect(verdictOf('R12-0b', ofOneUnit(2))).toBe('met')
    expect(verdictOf('R12-0b', ofOneUnit(3))).toBe('not-met')
    expect(concernsOf('R12-0b', ofOneUnit(3))).toContain('hint expert 示例专家1')
  })

  it.each([
    [1, 'law', 'requireLaw'],
    [2, 'finance', 'requireFinance'],
  ] as const)('expert %s is the only one of %s: recused, absent or another, the panel falls', (number, key, rule) => {
    const other = proceedings((draft) => (draft.panel!.experts[number - 1]!.specialty = 'technology'))
    expect(concernsOf('R12-0b', other)).toContain(`contrary panelCheck panel.${key}`)
    expect(
      verdictOf(
        'R12-0b',
        proceedings((draft) => recuse(draft, number)),
      ),
    ).toBe('not-met')
    expect(
      verdictOf(
        'R12-0b',
        proceedings((draft) => absent(draft, number)),
      ),
    ).toBe('not-met')
    const waived = proceedings((draft) => {
      draft.panel!.experts[number - 1]!.specialty = 'technology'
      draft.panel!.rules[rule] = false
    })
    expect(verdictOf('R12-0b', waived)).toBe('met')
  })

  it.each([
    ['nobody', (draft: Draft) => (draft.panel!.leaderExpertId = null)],
    ['someone absent', (draft: Draft) => absent(draft, 3)],
  ])('led by %s it does not stand', (_, change) => {
    expect(
      verdictOf(
        'R12-0b',
        proceedings((draft) => change(draft)),
      ),
    ).toBe('not-met')
  })

  it('wants a pledge of everyone who acts, and a decision on every ground declared', () => {
    const silent = proceedings(({ recusalDeclarations }) => void recusalDeclarations.pop())
    expect(concernsOf('R12-0b', silent)).toContain('contrary panelCheck panel.declarations')
    const unpledged = proceedings((draft) => (draft.recusalDeclarations[0]!.pledged = false))
    expect(verdictOf('R12-0b', unpledged)).toBe('not-met')
    const declared = (decided: boolean) =>
      proceedings((draft) => {
        draft.recusalDeclarations[3]!.answers[0]!.exists = true
        if (decided) recuse(draft, 4, 'not-recused')
      })
    expect(concernsOf('R12-0b', declared(false))).toContain('contrary panelCheck panel.recusal-decisions')
    expect(verdictOf('R12-0b', declared(true))).toBe('met')
  })

  it('does not stand before attendance is taken, but its composition is looked at among those invited', () => {
    const { proceedings: before } = buildFacts(
      proceedings((draft) => draft.panel!.members.forEach((member) => (member.present = null))),
    )
    const standing = panelStanding(before.panel!, dossierId, [], before.recusalDeclarations)
    expect(standing.stands).toBe(false)
    expect(standing.checks.filter(({ ok }) => !ok).map(({ key }) => key)).toEqual([
      'attendance',
      'min-present',
      'present-share',
      'leader',
    ])
  })

  it('is not asked without a panel', () => {
    expect(
      verdictOf(
        'R12-0b',
        proceedings((draft) => (draft.panel = null)),
      ),
    ).toBe('not-applicable')
  })
})
