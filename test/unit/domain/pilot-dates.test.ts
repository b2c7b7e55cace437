import { describe, expect, it } from 'vitest'
import { addDays } from '@shared/domain/date'
import {
  annualReportWindow,
  annualReportYearsOf,
  pilotTerm,
  regulationSpan,
  reRegisteredTerm,
  revocationBar,
  termFrom,
} from '@shared/domain/pilot-dates'
import { noticeSchema } from '@shared/domain/pilot'
import { day, officeSettings } from '../../helpers/facts'

const settings = officeSettings()

describe('Art. 14: the pilot term', () => {
  it.each([
    ['2011-09-20', '2014-09-20'],
    ['2012-02-29', '2015-02-28'],
    ['2013-02-28', '2016-02-28'],
    ['2026-12-31', '2029-12-31'],
  ])('from %s to %s', (from, to) => {
    expect(termFrom(day(from))).toEqual({ from, to })
  })

  it('counts from the date of the notice, or of printing by setting (note 19)', () => {
    const notice = noticeSchema.parse({ writtenOn: '2011-09-20', printedOn: '2011-09-25' })
    const printed = officeSettings(({ interpretation }) => (interpretation.termStart = 'printed'))
    expect(pilotTerm(notice, settings)?.from).toBe('2011-09-20')
    expect(pilotTerm(notice, printed)?.from).toBe('2011-09-25')
    expect(pilotTerm(noticeSchema.parse({}), settings)).toBeNull()
  })

  it('a re-registered one follows the old one, or starts with the notice by setting (note 20)', () => {
    const old = termFrom(day('2011-09-20'))
    const byNotice = officeSettings(({ interpretation }) => (interpretation.reRegistrationStart = 'notice'))
    expect(reRegisteredTerm(old, day('2014-12-01'), settings)).toEqual({ from: '2014-09-21', to: '2017-09-21' })
    expect(reRegisteredTerm(old, day('2014-12-01'), byNotice)).toEqual({ from: '2014-12-01', to: '2017-12-01' })
  })
})

describe('Art. 16: the window of the yearly report', () => {
  it('is 11 to 20 December, with a reminder from the first (note 22)', () => {
    expect(annualReportWindow(2026, settings)).toEqual({
      from: '2026-12-11',
      to: '2026-12-20',
      remindFrom: '2026-12-01',
    })
  })

  it('moves by a yearly notice, and the reminder never comes after the window', () => {
    const override = { from: day('2026-11-20'), to: day('2026-11-30'), noticeNo: '示例' }
    expect(annualReportWindow(2026, settings, override)).toEqual({
      from: '2026-11-20',
      to: '2026-11-30',
      remindFrom: '2026-11-20',
    })
  })

  it.each([
    ['2011-11-30', '2014-12-20', [2011, 2012, 2013, 2014]],
    ['2011-12-01', '2014-12-19', [2012, 2013]],
  ])('a term from %s to %s owes %o', (from, to, years) => {
    expect(annualReportYearsOf([{ from: day(from), to: day(to) }], settings)).toEqual(years)
  })
})

describe('Art. 19: the bar', () => {
  it.each([
    ['2012-03-01', '2015-03-01', '2015-03-02'],
    ['2012-02-29', '2015-02-28', '2015-03-01'],
  ])('revoked on %s: barred until %s, admissible from %s', (decidedOn, barredUntil, admissibleFrom) => {
    expect(revocationBar({ ground: '19.2', decidedOn: day(decidedOn) }, settings)).toEqual({
      barredUntil,
      admissibleFrom,
    })
  })

  it('does not follow from Art. 17, unless by setting (note 27)', () => {
    const revocation = { ground: '17', decidedOn: day('2012-03-01') } as const
    expect(revocationBar(revocation, settings)).toBeNull()
    const strict = officeSettings(({ interpretation }) => (interpretation.barAfterFailedEvaluation = true))
    expect(revocationBar(revocation, strict)?.barredUntil).toBe('2015-03-01')
  })
})

describe('Art. 29: the span of the measure', () => {
  it('is five years from the date of issue, unknown until the office sets it (note 31)', () => {
    expect(regulationSpan(settings)).toEqual({ from: '2010-09-01', to: '2015-09-01' })
    expect(
      regulationSpan(officeSettings(({ interpretation }) => (interpretation.regulationIssuedOn = null))),
    ).toBeNull()
  })
})

describe('Art. 16 where one term ends and the next begins', () => {
  const years = (...terms: [string, string][]) =>
    annualReportYearsOf(
      terms.map(([from, to]) => ({ from: day(from), to: day(to) })),
      settings,
    )

  it.each(['12-01', '12-10', '12-11', '12-19', '12-20'])(
    'in December (%s), the report of that year is owed',
    (joint) => {
      const before = addDays(day(`2026-${joint}`), -1)
      expect(years(['2023-11-30', before], [`2026-${joint}`, '2029-11-30'])).toEqual([
        2023, 2024, 2025, 2026, 2027, 2028,
      ])
    },
  )

  it('also with some days between the two, and by either term alone where that covers it', () => {
    expect(years(['2023-06-01', '2026-12-03'], ['2026-12-12', '2029-12-12'])).toContain(2026)
    expect(years(['2023-06-01', '2026-12-25'], ['2026-12-26', '2029-12-26'])).toContain(2026)
  })

  it('not by an alliance that was no pilot in the year before the reminder', () => {
    expect(years(['2021-03-01', '2024-03-01'], ['2026-12-05', '2029-12-05'])).not.toContain(2026)
    expect(years(['2026-12-05', '2029-12-05'])).toEqual([2027, 2028])
  })
})
