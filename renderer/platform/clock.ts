import { calendarDateSchema, type CalendarDate } from '@shared/domain/date'

const pad = (value: number): string => String(value).padStart(2, '0')

/** HH:mm of an instant on this computer's clock. */
export function timeOfDay(instant: string): string {
  const time = new Date(instant)
  return `${pad(time.getHours())}:${pad(time.getMinutes())}`
}

/** YYYY-MM-DD HH:mm of an instant on this computer's clock. */
export function dayAndTime(instant: string): string {
  const time = new Date(instant)
  return `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())} ${timeOfDay(instant)}`
}

/** The day of an instant on this computer's clock. */
export const dayOf = (instant: string): CalendarDate => calendarDateSchema.parse(dayAndTime(instant).slice(0, 10))

/** The instant now, ISO 8601. Information for file metadata; nothing is ordered by it. */
export const now = (): string => new Date().toISOString()
