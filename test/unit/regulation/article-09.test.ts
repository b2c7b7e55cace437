import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addYears } from '@shared/domain/date'
import { operationSpan } from '@shared/regulation/operation-span'
import { buildFacts, concernsOf, day, linesOf, verdictOf, type FactsChange } from '../../helpers/facts'

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

  it('one research kind is enough without a hint if the office reads it so (A7)', () => {
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
  ])('a member that is %s (A11)', (_, change, verdict) => {
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

  it('wants the liability for breach in the agreement itself (A10)', () => {
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

describe('Art. 9(4): money in', () => {
  const injection = (change: object) => content(({ funds }) => Object.assign(funds.injections[0]!, change))

  it.each([
    ['one fen with proof', { amountFen: 1 }, 'met'],
    ['nothing', { amountFen: 0 }, 'not-met'],
    ['without proof', { evidenceMaterialId: null }, 'not-met'],
    ['with a proof that is not in the dossier', { evidenceMaterialId: 'lost' }, 'not-met'],
  ])('%s', (_, change, verdict) => {
    expect(verdictOf('R09-4a', injection(change))).toBe(verdict)
  })

  it('no record at all is named', () => {
    const change = content(({ funds }) => (funds.injections = []))
    expect(verdictOf('R09-4a', change)).toBe('not-met')
    expect(concernsOf('R09-4a', change)).toContain('missing missing funds.injections')
  })

  it('money without proof is shown beside money with proof', () => {
    const change = content(({ funds }) => funds.injections.push({ ...funds.injections[0]!, evidenceMaterialId: null }))
    expect(verdictOf('R09-4a', change)).toBe('met')
    expect(concernsOf('R09-4a', change)).toEqual(['hint fundsUnproved 500000000', 'missing missing funds.proof'])
  })
})

describe('Art. 9(4): one year in operation', () => {
  const started = (operationStartedOn: string | null, moneyOn = '2009-10-01') =>
    content(({ funds }) => {
      funds.operationStartedOn = operationStartedOn === null ? null : day(operationStartedOn)
      funds.injections[0]!.receivedOn = day(moneyOn)
    })

  it.each([
    ['2010-01-20', '2009-10-01', 'met'],
    ['2010-01-21', '2009-10-01', 'not-met'],
    ['2009-10-01', '2010-01-20', 'met'],
    ['2009-10-01', '2010-01-21', 'not-met'],
  ])('running from %s with money from %s, accepted on 2011-01-20: %s', (operation, money, verdict) => {
    expect(verdictOf('R09-4b', started(operation, money))).toBe(verdict)
  })

  it('shows the eleven months and thirty days that are one day short', () => {
    expect(linesOf('R09-4b', started('2010-01-21'))).toEqual([
      'fact firstMoneyOn 2009-10-01',
      'fact operationStartedOn 2010-01-21',
      'fact countedFrom 2010-01-21',
      'fact countedTo 2011-01-20',
      'fact referenceDay reference.accepted',
      'fact yearsInOperation 0',
      'fact monthsInOperation 11',
      'fact daysInOperation 30',
      'contrary fullYearOn 2011-01-21',
    ])
  })

  it('a year from 29 February ends on the 28th (Civil Code practice)', () => {
    const leap = (acceptedOn: string) =>
      content((draft) => {
        draft.application.acceptedOn = day(acceptedOn)
        draft.funds.operationStartedOn = day('2012-02-29')
      })
    expect(verdictOf('R09-4b', leap('2013-02-28'))).toBe('met')
    expect(verdictOf('R09-4b', leap('2013-02-27'))).toBe('not-met')
  })

  it('without a start, or without money, is not met and says so', () => {
    expect(verdictOf('R09-4b', started(null))).toBe('not-met')
    expect(concernsOf('R09-4b', started(null))).toEqual(['missing missing funds.operationStartedOn'])
    const penniless = content(({ funds }) => (funds.injections = []))
    expect(verdictOf('R09-4b', penniless)).toBe('not-met')
    expect(concernsOf('R09-4b', penniless)).toEqual(['missing missing funds.injections'])
  })

  it.each([
    ['2011-01-20', 'not-met'],
    ['2011-01-21', 'met'],
  ])('before acceptance it is counted to today, %s, and the day is marked', (today, verdict) => {
    const change: FactsChange = {
      content: ({ application, funds }) => {
        application.acceptedOn = null
        funds.operationStartedOn = day('2010-01-21')
      },
      today,
    }
    expect(verdictOf('R09-4b', change)).toBe(verdict)
    expect(concernsOf('R09-4b', change)).toContain(`hint countedTo ${today}`)
  })

  it('is counted to the panel if the office reads it so (A9)', () => {
    const change: FactsChange = {
      ...started('2010-04-10'),
      settings: ({ interpretation }) => (interpretation.operationReferenceDay = 'panel'),
    }
    expect(verdictOf('R09-4b', change)).toBe('met')
    expect(verdictOf('R09-4b', { ...change, ...started('2010-04-11') })).toBe('not-met')
    expect(verdictOf('R09-4b', started('2010-04-10'))).toBe('not-met')
  })

  it('for any start: full exactly from the same date a year later on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 800 }), (start, length) => {
        const from = addDays(day('2005-01-01'), start)
        const to = addDays(from, length)
        const facts = buildFacts(
          content((draft) => {
            draft.funds.operationStartedOn = from
            draft.funds.injections[0]!.receivedOn = day('2005-01-01')
            draft.application.acceptedOn = to
          }),
        )
        const span = operationSpan(facts.content, facts.settings, facts.proceedings)!
        expect(span.isFullYear).toBe(to >= addYears(from, 1))
        expect(span.years >= 1).toBe(span.isFullYear)
      }),
      { numRuns: 40 },
    )
  })

  it('has no span without its days', () => {
    const { settings, proceedings } = buildFacts()
    const spanOf = (change: FactsChange) => operationSpan(buildFacts(change).content, settings, proceedings)
    expect(spanOf(started(null))).toBeNull()
    expect(spanOf(content(({ application }) => (application.acceptedOn = null)))).toBeNull()
    expect(spanOf({})).toMatchObject({ from: '2009-12-01', to: '2011-01-20', years: 1, months: 1, days: 19 })
  })

  it('leaves goals and tasks of the chain to people', () => {
    expect(linesOf('R09-4c')).toEqual(['fact goals 示例目标', 'fact taskCount 1', 'fact chainLinkCount 1'])
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
