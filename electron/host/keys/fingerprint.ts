import { createHash } from 'node:crypto'
import { keyIdSchema, type KeyId } from '@shared/domain/ids'

const digestOfKey = (spki: Uint8Array): Buffer => createHash('sha256').update(spki).digest()

/** First 32 hexadecimal digits of SHA-256 over the public key (SPKI, DER). */
export const keyIdOf = (spki: Uint8Array): KeyId => keyIdSchema.parse(digestOfKey(spki).toString('hex').slice(0, 32))

/**
 * The fingerprint people compare by telephone: SHA-256 over the public key (SPKI, DER); of its first 30 bytes every
 * five are one big-endian number modulo 100,000, written with five digits. Six groups, about 99 bits.
 */
export function fingerprintOf(spki: Uint8Array): string {
  const digest = digestOfKey(spki)
  return [0, 5, 10, 15, 20, 25]
    .map((offset) => String(digest.readUIntBE(offset, 5) % 100_000).padStart(5, '0'))
    .join(' ')
}
