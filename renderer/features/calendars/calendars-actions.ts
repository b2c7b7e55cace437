import { calendarFileSchema, type CalendarFile } from '@shared/calendar/calendar-file'
import { err, ok, type Result } from '@shared/lib/result'
import { saveCalendar } from '@renderer/data/calendars'

/** Reads a calendar file: what it says, or what is wrong with it. */
function readCalendarFile(text: string): Result<CalendarFile, string> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return err('JSON')
  }
  const parsed = calendarFileSchema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  return err(
    parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')} ${issue.message}`.trim()).join('; '),
  )
}

/** Takes one year's file in. Nothing is kept of a file that does not fit. */
export async function importCalendar(file: File): Promise<Result<CalendarFile, string>> {
  const read = readCalendarFile(await file.text())
  if (read.ok) await saveCalendar(read.value)
  return read
}
