import { InvalidArgumentError } from 'commander'
import { calendarDateSchema, type CalendarDate } from '@shared/domain/date'
import type { Translate } from '@shared/messages/translate'

/** A day of the calendar, written YYYY-MM-DD. */
export const dayOption =
  (t: Translate) =>
  (value: string): CalendarDate => {
    const parsed = calendarDateSchema.safeParse(value)
    if (!parsed.success) throw new InvalidArgumentError(t('cli.expected.day'))
    return parsed.data
  }

/** A count of days, 1 to 3000. */
export const countOption =
  (t: Translate) =>
  (value: string): number => {
    const count = /^\d{1,4}$/u.test(value) ? Number(value) : 0
    if (count < 1 || count > 3000) throw new InvalidArgumentError(t('cli.expected.count'))
    return count
  }
