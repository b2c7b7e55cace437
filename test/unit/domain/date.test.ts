import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  calendarDateSchema,
  daysBetween,
  elapsed,
  formatChineseDate,
  weekday,
} from '@shared/domain/date'
import { day } from '../../helpers/facts'

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((offset) => addDays(day('1960-01-01'), offset))

describe('a calendar date', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '1899-12-31', '2200-01-01', '0000-01-01', '9999-12-31'])(
    '%s is refused',
    (text) => {
      expect(calendarDateSchema.safeParse(text).success).toBe(false)
    },
  )

  it.each(['1900-01-01', '2024-02-29', '2199-12-31'])('%s is taken', (text) => {
    expect(calendarDateSchema.parse(text)).toBe(text)
  })

  it('is the same day in every zone', () => {
    expect(weekday(day('2026-11-22'))).toBe(0)
    expect(addDays(day('2026-03-08'), 1)).toBe('2026-03-09')
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01')
  })

  it('moves by days and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days)
        expect(addDays(addDays(from, days), -days)).toBe(from)
      }),
    )
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2014-09-20', -6, '2014-03-20'],
  ])('%s moved by %s months is %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to)
  })

  it('a year after 29 February is the 28th', () => {
    expect(addYears(day('2012-02-29'), 3)).toBe('2015-02-28')
    expect(addYears(day('2012-02-29'), 4)).toBe('2016-02-29')
  })

  it('elapsed time adds up to the later day', () => {
    expect(elapsed(day('2010-01-21'), day('2011-01-20'))).toEqual({ years: 0, months: 11, days: 30 })
    expect(elapsed(day('2010-01-20'), day('2011-01-20'))).toEqual({ years: 1, months: 0, days: 0 })
    expect(elapsed(day('2011-01-20'), day('2010-01-20'))).toEqual({ years: 0, months: 0, days: 0 })
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 3000 }), (from, length) => {
        const to = addDays(from, length)
        const { years, months, days } = elapsed(from, to)
        expect(addDays(addMonths(from, years * 12 + months), days)).toBe(to)
        expect(months).toBeLessThan(12)
      }),
    )
  })

  it('is written in Chinese without leading zeros (GB/T 9704)', () => {
    expect(formatChineseDate(day('2026-02-05'))).toBe('2026年2月5日')
  })
})
