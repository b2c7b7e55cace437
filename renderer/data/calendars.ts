import { saveCalendar as saveCalendarAs } from '@shared/acts/office'
import type { CalendarFile } from '@shared/calendar/calendar-file'
import type { WorkCalendar } from '@shared/calendar/work-calendar'
import { calendarOf } from '@shared/records/imported-calendar'
import { append, deskDatabase } from './desk'

const importedRows = () => deskDatabase().rows('calendars').toArray()

/** The working days of this desk, with the years that were imported. */
export const loadCalendar = async (): Promise<WorkCalendar> => calendarOf(await importedRows())

/** The years that were imported, the latest first. */
export const listImportedYears = async (): Promise<readonly CalendarFile[]> =>
  (await importedRows()).map((row) => row.value).sort((a, b) => b.year - a.year)

/** Takes one year's arrangement in; it replaces what was known of that year. */
export async function saveCalendar(file: CalendarFile): Promise<void> {
  await append(...saveCalendarAs(file))
}
