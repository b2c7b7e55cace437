import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCalendar, calendarFileSchema, uncoveredYears } from '@shared/calendar/calendar-file'
import { calendarWith, vendoredCalendar } from '@shared/calendar/vendored'
import { workDayDeadline } from '@shared/calendar/work-calendar'
import { addDays, type CalendarDate } from '@shared/domain/date'

const day = (text: string) => text as CalendarDate
const days = (...texts: string[]) => texts.map(day)

const file2027 = calendarFileSchema.parse({
  format: 'lianshen-calendar/1',
  year: 2027,
  holidays: ['2027-01-01', '2027-01-02', '2027-01-03'],
  makeUpWorkdays: ['2026-12-26'],
  sourceNotice: '示例通知',
})

describe('Art. 18: thirty working days are counted by the State Council calendar', () => {
  it.each([
    ['2011-12-30', '2012-02-16'],
    ['2013-03-28', '2013-05-13'],
    ['2014-12-26', '2015-02-09'],
    ['2019-12-31', '2020-02-19'],
    ['2025-09-28', '2025-11-14'],
    ['2026-09-20', '2026-11-06'],
    ['2026-11-19', '2026-12-31'],
  ])('completed on %s, the last day is %s', (from, to) => {
    expect(workDayDeadline(day(from), 30, vendoredCalendar)).toEqual({ lastDay: to, provisional: false })
  })

  it('is provisional as soon as a day of a year without a calendar is counted', () => {
    expect(workDayDeadline(day('2026-11-25'), 30, vendoredCalendar).provisional).toBe(true)
    expect(workDayDeadline(day('2026-11-20'), 30, vendoredCalendar).provisional).toBe(true)
  })

  it('is provisional before the first year that is carried', () => {
    expect(workDayDeadline(day('2003-06-01'), 30, vendoredCalendar).provisional).toBe(true)
  })

  it('becomes firm when the missing year is imported', () => {
    expect(workDayDeadline(day('2026-11-25'), 30, calendarWith([file2027]))).toEqual({
      lastDay: '2027-01-06',
      provisional: false,
    })
  })

  it('lets a notice amend December of the year before', () => {
    expect(calendarWith([file2027]).get(2026)?.makeUpWorkdays.has(day('2026-12-26'))).toBe(true)
    expect(workDayDeadline(day('2026-12-25'), 1, calendarWith([file2027])).lastDay).toBe('2026-12-26')
    expect(workDayDeadline(day('2026-12-25'), 1, vendoredCalendar).lastDay).toBe('2026-12-28')
  })

  it('does not claim to know a year by its amended December alone', () => {
    expect(buildCalendar([file2027]).has(2026)).toBe(false)
  })

  it('counts the day after the event first, even if the event fell on a holiday', () => {
    expect(workDayDeadline(day('2026-10-03'), 1, vendoredCalendar).lastDay).toBe('2026-10-08')
  })

  it.each([0, -1, 1.5, Number.NaN])('refuses to count %s days', (count) => {
    expect(() => workDayDeadline(day('2026-01-05'), count, vendoredCalendar)).toThrow(RangeError)
  })

  it('never ends on a holiday or an unworked weekend, and grows with the count', () => {
    const anyDay = fc.integer({ min: 0, max: 8000 }).map((offset) => addDays(day('2004-01-01'), offset))
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const { lastDay } = workDayDeadline(from, count, vendoredCalendar)
        const year = vendoredCalendar.get(Number(lastDay.slice(0, 4)))
        expect(year?.holidays.has(lastDay) ?? false).toBe(false)
        expect(workDayDeadline(from, count + 1, vendoredCalendar).lastDay > lastDay).toBe(true)
        // Counting on from the last day gives the same as counting in one go.
        expect(workDayDeadline(lastDay, 1, vendoredCalendar).lastDay).toBe(
          workDayDeadline(from, count + 1, vendoredCalendar).lastDay,
        )
      }),
    )
  })
})

describe('the calendar that is carried', () => {
  it('covers 2004 to 2026, each year with its source', () => {
    expect([...vendoredCalendar.keys()]).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index))
    for (const year of vendoredCalendar.values()) expect(year.sourceNotice).toContain('国务院办公厅')
  })

  it('has New Year and the National Day of every year', () => {
    for (const [year, { holidays }] of vendoredCalendar) {
      for (const date of ['01-01', '10-01', '10-02', '10-03']) expect(holidays.has(day(`${year}-${date}`))).toBe(true)
    }
  })

  it('names the years to import for a span', () => {
    expect(uncoveredYears(day('2026-11-25'), day('2028-01-05'), vendoredCalendar)).toEqual([2027, 2028])
    expect(uncoveredYears(day('2026-12-31'), day('2027-01-05'), vendoredCalendar)).toEqual([2027])
    expect(uncoveredYears(day('2025-11-25'), day('2026-01-05'), vendoredCalendar)).toEqual([])
  })
})

describe('an imported calendar file', () => {
  it.each([
    ['of another format', { format: 'lianshen-calendar/2' }],
    ['with an unknown field', { extra: 1 }],
    ['without a source', { sourceNotice: ' ' }],
    ['without any holiday', { holidays: [] }],
    ['with a day that does not exist', { holidays: ['2027-02-30'] }],
    ['with a day of another year', { holidays: ['2028-01-01'] }],
    ['with a day of November before', { holidays: ['2026-11-30'] }],
    ['with a day twice', { holidays: days('2027-01-01', '2027-01-01') }],
    ['with a worked Wednesday', { makeUpWorkdays: ['2027-01-06'] }],
    ['with a day that is both', { makeUpWorkdays: ['2027-01-02'] }],
  ])('%s is refused', (_, change) => {
    expect(calendarFileSchema.safeParse({ ...file2027, ...change }).success).toBe(false)
  })
})
