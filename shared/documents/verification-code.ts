/** The code on paper by which a file is found again: Crockford's base 32 over the first 40 bits of a SHA-256. */

/** No I, L, O, U: what is read aloud or typed from paper is not mistaken. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 8

/**
 * Eight characters for a SHA-256 given as 64 hexadecimal digits: its first 40 bits, five to a character, the first bits
 * first. The hash must not be that of the file itself, which carries the code. Two documents among ten thousand share a
 * code with a probability of 1 in 20,000: a register compares the whole hash afterwards.
 */
export function verificationCode(sha256: string): string {
  if (!/^[0-9a-f]{64}$/i.test(sha256)) throw new RangeError('a SHA-256 has 64 hexadecimal digits')
  const bits = BigInt(`0x${sha256.slice(0, 10)}`)
  return Array.from({ length: codeLength }, (_, index) => {
    const shift = BigInt(5 * (codeLength - 1 - index))
    return alphabet[Number((bits >> shift) & 31n)] ?? ''
  }).join('')
}

/**
 * A code as somebody typed it: case, spaces and hyphens do not matter, O is 0, I and L are 1. Undefined when it is
 * none.
 */
export function readVerificationCode(typed: string): string | undefined {
  const code = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/gu, '').replace(/O/gu, '0').replace(/[IL]/gu, '1')
  return code.length === codeLength && Array.from(code).every((character) => alphabet.includes(character))
    ? code
    : undefined
}
