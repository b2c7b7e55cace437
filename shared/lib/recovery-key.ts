/*
 * A recovery key on paper: 32 bytes as 52 symbols of Crockford's base32 (260 bits, the last four zero), four to a group
 * with a fifth as its check: 13 groups. The check finds every wrong symbol, every pair of symbols that changed places
 * and a group in the place of another, and tells which group it is.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const byteLength = 32
const groupCount = 13
const dataLength = 4
const groupLength = dataLength + 1

export type RecoveryKeyReading =
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** The first group (1-13) that is not as it was printed. */
  | { readonly kind: 'malformed'; readonly group: number }

/**
 * Writes 32 random bytes for a person to keep: 13 groups of five, joined by hyphens.
 * @throws RangeError for another length
 */
export function formatRecoveryKey(bytes: Uint8Array): string {
  if (bytes.length !== byteLength) throw new RangeError(`a recovery key has ${byteLength} bytes`)
  const groups = Array.from({ length: groupCount }, (_, group) => {
    const values = Array.from({ length: dataLength }, (_value, index) => fiveBitsAt(bytes, group * dataLength + index))
    return [...values, checkOf(values, group)].map((value) => alphabet[value]).join('')
  })
  return groups.join('-')
}

/**
 * Reads what a person typed: spaces and hyphens anywhere, small letters, O for 0, I and L for 1, full-width forms.
 */
export function readRecoveryKey(text: string): RecoveryKeyReading {
  const groups = splitIntoGroups(text.normalize('NFKC').toUpperCase())
  const values: number[] = []
  for (let group = 0; group < groupCount; group += 1) {
    const symbols = Array.from(groups[group] ?? '', valueOf)
    const data = symbols.slice(0, dataLength)
    const isWhole = symbols.length === groupLength && !symbols.includes(-1) && symbols.at(-1) === checkOf(data, group)
    if (!isWhole) return { kind: 'malformed', group: group + 1 }
    values.push(...data)
  }
  const bytes = bytesOf(values)
  if (groups.length > groupCount || bytes === null) return { kind: 'malformed', group: groupCount }
  return { kind: 'read', bytes }
}

/** As a person separated them, if every group but one can be told apart so; else every five symbols. */
function splitIntoGroups(text: string): readonly string[] {
  const separated = text.split(/[^\p{L}\p{N}]+/u).filter((group) => group !== '')
  if (separated.length === groupCount) return separated
  const joined = separated.join('')
  return Array.from({ length: Math.ceil(joined.length / groupLength) }, (_, index) =>
    joined.slice(index * groupLength, (index + 1) * groupLength),
  )
}

function valueOf(symbol: string): number {
  if (symbol === 'O') return 0
  if (symbol === 'I' || symbol === 'L') return 1
  return alphabet.indexOf(symbol)
}

function fiveBitsAt(bytes: Uint8Array, index: number): number {
  const bit = index * 5
  const byte = bit >> 3
  const two = ((bytes[byte] ?? 0) << 8) | (bytes[byte + 1] ?? 0)
  return (two >> (11 - (bit & 7))) & 31
}

/** Null if the four bits behind the last byte are not zero. */
function bytesOf(values: readonly number[]): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(byteLength)
  let held = 0
  let bits = 0
  let length = 0
  for (const value of values) {
    held = ((held << 5) | value) & 0xfff
    bits += 5
    if (bits < 8) continue
    bits -= 8
    bytes[length] = (held >> bits) & 0xff
    length += 1
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : null
}

/**
 * A weighted sum in the field of 32 elements (x^5 + x^2 + 1): weights 2, 4, 8, 16 for the symbols, and the group's
 * number, so that two groups never have the same sum for the same symbols.
 */
const checkOf = (values: readonly number[], group: number): number =>
  values.reduce((sum, value, index) => sum ^ times(value, index + 1), group + 1)

/** `value` times 2 to the `power`. */
function times(value: number, power: number): number {
  let product = value
  for (let step = 0; step < power; step += 1) product = product & 16 ? (product << 1) ^ 0b100101 : product << 1
  return product
}
