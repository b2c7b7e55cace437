import { calendarDateSchema, type CalendarDate } from '../domain/date'
import { foldName } from '../lib/names'
import { fenOf, moneyUnitIn, type MoneyUnit } from './money-unit'
import type { CellRead } from './table-shape'

/**
 * A cell as it is kept: without spaces around it and line breaks inside, which a spreadsheet makes of a narrow column.
 */
export function tidyCell(cell: string): string {
  const bare = /^="(.*)"$/su.exec(cell.trim())?.[1] ?? cell
  return bare
    .replace(/\s*[\r\n\u2028\u2029]+\s*/gu, '\n')
    .replace(/(?<=[A-Za-z0-9,.;:])\n(?=[A-Za-z0-9])/gu, ' ')
    .replaceAll('\n', '')
    .trim()
}

/** Whether a cell stands for "nothing here". */
export const isBlank = (cell: string): boolean => /^[\s/\\\-—–－]*$/u.test(cell)

const cellError = /^#(ref!|n\/a|value!|div\/0!|name\?|null!|num!|#+)|^#{3,}$/iu

/** Free text of at most so many characters; line breaks inside stay. */
export const readText =
  (max: number) =>
  (cell: string): CellRead<string> =>
    sized(cell.trim().replace(/\r\n?/gu, '\n'), max)

/** A name on one line, of at most so many characters. */
export const readLine =
  (max: number) =>
  (cell: string): CellRead<string> =>
    sized(tidyCell(cell), max)

function sized(text: string, max: number): CellRead<string> {
  if (cellError.test(text)) return { unread: 'cell-error' }
  return text.length > max ? { unread: 'too-long' } : { value: text }
}

/**
 * A code of a unit. What a spreadsheet made a number of is refused: 9.15E+17 says fifteen digits at most, and eighteen
 * digits that end in three zeros and fail their check digit (GB 32100) have lost their end.
 */
export function readCode(cell: string): CellRead<string> {
  const code = tidyCell(cell)
    .normalize('NFKC')
    .replace(/^'/u, '')
    .replace(/[\s\p{Cf}]+/gu, '')
  if (cellError.test(code)) return { unread: 'cell-error' }
  if (/^\d+(\.\d*)?e\+?\d+$/iu.test(code)) return { unread: 'exponent-code' }
  if (/^\d{15}000$/u.test(code) && !hasCheckDigit(code)) return { unread: 'rounded-code' }
  return code.length > 40 ? { unread: 'too-long' } : { value: code.toUpperCase() }
}

const codeLetters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** GB 32100-2015: the eighteenth character of a 统一社会信用代码 is a check of the others. */
function hasCheckDigit(code: string): boolean {
  let weight = 1
  let sum = 0
  for (const letter of code.slice(0, 17)) {
    sum += codeLetters.indexOf(letter) * weight
    weight = (weight * 3) % 31
  }
  return codeLetters[(31 - (sum % 31)) % 31] === code[17]
}

/** An amount in the unit of its column, or in the one that the cell itself names. A share in percent is no amount. */
export function readMoney(cell: string, unit: MoneyUnit): CellRead<number> {
  const folded = tidyCell(cell).normalize('NFKC')
  if (cellError.test(folded)) return { unread: 'cell-error' }
  if (/[%‰]/u.test(folded)) return { unread: 'ratio' }
  const own = moneyUnitIn(folded)
  if (own === 'foreign') return { unread: 'foreign-money' }
  const amount = folded.replace(/\s|人民币|rmb|cny|[¥￥]|(百万|千|仟|万|亿)?元?整?$/giu, '')
  const digits = /^\d{1,3}(,\d{3})+(\.\d+)?$/u.test(amount) ? amount.replaceAll(',', '') : amount
  // A sign of money alone (¥) says yuan only where no unit stands in the head.
  const counted = own === null || (own === 'yuan' && !/元/u.test(folded)) ? unit : own
  const fen = fenOf(digits, counted)
  return fen === null ? { unread: 'not-an-amount' } : { value: fen }
}

/** A day as people and programs write it, a time of the day behind it or not. */
export function readDay(cell: string): CellRead<CalendarDate> {
  const folded = tidyCell(cell).normalize('NFKC')
  const match =
    /^(\d{4})(?:\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?|(\d{2})(\d{2}))(?:(?:\s+|T|(?<=[日号]))\s*(?:星期.|周.)?\s*(?:上午|下午|am|pm)?\s*\d{1,2}[:时]\d{1,2}.*)?$/iu.exec(
      folded,
    )
  if (match === null) return { unread: 'not-a-day' }
  const pad = (part: string | undefined) => (part ?? '').padStart(2, '0')
  const day = calendarDateSchema.safeParse(
    `${match[1] ?? ''}-${pad(match[2] ?? match[4])}-${pad(match[3] ?? match[5])}`,
  )
  return day.success ? { value: day.data } : { unread: 'not-a-day' }
}

/** A month (2026年3月, 2026.3, 2026-03), or the month of a day. */
export function readMonth(cell: string): CellRead<string> {
  const folded = tidyCell(cell).normalize('NFKC')
  const match = /^(\d{4})(?:\s*[-./年]\s*(\d{1,2})\s*月?|(\d{2}))$/u.exec(folded)
  if (match === null) {
    const day = readDay(folded)
    return 'value' in day ? { value: day.value.slice(0, 7) } : { unread: 'not-a-month' }
  }
  const month = Number(match[2] ?? match[3])
  const year = Number(match[1])
  if (month < 1 || month > 12 || year < 1900 || year > 2199) return { unread: 'not-a-month' }
  return { value: `${year}-${String(month).padStart(2, '0')}` }
}

/** Two months in one cell (起止年月). */
export function readSpan(cell: string): CellRead<{ readonly from: string; readonly to: string }> {
  const folded = tidyCell(cell).normalize('NFKC')
  const parts = /^(.+?)\s*(?:至|到|~|—+|–|-{2,}|−|(?<=[月\d])\s*-\s*(?=\d{4}))\s*(.+)$/u.exec(folded)
  const from = readMonth(parts?.[1] ?? '')
  const to = readMonth(parts?.[2] ?? '')
  return 'value' in from && 'value' in to ? { value: { from: from.value, to: to.value } } : { unread: 'not-a-month' }
}

/** Yes or no as tables say it. */
export function readYesNo(cell: string): CellRead<boolean> {
  const folded = foldName(cell)
  if (/^(是|有|yes|y|true|[√✓✔☑])$/u.test(folded)) return { value: true }
  if (/^(否|不是|无|no|n|false|[×✗✘x])$/u.test(folded)) return { value: false }
  return { unread: 'unknown-choice' }
}

/** One of a few, by the first word that is found. */
export const readChoice =
  <V extends string>(choices: readonly (readonly [V, RegExp])[]) =>
  (cell: string): CellRead<V> => {
    const found = choices.find(([, words]) => words.test(foldName(cell)))
    return found === undefined ? { unread: 'unknown-choice' } : { value: found[0] }
  }
