import { createCipheriv, createHash } from 'node:crypto'
import { numberOf } from './pdf-streams'
import type { PdfDict } from './pdf-lexer'

/** What pads a password to 32 bytes (ISO 32000-1 7.6.3.3). */
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

/**
 * Whether a PDF opens without anybody typing a password, as files do that only restrict printing or copying.
 * @param encrypt the dictionary /Encrypt @param id the first string of the trailer's /ID
 */
export function opensWithoutPassword({ entries }: PdfDict, id: Buffer): boolean {
  const revision = numberOf(entries.get('R')) ?? 0
  const owner = stringOf(entries.get('O'))
  const user = stringOf(entries.get('U'))
  if (revision >= 5) {
    const salt = user.subarray(32, 40)
    const hash = revision === 5 ? createHash('sha256').update(salt).digest() : hardenedHash(salt)
    return hash.equals(user.subarray(0, 32))
  }
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE((numberOf(entries.get('P')) ?? 0) | 0)
  const md5 = createHash('md5').update(padding).update(owner.subarray(0, 32)).update(permissions).update(id)
  if (revision >= 4 && entries.get('EncryptMetadata') === false) md5.update(Buffer.alloc(4, 0xff))
  const length = revision === 2 ? 5 : Math.min(16, Math.max(5, (numberOf(entries.get('Length')) ?? 40) / 8))
  let key = md5.digest().subarray(0, length)
  if (revision === 2) return rc4(key, padding).equals(user.subarray(0, 32))
  for (let round = 0; round < 50; round += 1) key = createHash('md5').update(key).digest().subarray(0, length)
  let check: Buffer = createHash('md5').update(padding).update(id).digest()
  for (let round = 0; round < 20; round += 1) check = rc4(Buffer.from(key.map((byte) => byte ^ round)), check)
  return check.equals(user.subarray(0, 16))
}

type Entry = ReturnType<PdfDict['entries']['get']>

/** A string of a PDF; empty if the value is none. */
export const stringOf = (value: Entry): Buffer =>
  typeof value === 'object' && value?.kind === 'string' ? value.bytes : Buffer.alloc(0)

/** The hash of revision 6 for the empty password (ISO 32000-2 7.6.4.3.4, algorithm 2.B). */
function hardenedHash(salt: Buffer): Buffer {
  let key = createHash('sha256').update(salt).digest()
  for (let round = 0; ; round += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false)
    const sealed = cipher.update(Buffer.concat(Array.from({ length: 64 }, () => key)))
    const remainder = sealed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3
    key = createHash(remainder === 0 ? 'sha256' : remainder === 1 ? 'sha384' : 'sha512')
      .update(sealed)
      .digest()
    if (round >= 63 && (sealed.at(-1) ?? 0) <= round - 32) return key.subarray(0, 32)
  }
}

/** RC4, which newer builds of OpenSSL leave out. Only to read what older programs wrote. */
function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const at = (index: number): number => state[index & 0xff] ?? 0
  const swap = (a: number, b: number): void => {
    const held = at(a)
    state[a & 0xff] = at(b)
    state[b & 0xff] = held
  }
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 0xff
    swap(i, j)
  }
  let i = 0
  let j = 0
  return Buffer.from(
    Array.from(bytes, (byte) => {
      i = (i + 1) & 0xff
      j = (j + at(i)) & 0xff
      swap(i, j)
      return byte ^ at(at(i) + at(j))
    }),
  )
}
