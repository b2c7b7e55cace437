import { calendarFileSchema, type CalendarFile } from '@shared/calendar/calendar-file'
import { calendarWith } from '@shared/calendar/vendored'
import type { WorkCalendar } from '@shared/calendar/work-calendar'
import { parseInput, readJson, requireFormat } from './read-input'
import type { CliWorld } from './world'

/** The working days that come with the program and those of calendar files, which replace a year that is known. */
export async function readCalendars(paths: readonly string[], world: CliWorld): Promise<WorkCalendar> {
  const files: CalendarFile[] = []
  for (const path of paths) {
    const value = await readJson(path)
    requireFormat(path, value, ['lianshen-calendar/1'])
    files.push(parseInput(path, calendarFileSchema, value, world.t))
  }
  return calendarWith(files)
}
