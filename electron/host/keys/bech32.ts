const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3] as const

function polymod(values: readonly number[]): number {
  let sum = 1
  for (const value of values) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    generator.forEach((term, bit) => {
      if (((top >>> bit) & 1) === 1) sum ^= term
    })
  }
  return sum
}

const expandPrefix = (prefix: string): number[] => {
  const codes = Array.from(prefix, (letter) => letter.charCodeAt(0))
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)]
}

/** Regroups bits from `from` to `to` a value; null if the left-over bits are not padding. */
function regroup(values: Iterable<number>, from: number, to: number, pad: boolean): number[] | null {
  const regrouped: number[] = []
  let rest = 0
  let bits = 0
  for (const value of values) {
    rest = ((rest << from) | value) & 0xfff
    bits += from
    while (bits >= to) {
      bits -= to
      regrouped.push((rest >> bits) & ((1 << to) - 1))
    }
  }
  const left = (rest << (to - bits)) & ((1 << to) - 1)
  if (pad) {
    if (bits > 0) regrouped.push(left)
    return regrouped
  }
  return bits >= from || left !== 0 ? null : regrouped
}

/** Bytes as Bech32 (BIP 173, without its limit of length, as age uses it), in lower case. */
export function encodeBech32(prefix: string, bytes: Uint8Array): string {
  const values = regroup(bytes, 8, 5, true) ?? []
  const sum = polymod([...expandPrefix(prefix), ...values, 0, 0, 0, 0, 0, 0]) ^ 1
  const check = [25, 20, 15, 10, 5, 0].map((shift) => (sum >>> shift) & 31)
  return `${prefix}1${[...values, ...check].map((value) => alphabet.charAt(value)).join('')}`
}

/** Bytes of a Bech32 text; null for a wrong prefix, a wrong check, mixed case or any other flaw. */
export function decodeBech32(prefix: string, text: string): Buffer | null {
  if (text !== text.toLowerCase() && text !== text.toUpperCase()) return null
  const lower = text.toLowerCase()
  if (!lower.startsWith(`${prefix}1`) || lower.length < prefix.length + 7) return null
  const values = Array.from(lower.slice(prefix.length + 1), (letter) => alphabet.indexOf(letter))
  if (values.includes(-1) || polymod([...expandPrefix(prefix), ...values]) !== 1) return null
  const bytes = regroup(values.slice(0, -6), 5, 8, false)
  return bytes === null ? null : Buffer.from(bytes)
}
