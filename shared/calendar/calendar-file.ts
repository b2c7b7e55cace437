import { z } from 'zod'
import { addDays, calendarDateSchema, weekday, yearOf, type CalendarDate } from '../domain/date'
import type { WorkCalendar, WorkYear } from './work-calendar'

/** December of the year before may be part of a notice: a weekend worked for New Year's Day. */
const belongs = (day: CalendarDate, year: number): boolean => yearOf(day) === year || day.startsWith(`${year - 1}-12-`)

const daysSchema = z
  .array(calendarDateSchema)
  .max(366)
  .refine((days) => new Set(days).size === days.length, 'a day is listed twice')

/** One year's calendar as a file: what is vendored, and what an office imports when the next notice is out. */
export const calendarFileSchema = z
  .strictObject({
    format: z.literal('lianshen-calendar/1'),
    year: z.int().min(2000).max(2200),
    holidays: daysSchema.refine((days) => days.length > 0, 'a year has holidays'),
    makeUpWorkdays: daysSchema,
    /** Title and place of the State Council's notice. */
    sourceNotice: z.string().trim().min(1).max(1000),
  })
  .superRefine(({ year, holidays, makeUpWorkdays }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message })
    for (const day of [...holidays, ...makeUpWorkdays]) if (!belongs(day, year)) refuse(`${day} is not of ${year}`)
    for (const day of makeUpWorkdays) {
      if (weekday(day) % 6 !== 0) refuse(`${day} is no Saturday or Sunday, so it cannot be worked in exchange`)
      if (holidays.includes(day)) refuse(`${day} is listed as a holiday and as a working day`)
    }
  })
export type CalendarFile = Readonly<z.infer<typeof calendarFileSchema>>

/**
 * The calendar of all files. A later file replaces an earlier one of its year, and amends December of the year before
 * if that year is known.
 */
export function buildCalendar(files: readonly CalendarFile[]): WorkCalendar {
  const byYear = new Map(files.map((file) => [file.year, file]))
  const of = (year: number, list: 'holidays' | 'makeUpWorkdays'): readonly CalendarDate[] =>
    [...(byYear.get(year)?.[list] ?? []), ...(byYear.get(year + 1)?.[list] ?? [])].filter((day) => yearOf(day) === year)
  return new Map(
    [...byYear.values()].map(({ year, sourceNotice }): [number, WorkYear] => [
      year,
      {
        year,
        holidays: new Set(of(year, 'holidays')),
        makeUpWorkdays: new Set(of(year, 'makeUpWorkdays')),
        sourceNotice,
      },
    ]),
  )
}

/** Years from `from` to `to` that no calendar covers: what to import so that a provisional deadline becomes firm. */
export function uncoveredYears(from: CalendarDate, to: CalendarDate, calendar: WorkCalendar): readonly number[] {
  const years: number[] = []
  for (let year = yearOf(addDays(from, 1)); year <= yearOf(to); year += 1) if (!calendar.has(year)) years.push(year)
  return years
}
