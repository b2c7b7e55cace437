import { yearOf, type CalendarDate } from '../domain/date'
import { parseDocumentNumber } from '../documents/notice-facts'
import { gapAt, type Gap } from './act'

/**
 * What is wrong with the number of a document beside its day: the year in it is that of the day, or the next where the
 * number was given after the turn of the year. A number without a year in brackets is the office's own and says
 * nothing.
 */
export function numberGaps(field: string, typed: string, on: CalendarDate | null): readonly Gap[] {
  const number = parseDocumentNumber(typed)
  if (number === undefined || on === null) return []
  const year = yearOf(on)
  if (number.year === year || number.year === year + 1) return []
  return [gapAt(field, 'number-year', { number: typed.trim(), year: number.year, on })]
}

/** Numbers that follow the first one: 川科函〔2027〕12号, 13号 …; as many of the same where it has no serial. */
export function numbersFrom(first: string, count: number): readonly string[] {
  const number = parseDocumentNumber(first)
  const serial = number?.serial
  if (number === undefined || serial === undefined) return Array.from({ length: count }, () => first)
  return Array.from({ length: count }, (_, index) => `${number.agencyCode}〔${number.year}〕${serial + index}号`)
}
