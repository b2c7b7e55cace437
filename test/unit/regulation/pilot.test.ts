import { describe, expect, it } from 'vitest'
import { campaignIdSchema } from '@shared/domain/ids'
import { concernsOf, day, linesOf, verdictOf, type FactsChange } from '../../helpers/facts'

type Draft = Parameters<NonNullable<FactsChange['proceedings']>>[0]
const proceedings = (change: (draft: Draft) => void): FactsChange => ({ proceedings: change })

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
  ])('without %s it is not met (note 22)', (_, change, code) => {
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

  it('goes where the notice of the round says, until the day that it says, and no further', () => {
    const campaign = {
      campaignId: campaignIdSchema.parse('50000000-0000-4000-8000-000000000001'),
      kind: 'annual-summary',
      year: 2011,
      noticeNo: '',
      issuedOn: day('2012-01-05'),
      from: day('2012-01-05'),
      to: day('2012-01-30'),
      recipients: ['policy'],
      otherRecipient: '',
      isClosed: false,
      extension: null,
      returned: null,
    } as const
    const of = (said: object, today: string, change: object = {}): FactsChange => ({
      ...proceedings((draft) => {
        draft.annualReports.push(report({ toBusinessOn: null, toPolicyOn: null, ...said }))
        draft.campaigns = [{ ...campaign, ...change, recipients: [...campaign.recipients] }]
      }),
      today,
    })
    const arrived = { toPolicyOn: day('2012-01-30') }
    expect(verdictOf('R16-1', of(arrived, '2012-02-01'))).toBe('met')
    expect(verdictOf('R16-1', of({ toPolicyOn: day('2012-01-31') }, '2012-02-01'))).toBe('not-met')
    expect(verdictOf('R16-1', of({}, '2012-01-30'))).toBe('not-applicable')
    expect(concernsOf('R16-1', of({}, '2012-02-01'))).toEqual(['missing missing report.toPolicy'])
    const extension = { to: day('2012-02-29'), reason: '示例', grantedOn: day('2012-01-20'), by: '示例' }
    expect(verdictOf('R16-1', of({ toPolicyOn: day('2012-02-20') }, '2012-03-01', { extension }))).toBe('met')
    const year = { year: 2012, from: day('2013-01-05'), to: day('2013-01-30') }
    expect(verdictOf('R16-1', of(arrived, '2012-02-01', year))).toBe('not-met')
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
  ])('opened, on %s with %o: %s (note 20)', (today, change, verdict) => {
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
      'fact filingEnds true',
    ])
    const settings: FactsChange['settings'] = ({ interpretation }) => (interpretation.filingEndsWithRevocation = false)
    expect(linesOf('R19-1', { ...revoked('19.1'), settings })).toContain('fact filingEnds false')
    for (const ruleId of ['R19-2', 'R19-3', 'R19-4', 'R19-5'] as const) {
      expect(linesOf(ruleId, revoked('19.1'))).toEqual([])
    }
    expect(linesOf('R19-1', revoked('17'))).toEqual([])
  })

  it('shows the last yearly summary beside inactivity (note 28)', () => {
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
