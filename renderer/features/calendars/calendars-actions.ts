import { calendarFileSchema, type CalendarFile } from '@shared/calendar/calendar-file'
import { placeWords, shapeSentences } from '@shared/messages/shape-words'
import type { Translate } from '@shared/messages/translate'
import { err, ok, type Result } from '@shared/lib/result'
import { saveCalendar } from '@renderer/data/calendars'

/** Reads a calendar file: what it says, or what is wrong with it. */
function readCalendarFile(text: string, t: Translate): Result<CalendarFile, string> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return err(t('calendars.notJson'))
  }
  const parsed = calendarFileSchema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  return err(shapeSentences(parsed.error.issues, value, t, (path) => placeWords(path, t)))
}

/** Takes one year's file in. Nothing is kept of a file that does not fit. */
export async function importCalendar(file: File, t: Translate): Promise<Result<CalendarFile, string>> {
  const read = readCalendarFile(await file.text(), t)
  if (read.ok) await saveCalendar(read.value)
  return read
}
