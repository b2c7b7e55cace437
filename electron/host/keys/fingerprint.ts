import { createHash } from 'node:crypto'
import { keyIdSchema, type KeyId } from '@shared/domain/ids'
import { digitGroups } from '@shared/lib/digit-groups'

const digestOfKey = (spki: Uint8Array): Buffer => createHash('sha256').update(spki).digest()

/** First 32 hexadecimal digits of SHA-256 over the public key (SPKI, DER). */
export const keyIdOf = (spki: Uint8Array): KeyId => keyIdSchema.parse(digestOfKey(spki).toString('hex').slice(0, 32))

/**
 * The fingerprint people compare by telephone: SHA-256 over the public key (SPKI, DER); of its first 30 bytes every
 * five are one big-endian number modulo 100,000, written with five digits. Six groups, about 99 bits.
 */
export const fingerprintOf = (spki: Uint8Array): string => digitGroups(digestOfKey(spki).subarray(0, 30))
