import { z } from 'zod'

/**
 * A day on the calendar, `YYYY-MM-DD`, of 1900 to 2199: what lies outside is a slip of the pen. `<` and `===` work.
 * Never a JavaScript `Date`.
 */
export const calendarDateSchema = z.iso
  .date()
  .refine((day) => day >= '1900-01-01' && day <= '2199-12-31', 'a day lies between 1900 and 2199')
  .brand<'CalendarDate'>()
export type CalendarDate = z.infer<typeof calendarDateSchema>

/** A month of a plan, `YYYY-MM`. */
export const calendarMonthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/u)

/** An instant of the local clock, ISO 8601 with offset or Z. Information only: nothing is ever ordered by it. */
export const instantSchema = z.iso.datetime({ offset: true })

const dayMs = 86_400_000

// UTC on both sides, so the zone of the machine never matters.
const fromEpochDay = (ms: number): CalendarDate => new Date(ms).toISOString().slice(0, 10) as CalendarDate

export const addDays = (date: CalendarDate, days: number): CalendarDate => fromEpochDay(Date.parse(date) + days * dayMs)

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (date: CalendarDate): number => new Date(date).getUTCDay()

export const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4))

/** Whole days from `from` to `to`; negative if `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/** Same day of the month `months` later, or that month's last day if it has no such day (Civil Code practice). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const index = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const day = Math.min(Number(date.slice(8, 10)), last)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CalendarDate
}

/** Same date in another year; 29 February becomes the 28th (note 19). */
export const addYears = (date: CalendarDate, years: number): CalendarDate => addMonths(date, years * 12)

/**
 * How long something has run: whole years, whole months beyond them, and days beyond those. `to` before `from` gives
 * zeros.
 */
export function elapsed(from: CalendarDate, to: CalendarDate): { years: number; months: number; days: number } {
  if (to < from) return { years: 0, months: 0, days: 0 }
  let months = (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  if (addMonths(from, months) > to) months -= 1
  return { years: Math.floor(months / 12), months: months % 12, days: daysBetween(addMonths(from, months), to) }
}

/** 2026年12月5日: full year, no leading zeros (GB/T 9704). */
export const formatChineseDate = (date: CalendarDate): string =>
  `${yearOf(date)}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
