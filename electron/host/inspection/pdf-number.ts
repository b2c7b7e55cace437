/**
 * Numbers as Adobe's programs and those after their example read them, far more leniently than ISO 32000-1 7.3.3 writes
 * them.
 */

const [plus, minus, dot, lineFeed, carriageReturn] = [0x2b, 0x2d, 0x2e, 10, 13]

export const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39

export const isNumberStart = (byte: number | undefined): boolean =>
  byte === plus || byte === minus || byte === dot || isDigit(byte)

const isExponent = (byte: number | undefined): boolean => byte === 0x45 || byte === 0x65

/** Whether a number may go on behind its first digits. */
export const numberGoesOn = (byte: number | undefined): boolean => byte === dot || byte === minus || isExponent(byte)

/** What may stand behind a sign that stands alone, which then is 0: white space, a string or bracket, or the end. */
const closesSign = (byte: number | undefined): boolean =>
  byte === undefined || [0, 9, 10, 12, 13, 32, 0x28, 0x3c].includes(byte)

/**
 * The number that begins at `at`: `1-2` is 12, `1e1` is 10, `- ` is 0, and a line may end between a sign and the
 * digits; null if it is none even so.
 */
export function lexNumber(bytes: Buffer, at: number): { readonly value: number; readonly end: number } | null {
  let place = at
  const isNegative = bytes[place] === minus
  if (isNegative || bytes[place] === plus) place += 1
  if (isNegative && bytes[place] === minus) place += 1
  while (place > at && (bytes[place] === lineFeed || bytes[place] === carriageReturn)) place += 1
  let decimals = bytes[place] === dot ? 0 : null
  if (decimals !== null) place += 1
  if (!isDigit(bytes[place])) return closesSign(bytes[place]) ? { value: 0, end: place } : null
  let value = 0
  for (; ; place += 1) {
    const byte = bytes[place]
    if (byte !== undefined && isDigit(byte)) {
      value = value * 10 + byte - 0x30
      if (decimals !== null) decimals += 1
    } else if (byte === dot && decimals === null) decimals = 0
    else if (byte !== minus) break
  }
  const exponent = isExponent(bytes[place]) ? exponentAt(bytes, place + 1) : null
  const power = (exponent?.value ?? 0) - (decimals ?? 0)
  // Powers of ten below one are no exact numbers: 50 * 0.1 is, 30 * 0.1 is not.
  const scaled = power < 0 ? value / 10 ** -power : value * 10 ** power
  return { value: isNegative ? -scaled : scaled, end: exponent?.end ?? place }
}

function exponentAt(bytes: Buffer, at: number): { readonly value: number; readonly end: number } | null {
  const hasSign = bytes[at] === plus || bytes[at] === minus
  let place = hasSign ? at + 1 : at
  if (!isDigit(bytes[place])) return null
  let value = 0
  for (; isDigit(bytes[place]) || bytes[place] === minus; place += 1) {
    if (bytes[place] !== minus) value = Math.min(1000, value * 10 + (bytes[place] ?? 0) - 0x30)
  }
  return { value: bytes[at] === minus ? -value : value, end: place }
}
