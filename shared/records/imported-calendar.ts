import { calendarWith } from '../calendar/vendored'
import type { WorkCalendar } from '../calendar/work-calendar'
import type { Row } from './projection'

/** The working days of a desk: the vendored years, and what was imported, which replaces a vendored year. */
export const calendarOf = (rows: readonly Row<'calendars'>[]): WorkCalendar =>
  calendarWith(rows.map((row) => row.value))
