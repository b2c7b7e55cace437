import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addYears } from '@shared/domain/date'
import { operationSpan } from '@shared/regulation/operation-span'
import { buildFacts, concernsOf, day, linesOf, verdictOf, type FactsChange } from '../../helpers/facts'

const content = (change: NonNullable<FactsChange['content']>): FactsChange => ({ content: change })

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
