import { describe, expect, it } from 'vitest'
import { concernsOf, day, linesOf, verdictOf, type FactsChange } from '../../helpers/facts'

const content = (change: NonNullable<FactsChange['content']>): FactsChange => ({ content: change })

describe('Art. 9(1): several independent legal persons of all kinds', () => {
  const kinds = (...wanted: ('enterprise' | 'university' | 'institute' | 'other')[]) =>
    content(({ members }) => wanted.forEach((kind, index) => (members[index]!.kind = kind)))

  it.each([
    [kinds('enterprise', 'university', 'institute'), []],
    [kinds('enterprise', 'university', 'university'), ['hint instituteCount 0']],
    [kinds('enterprise', 'institute', 'other'), ['hint universityCount 0']],
    [kinds('enterprise', 'other', 'other'), ['contrary universityCount 0', 'contrary instituteCount 0']],
    [kinds('other', 'university', 'institute'), ['contrary enterpriseCount 0']],
  ])('composition %#', (change, concerns) => {
    expect(concernsOf('R09-1a', change)).toEqual(concerns)
  })

  it('one research kind is enough without a hint if the office reads it so (note 7)', () => {
    const settings: FactsChange['settings'] = ({ interpretation }) =>
      (interpretation.hintIfOneResearchKindLacks = false)
    expect(concernsOf('R09-1a', { ...kinds('enterprise', 'university', 'university'), settings })).toEqual([])
    expect(concernsOf('R09-1a', { ...kinds('enterprise', 'other', 'other'), settings })).toHaveLength(2)
  })

  it.each([
    ['示例甲有限公司成都分公司', null, ['hint nameSuggestsBranch 示例甲有限公司成都分公司']],
    ['示例乙大学机械学院', null, ['hint nameSuggestsBranch 示例乙大学机械学院']],
    ['示例学院', true, []],
    ['示例丁有限公司', null, ['missing missing member.legalPerson']],
    ['示例丁有限公司', false, ['contrary notLegalPerson 示例丁有限公司']],
    ['示例丁有限公司', true, []],
  ])('%s, confirmed as %s', (fullName, independentLegalPerson, concerns) => {
    const change = content(({ members }) => Object.assign(members[1]!, { fullName, independentLegalPerson }))
    expect(concernsOf('R09-1b', change)).toEqual(concerns)
  })

  it('a single confirmed legal person is a hint, two are not', () => {
    const confirmed = (count: number) =>
      content(({ members }) => members.forEach((one, index) => (one.independentLegalPerson = index < count)))
    expect(concernsOf('R09-1b', confirmed(1))).toContain('hint legalPersonCount 1')
    expect(concernsOf('R09-1b', confirmed(2))).not.toContain('hint legalPersonCount 2')
  })

  it('parts of names are a setting (A8)', () => {
    const change: FactsChange = {
      content: ({ members }) =>
        Object.assign(members[2]!, { fullName: '示例丙中试基地', independentLegalPerson: null }),
      settings: ({ interpretation }) => (interpretation.branchNameParts = ['中试基地']),
    }
    expect(concernsOf('R09-1b', change)).toEqual(['hint nameSuggestsBranch 示例丙中试基地'])
  })

  it('gathers for people: leading enterprises, frontier, size', () => {
    expect(linesOf('R09-1c')).toEqual([
      'fact enterpriseCount 1',
      'fact leadingCount 1',
      'fact leadingBasis 示例甲有限公司：示例依据',
    ])
    expect(
      concernsOf(
        'R09-1c',
        content(({ members }) => (members[0]!.leading!.basis = '')),
      ),
    ).toEqual(['missing missing member.leadingBasis'])
    expect(
      concernsOf(
        'R09-1d',
        content(({ members }) => (members[1]!.frontier = '')),
      ),
    ).toEqual(['missing missing member.frontier'])
    expect(linesOf('R09-1e')).toContain('fact contributions 300000000')
  })
})

describe('Art. 9(2): a body liable to outsiders', () => {
  const body = (liableBody: unknown) => content(({ agreement }) => Object.assign(agreement, { liableBody }))

  it.each([
    ['a member', { kind: 'member', unitId: 'u1' }, 'met'],
    ['nobody', null, 'not-met'],
    ['a unit that is no member', { kind: 'member', unitId: 'u9' }, 'not-met'],
    ['a registered entity', { kind: 'registered-entity', name: '示例公司', registrationNo: '510000' }, 'met'],
    ['an entity without registration', { kind: 'registered-entity', name: '示例公司', registrationNo: ' ' }, 'not-met'],
  ])('%s', (_, liableBody, verdict) => {
    expect(verdictOf('R09-2a', body(liableBody))).toBe(verdict)
  })

  it.each([
    ['known to be no legal person', { independentLegalPerson: false }, 'not-met'],
    ['not confirmed', { independentLegalPerson: null }, 'met'],
    ['gone', { leftOn: day('2010-01-01') }, 'not-met'],
  ])('a member that is %s (note 11)', (_, change, verdict) => {
    const facts = content(({ members }) => Object.assign(members[0]!, change))
    expect(verdictOf('R09-2a', facts)).toBe(verdict)
    expect(concernsOf('R09-2a', facts)).toHaveLength(1)
  })

  it('has to stand in a clause of the agreement', () => {
    const change = content(({ agreement }) => (agreement.clauses.liableBody = null))
    expect(verdictOf('R09-2a', change)).toBe('not-met')
    expect(concernsOf('R09-2a', change)).toEqual(['missing missing clause.liableBody'])
  })

  it.each([
    ['R09-2b', 'authorityScope'],
    ['R09-2b', 'authorityProcedure'],
    ['R09-2c', 'liabilitySharing'],
  ] as const)('%s misses the clause %s', (ruleId, key) => {
    expect(concernsOf(ruleId)).toEqual([])
    expect(
      concernsOf(
        ruleId,
        content(({ agreement }) => (agreement.clauses[key] = null)),
      ),
    ).toEqual([`missing missing clause.${key}`])
  })
})

describe('Art. 9(3): the rule on funds', () => {
  it('misses the rule, its date and its text', () => {
    expect(
      concernsOf(
        'R09-3a',
        content(({ funds }) => (funds.rule = null)),
      ),
    ).toEqual(['missing missing funds.rule'])
    expect(
      concernsOf(
        'R09-3a',
        content(({ funds }) => (funds.rule!.adoptedOn = null)),
      ),
    ).toEqual(['missing missing funds.ruleAdoptedOn'])
    expect(
      concernsOf(
        'R09-3a',
        content((draft) => (draft.materials = draft.materials.filter(({ code }) => code !== 'funds-rule'))),
      ),
    ).toEqual(['missing missing material.funds-rule'])
    expect(
      concernsOf(
        'R09-3b',
        content(({ funds }) => (funds.supervision = '')),
      ),
    ).toEqual(['missing missing funds.supervision'])
  })

  it('wants the liability for breach in the agreement itself (note 10)', () => {
    expect(verdictOf('R09-3c')).toBe('met')
    const change = content(({ agreement }) => (agreement.clauses.fundsBreach = null))
    expect(verdictOf('R09-3c', change)).toBe('not-met')
    expect(concernsOf('R09-3c', change)).toEqual(['missing missing clause.fundsBreach'])
  })

  it.each([
    [0, '', []],
    [1, '', ['missing missing funds.governmentAccounting']],
    [1, '单独核算', []],
  ])('government money of %s fen with accounting "%s"', (amountFen, governmentAccounting, concerns) => {
    const change = content(({ funds }) => {
      funds.injections[0]!.source = 'government'
      funds.injections[0]!.amountFen = amountFen
      funds.governmentAccounting = governmentAccounting
    })
    expect(concernsOf('R09-3d', change)).toEqual(concerns)
  })
})

describe('Art. 9(5): the plan has five parts', () => {
  it.each(['overall', 'stages', 'keyTasks', 'annual'] as const)('without %s it is not met', (part) => {
    const change = content(({ plan }) => (plan[part] = ' '))
    expect(verdictOf('R09-5a', change)).toBe('not-met')
    expect(concernsOf('R09-5a', change)).toEqual([`missing missing plan.${part}`])
  })

  it('without a division of work it is not met; an empty line is none', () => {
    const change = content(({ plan }) => (plan.division = [{ unitId: 'u1', work: ' ' }]))
    expect(verdictOf('R09-5a', change)).toBe('not-met')
    expect(verdictOf('R09-5a')).toBe('met')
  })

  it('hints at a member that the plan does not name', () => {
    expect(
      concernsOf(
        'R09-5b',
        content(({ plan }) => (plan.division[2]!.work = '')),
      ),
    ).toEqual(['hint memberNotInPlan 示例丙研究院'])
    expect(concernsOf('R09-5b')).toEqual([])
  })
})
