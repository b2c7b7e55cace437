import { addDays, weekday, yearOf, type CalendarDate } from '../domain/date'

/** One year of the State Council's holiday notice. */
export type WorkYear = {
  readonly year: number
  readonly holidays: ReadonlySet<CalendarDate>
  /** Saturdays and Sundays that are worked (调休). */
  readonly makeUpWorkdays: ReadonlySet<CalendarDate>
  readonly sourceNotice: string
}

/** By year. A year that is missing is unknown, not empty. */
export type WorkCalendar = ReadonlyMap<number, WorkYear>

export type Deadline = {
  readonly lastDay: CalendarDate
  /** 暂定: a year on the way has no published calendar, so the day may still move. */
  readonly provisional: boolean
}

/**
 * Last day of a span of working days (Art. 18: 30). The day of the event is not counted; an act on the last day is in
 * time.
 * @throws RangeError if `count` is no positive integer.
 */
export function workDayDeadline(event: CalendarDate, count: number, calendar: WorkCalendar): Deadline {
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`working days are counted from 1, got ${count}`)
  let day = event
  let provisional = false
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    const year = calendar.get(yearOf(day))
    if (year === undefined) provisional = true
    if (isWorkDay(day, year)) left -= 1
  }
  return { lastDay: day, provisional }
}

/**
 * What a calendar knows of a day: `holiday` and `make-up` by the notice, else the week; null where its year is unknown.
 */
export function dayKind(day: CalendarDate, calendar: WorkCalendar): 'work' | 'weekend' | 'holiday' | 'make-up' | null {
  const year = calendar.get(yearOf(day))
  if (year === undefined) return null
  if (year.makeUpWorkdays.has(day)) return 'make-up'
  if (year.holidays.has(day)) return 'holiday'
  return isWorkDay(day, year) ? 'work' : 'weekend'
}

function isWorkDay(day: CalendarDate, year: WorkYear | undefined): boolean {
  if (year?.makeUpWorkdays.has(day) === true) return true
  if (year?.holidays.has(day) === true) return false
  return weekday(day) !== 0 && weekday(day) !== 6
}
