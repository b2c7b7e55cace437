import { describe, expect, it } from 'vitest'
import { concernsOf, day, linesOf, verdictOf, type FactsChange } from '../../helpers/facts'

type Draft = Parameters<NonNullable<FactsChange['proceedings']>>[0]
const proceedings = (change: (draft: Draft) => void): FactsChange => ({ proceedings: change })

describe('Art. 13: settled by consultation', () => {
  it.each([
    ['2011-04-09', 'not-met'],
    ['2011-04-10', 'met'],
  ])('consulted on %s, panel on 2011-04-10: %s', (heldOn, verdict) => {
    expect(
      verdictOf(
        'R13-1',
        proceedings((draft) => (draft.consultation!.heldOn = day(heldOn))),
      ),
    ).toBe(verdict)
  })

  it.each([
    ['decided', 'met'],
    ['not-decided', 'not-met'],
    ['deferred', 'not-met'],
  ] as const)('%s: %s', (decision, verdict) => {
    expect(
      verdictOf(
        'R13-1',
        proceedings((draft) => (draft.consultation!.decision = decision)),
      ),
    ).toBe(verdict)
  })

  it('needs a panel and its opinion, and is not asked before there is a consultation', () => {
    expect(
      verdictOf(
        'R13-1',
        proceedings((draft) => (draft.panel = null)),
      ),
    ).toBe('not-met')
    expect(
      verdictOf(
        'R13-1',
        proceedings((draft) => (draft.panelOpinion = null)),
      ),
    ).toBe('not-met')
    expect(
      verdictOf(
        'R13-1',
        proceedings((draft) => (draft.consultation = null)),
      ),
    ).toBe('not-applicable')
  })
})

describe('Art. 14: the batch and its joint notice', () => {
  const issuers = (change: (list: NonNullable<Draft['publication']>['notice']['issuers']) => void) =>
    proceedings((draft) => change(draft.publication!.notice.issuers))

  it.each([
    ['not settled', proceedings((draft) => (draft.consultation!.decision = 'deferred'))],
    ['never consulted', proceedings((draft) => (draft.consultation = null))],
    ['in another open batch', proceedings((draft) => draft.otherOpenBatchIds.push(draft.publication!.batchId))],
    ['an issuer short', issuers((list) => void list.pop())],
    ['an issuer too many', issuers((list) => void list.push({ agencyId: 'x', name: '外单位', isHost: false }))],
    ['an issuer twice', issuers((list) => void list.push(list[1]!))],
    ['without a host', issuers((list) => (list[0]!.isHost = false))],
    ['with two hosts', issuers((list) => (list[1]!.isHost = true))],
    ['without a list of bodies', { settings: (settings) => (settings.agencies = []) } satisfies FactsChange],
  ])('%s it may not be issued', (_, change) => {
    expect(verdictOf('R14-1', change)).toBe('not-met')
    expect(concernsOf('R14-1', change).length).toBeGreaterThan(0)
  })

  it('in order it may, in whatever order the bodies stand; without a batch it is not asked', () => {
    expect(verdictOf('R14-1')).toBe('met')
    expect(
      verdictOf(
        'R14-1',
        issuers((list) => void list.reverse()),
      ),
    ).toBe('met')
    expect(
      verdictOf(
        'R14-1',
        proceedings((draft) => (draft.publication = null)),
      ),
    ).toBe('not-applicable')
  })
})

describe('Art. 14: three years', () => {
  const term = (writtenOn: string | null, recorded: object | null) =>
    proceedings((draft) => {
      draft.publication!.notice.writtenOn = writtenOn === null ? null : day(writtenOn)
      draft.pilotTerm = recorded === null ? null : { ...draft.pilotTerm!, ...recorded }
    })

  it.each([
    ['2011-09-20', '2011-09-20', '2014-09-20', 'met'],
    ['2011-09-20', '2011-09-20', '2014-09-19', 'not-met'],
    ['2011-09-20', '2011-09-20', '2014-09-21', 'not-met'],
    ['2011-09-20', '2011-09-21', '2014-09-20', 'not-met'],
    ['2012-02-29', '2012-02-29', '2015-02-28', 'met'],
    ['2012-02-29', '2012-02-29', '2015-03-01', 'not-met'],
  ])('notice of %s, recorded %s to %s: %s', (writtenOn, from, to, verdict) => {
    expect(verdictOf('R14-2', term(writtenOn, { from: day(from), to: day(to) }))).toBe(verdict)
  })

  it('shows the term that a notice opens', () => {
    expect(linesOf('R14-2', term('2012-02-29', null))).toEqual(['fact termFrom 2012-02-29', 'fact termTo 2015-02-28'])
  })

  it('a notice without a date opens none', () => {
    expect(verdictOf('R14-2', term(null, null))).toBe('not-met')
    expect(concernsOf('R14-2', term(null, null))).toEqual(['missing missing notice.date'])
  })

  it('runs from the day of printing if the office reads it so (note 19)', () => {
    const change = {
      ...proceedings((draft) => {
        draft.publication!.notice.printedOn = day('2011-09-25')
        draft.pilotTerm = { ...draft.pilotTerm!, from: day('2011-09-25'), to: day('2014-09-25') }
      }),
      settings: ({ interpretation }) => (interpretation.termStart = 'printed'),
    } satisfies FactsChange
    expect(verdictOf('R14-2', change)).toBe('met')
    expect(verdictOf('R14-2', { ...change, settings: () => undefined })).toBe('not-met')
  })

  it('holds a re-registered term against its own first day', () => {
    const again = (to: string) => term('2011-09-20', { kind: 're-registered', from: day('2014-09-21'), to: day(to) })
    expect(verdictOf('R14-2', again('2017-09-21'))).toBe('met')
    expect(verdictOf('R14-2', again('2017-09-20'))).toBe('not-met')
  })

  it('is not asked before publication', () => {
    expect(
      verdictOf(
        'R14-2',
        proceedings((draft) => {
          draft.publication = null
          draft.pilotTerm = null
        }),
      ),
    ).toBe('not-applicable')
  })
})
