import { z } from 'zod'
import { addDays, calendarDateSchema, weekday, yearOf, type CalendarDate } from '../domain/date'
import type { WorkCalendar, WorkYear } from './work-calendar'

/** December of the year before may be part of a notice: a weekend worked for New Year's Day. */
const belongs = (day: CalendarDate, year: number): boolean => yearOf(day) === year || day.startsWith(`${year - 1}-12-`)

const daysSchema = z
  .array(calendarDateSchema)
  .max(366)
  .refine((days) => new Set(days).size === days.length, { params: { words: 'shape.calendar.twice' } })

/** One year's calendar as a file: what is vendored, and what an office imports when the next notice is out. */
export const calendarFileSchema = z
  .strictObject({
    format: z.literal('lianshen-calendar/1'),
    year: z.int().min(2000).max(2200),
    holidays: daysSchema.refine((days) => days.length > 0, { params: { words: 'shape.calendar.noHolidays' } }),
    makeUpWorkdays: daysSchema,
    /** Title and place of the State Council's notice. */
    sourceNotice: z.string().trim().min(1).max(1000),
  })
  .superRefine(({ year, holidays, makeUpWorkdays }, context) => {
    const refuse = (words: string, day: string) => context.addIssue({ code: 'custom', params: { words, day, year } })
    for (const day of [...holidays, ...makeUpWorkdays]) if (!belongs(day, year)) refuse('shape.calendar.otherYear', day)
    for (const day of makeUpWorkdays) {
      if (weekday(day) % 6 !== 0) refuse('shape.calendar.noWeekend', day)
      if (holidays.includes(day)) refuse('shape.calendar.both', day)
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
