/** What a number in a cell stands for (ISO/IEC 29500-1, 18.8.30). */
export type CellFormat =
  | { readonly kind: 'plain' }
  | { readonly kind: 'day' }
  | { readonly kind: 'percent' }
  /** Digits with zeros before them, as codes are shown. */
  | { readonly kind: 'padded'; readonly digits: number }

export const plainFormat: CellFormat = { kind: 'plain' }

/** The formats that have a number and no code; those of East Asia among them show days. */
const isBuiltinDay = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** @param code the code of a format of the workbook's own; `undefined`: the built-in one of that number */
export function formatOf(id: number, code: string | undefined): CellFormat {
  if (code === undefined) {
    if (isBuiltinDay(id)) return { kind: 'day' }
    return id === 9 || id === 10 ? { kind: 'percent' } : plainFormat
  }
  // Words in quotation marks, escaped signs and conditions in brackets are no part of the pattern.
  const [pattern = ''] = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, '').split(';')
  if (/^0{2,}$/u.test(pattern)) return { kind: 'padded', digits: pattern.length }
  if (pattern.includes('%')) return { kind: 'percent' }
  return /[ymdhs]/iu.test(pattern) && !/[#0]/u.test(pattern.replace(/\.0+/gu, '')) ? { kind: 'day' } : plainFormat
}

const dayMs = 86_400_000

/** Days are counted from the last of 1899, and the first of them as if 1900 had been a leap year; or from 1904. */
export function dayOfSerial(serial: number, isFrom1904: boolean): string | null {
  const days = isFrom1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  if (!Number.isFinite(days) || serial < 0 || days > 2_958_466) return null
  const instant = new Date(Date.UTC(1899, 11, 30) + Math.round((days * dayMs) / 60_000) * 60_000).toISOString()
  const time = instant.slice(11, 16)
  if (serial < 1 && !isFrom1904) return time
  return time === '00:00' ? instant.slice(0, 10) : `${instant.slice(0, 10)} ${time}`
}

/** The number of a cell as a person sees it: fifteen digits at most count; longer codes are as they were written. */
export function numberWords(written: string, format: CellFormat, isFrom1904: boolean): string {
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return written
  if (format.kind === 'day') return dayOfSerial(value, isFrom1904) ?? written
  if (format.kind === 'percent') return `${decimal(value * 100)}%`
  if (Math.abs(value) >= 1e15) return written
  const words = decimal(value)
  return format.kind === 'padded' && /^\d+$/u.test(words) ? words.padStart(format.digits, '0') : words
}

/** Without the dust of binary fractions (0.1 + 0.2), and never with an exponent. */
function decimal(value: number): string {
  const rounded = Number(value.toPrecision(15))
  const words = String(rounded)
  if (!/e/iu.test(words)) return words
  return rounded.toFixed(20).replace(/\.?0+$/u, '')
}
