import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarFileSchema } from '@shared/calendar/calendar-file'
import { calendarWith, vendoredCalendar } from '@shared/calendar/vendored'
import { workDayDeadline } from '@shared/calendar/work-calendar'
import { addDays } from '@shared/domain/date'
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

  it('runs from the day of printing if the office reads it so (A19)', () => {
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

describe('Art. 16: the yearly report in mid-December', () => {
  const report = (change: object = {}) => ({
    year: 2011,
    hasSummary: true,
    hasPlan: true,
    toBusinessOn: day('2011-12-15'),
    toPolicyOn: day('2011-12-15'),
    override: null,
    ...change,
  })
  const reported = (change: object, today = '2011-12-21'): FactsChange => ({
    ...proceedings((draft) => void draft.annualReports.push(report(change))),
    today,
  })

  it.each([
    ['2011-12-11', 'met'],
    ['2011-12-20', 'met'],
    ['2011-12-21', 'not-met'],
    ['2011-12-01', 'met'],
  ])('to both divisions on %s: %s', (on, verdict) => {
    expect(verdictOf('R16-1', reported({ toBusinessOn: day(on), toPolicyOn: day(on) }))).toBe(verdict)
  })

  it.each([
    ['the summary', { hasSummary: false }, 'report.summary'],
    ['the plan', { hasPlan: false }, 'report.plan'],
    ['the business division', { toBusinessOn: null }, 'report.toBusiness'],
    ['the policy division', { toPolicyOn: null }, 'report.toPolicy'],
  ])('without %s it is not met (A22)', (_, change, code) => {
    expect(verdictOf('R16-1', reported(change))).toBe('not-met')
    expect(concernsOf('R16-1', reported(change))).toEqual([`missing missing ${code}`])
  })

  it.each([
    ['2011-11-30', 'not-applicable', 0],
    ['2011-12-01', 'not-applicable', 1],
    ['2011-12-20', 'not-applicable', 1],
    ['2011-12-21', 'not-met', 0],
  ])('nothing reported by %s: %s', (today, verdict, reminders) => {
    expect(verdictOf('R16-1', { today })).toBe(verdict)
    expect(concernsOf('R16-1', { today }).filter((line) => line.includes('reportStillOpen'))).toHaveLength(reminders)
  })

  it.each([
    ['2011-11-30', 'not-met'],
    ['2011-12-01', 'not-applicable'],
  ])('a pilot effective on %s owes the report of its first year or not', (from, verdict) => {
    const change = proceedings((draft) => (draft.pilotTerm = { ...draft.pilotTerm!, from: day(from) }))
    expect(verdictOf('R16-1', { ...change, today: '2011-12-31' })).toBe(verdict)
  })

  it('a yearly notice moves the window', () => {
    const override = { from: day('2011-12-21'), to: day('2011-12-31'), noticeNo: '示例' }
    const on = { toBusinessOn: day('2011-12-31'), toPolicyOn: day('2011-12-31') }
    expect(verdictOf('R16-1', reported({ override, ...on }, '2012-01-01'))).toBe('met')
    expect(verdictOf('R16-1', reported({ override, ...on, toPolicyOn: day('2012-01-01') }, '2012-01-02'))).toBe(
      'not-met',
    )
  })

  it('owes none after its term, none after its revocation', () => {
    const years = (today: string, change: (draft: Draft) => void = () => undefined) =>
      linesOf('R16-1', { ...proceedings(change), today }).filter((line) => line.startsWith('fact reportYear'))
    expect(years('2020-01-01')).toEqual([2011, 2012, 2013].map((year) => `fact reportYear ${year}`))
    const revoke = (on: string) => (draft: Draft) => {
      draft.revocation = { ground: '19.4', facts: '', evidence: '', heardOn: null, decidedOn: day(on), noticeNo: '' }
    }
    expect(years('2020-01-01', revoke('2012-12-20'))).toHaveLength(1)
    expect(years('2020-01-01', revoke('2012-12-21'))).toHaveLength(2)
  })
})

describe('Art. 17: evaluated every three years', () => {
  const evaluation = (change: object = {}) => ({
    openedOn: null,
    decidedOn: null,
    result: null,
    reRegisteredOn: null,
    noticeNo: '',
    ...change,
  })
  const evaluated = (today: string, change: object): FactsChange => ({
    ...proceedings((draft) => void draft.evaluations.push(evaluation(change))),
    today,
  })

  it.each([
    ['2014-03-19', 'not-applicable'],
    ['2014-03-20', 'not-met'],
    ['2014-09-20', 'not-met'],
    ['2014-09-21', 'not-met'],
  ])('not opened by %s, term to 2014-09-20: %s', (today, verdict) => {
    expect(verdictOf('R17-1', { today })).toBe(verdict)
  })

  it.each([
    ['2014-09-20', {}, 'met'],
    ['2014-09-21', {}, 'not-met'],
    ['2014-09-21', { decidedOn: day('2014-09-19'), result: 'qualified' }, 'met'],
  ])('opened, on %s with %o: %s (A20)', (today, change, verdict) => {
    expect(verdictOf('R17-1', evaluated(today, { openedOn: day('2014-04-01'), ...change }))).toBe(verdict)
  })

  it('an evaluation of an earlier term does not count', () => {
    const old = { openedOn: day('2011-01-01'), decidedOn: day('2011-02-01'), result: 'qualified' }
    expect(verdictOf('R17-1', evaluated('2014-09-21', old))).toBe('not-met')
  })

  it('opens earlier or later by setting', () => {
    const settings: FactsChange['settings'] = ({ interpretation }) => (interpretation.evaluationLeadMonths = 3)
    expect(verdictOf('R17-1', { settings, today: '2014-06-19' })).toBe('not-applicable')
    expect(verdictOf('R17-1', { settings, today: '2014-06-20' })).toBe('not-met')
  })

  it('a failed result is a hint to the person who judges', () => {
    const failed = evaluated('2014-09-01', { decidedOn: day('2014-08-01'), result: 'not-qualified' })
    expect(concernsOf('R17-2', failed)).toEqual(['hint evaluationResult evaluation.not-qualified'])
  })
})

describe('Art. 18: a change is filed within 30 working days', () => {
  const change = (completedOn: string, filedOn: string | null, more: object = {}) => ({
    id: 'c1',
    kind: 'member-left' as const,
    unitId: 'u3',
    description: '',
    completedOn: day(completedOn),
    filedOn: filedOn === null ? null : day(filedOn),
    ...more,
  })
  const changed = (
    completedOn: string,
    filedOn: string | null,
    today = '2012-06-01',
    more: object = {},
  ): FactsChange => ({
    ...proceedings((draft) => void draft.changes.push(change(completedOn, filedOn, more))),
    today,
  })

  it.each([
    ['2012-02-16', 'met'],
    ['2012-02-17', 'not-met'],
  ])('completed on 2011-12-30, filed on %s: %s', (filedOn, verdict) => {
    expect(verdictOf('R18-1', changed('2011-12-30', filedOn))).toBe(verdict)
  })

  it.each([
    ['2012-02-16', 'met', 'hint changeFiled false'],
    ['2012-02-17', 'not-met', 'contrary changeFiled false'],
  ])('not filed by %s: %s', (today, verdict, line) => {
    expect(verdictOf('R18-1', changed('2011-12-30', null, today))).toBe(verdict)
    expect(linesOf('R18-1', changed('2011-12-30', null, today))).toContain(line)
  })

  const pilotOf2026 = (completedOn: string, filedOn: string | null, today: string): FactsChange => ({
    ...proceedings((draft) => {
      draft.pilotTerm = { ...draft.pilotTerm!, from: day('2026-01-01'), to: day('2029-01-01') }
      draft.changes.push(change(completedOn, filedOn))
    }),
    today,
  })

  it.each([
    ['2026-12-31', 'met'],
    ['2027-01-04', 'provisional'],
    ['2027-03-31', 'provisional'],
  ])(
    'a count that touches a year without a calendar is provisional unless filed before it: filed on %s',
    (filedOn, verdict) => {
      expect(verdictOf('R18-1', pilotOf2026('2026-11-25', filedOn, '2027-04-01'))).toBe(verdict)
      expect(concernsOf('R18-1', pilotOf2026('2026-11-25', filedOn, '2027-04-01'))).toContain(
        'hint calendarLacking 2027',
      )
    },
  )

  it('becomes firm when the calendar is imported', () => {
    const calendar = calendarWith([
      calendarFileSchema.parse({
        format: 'lianshen-calendar/1',
        year: 2027,
        holidays: ['2027-01-01', '2027-01-02', '2027-01-03'],
        makeUpWorkdays: [],
        sourceNotice: '示例',
      }),
    ])
    expect(verdictOf('R18-1', { ...pilotOf2026('2026-11-25', '2027-01-07', '2027-04-01'), calendar })).toBe('met')
    expect(verdictOf('R18-1', { ...pilotOf2026('2026-11-25', '2027-01-08', '2027-04-01'), calendar })).toBe('not-met')
  })

  it.each([
    ['2011-09-19', 'not-applicable'],
    ['2011-09-20', 'not-met'],
    ['2014-09-20', 'not-met'],
    ['2014-09-21', 'not-applicable'],
  ])('only pilots file: completed on %s, term 2011-09-20 to 2014-09-20', (completedOn, verdict) => {
    expect(verdictOf('R18-1', changed(completedOn, null, '2015-06-01'))).toBe(verdict)
    expect(verdictOf('R18-2', changed(completedOn, null, '2015-06-01'))).toBe(verdict)
  })

  it('a change of which Art. 18 does not speak is not asked for', () => {
    expect(verdictOf('R18-1', changed('2012-01-04', null, '2012-06-01', { kind: 'other' }))).toBe('not-applicable')
  })

  it('one late change among many is not met', () => {
    const many = proceedings((draft) => {
      draft.changes.push(change('2011-12-30', '2012-01-04'), change('2011-12-30', '2012-02-17', { id: 'c2' }))
    })
    expect(verdictOf('R18-1', many)).toBe('not-met')
  })

  it('must be filed, whenever it is', () => {
    expect(verdictOf('R18-2', changed('2011-12-30', null, '2012-01-01'))).toBe('not-met')
    expect(concernsOf('R18-2', changed('2011-12-30', null))).toEqual(['missing missing change.filedOn'])
    expect(verdictOf('R18-2', changed('2011-12-30', '2012-05-01'))).toBe('met')
    expect(verdictOf('R18-2')).toBe('not-applicable')
  })

  it('for any day of completion: the last day is in time, the next is late', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (offset) => {
        const completedOn = addDays(day('2011-09-20'), offset)
        const { lastDay } = workDayDeadline(completedOn, 30, vendoredCalendar)
        expect(verdictOf('R18-1', changed(completedOn, lastDay, '2016-01-01'))).toBe('met')
        expect(verdictOf('R18-1', changed(completedOn, addDays(lastDay, 1), '2016-01-01'))).toBe('not-met')
      }),
      { numRuns: 15 },
    )
  })
})

describe('Art. 19: five grounds, judged by people', () => {
  const revoked = (ground: '17' | '19.1' | '19.2' | '19.4'): FactsChange =>
    proceedings((draft) => {
      draft.revocation = {
        ground,
        facts: '示例事实',
        evidence: ' ',
        heardOn: null,
        decidedOn: day('2012-02-29'),
        noticeNo: '',
      }
    })

  it('shows facts, what is missing, and the bar of the ground that was chosen, and no other', () => {
    expect(linesOf('R19-1', revoked('19.1'))).toEqual([
      'fact revocationFacts 示例事实',
      'missing missing revocation.evidence',
      'missing missing revocation.heardOn',
      'fact revokedOn 2012-02-29',
      'fact barredUntil 2015-02-28',
    ])
    for (const ruleId of ['R19-2', 'R19-3', 'R19-4', 'R19-5'] as const) {
      expect(linesOf(ruleId, revoked('19.1'))).toEqual([])
    }
    expect(linesOf('R19-1', revoked('17'))).toEqual([])
  })

  it('shows the last yearly summary beside inactivity (A28)', () => {
    const change = proceedings(({ annualReports }) => {
      for (const year of [2012, 2013]) {
        annualReports.push({
          year,
          hasSummary: year === 2012,
          hasPlan: false,
          toBusinessOn: null,
          toPolicyOn: null,
          override: null,
        })
      }
    })
    expect(linesOf('R19-2', change)).toEqual(['fact lastReportYear 2012'])
  })
})
