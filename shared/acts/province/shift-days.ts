import { addDays, calendarDateSchema, daysBetween, type CalendarDate } from '../../domain/date'

const isDay = /^\d{4}-\d{2}-\d{2}$/u

/** Everything that a sample says, with every day so many days earlier: what it says of one year happens in another. */
export function shiftDays(value: unknown, days: number): unknown {
  if (typeof value === 'string') return isDay.test(value) ? addDays(calendarDateSchema.parse(value), -days) : value
  if (Array.isArray(value)) return value.map((item) => shiftDays(item, days))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shiftDays(item, days)]))
}

/** How many days lie between the day that a sample says and the one on which it is to be. */
export const daysEarlier = (said: CalendarDate, wanted: CalendarDate): number => daysBetween(wanted, said)
