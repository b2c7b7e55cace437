import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Bytes of a nonce and of a tag of AES-256-GCM. */
export const gcmSizes = { nonce: 12, tag: 16 } as const

/** AES-256-GCM: ciphertext and tag. A nonce must never serve twice under one key. */
export function encrypt(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, aad: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(aad)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** The same into `target` from `at` on. @returns how many bytes: those of the plaintext and the tag */
export function encryptInto(
  target: Buffer,
  at: number,
  key: Uint8Array,
  nonce: Uint8Array,
  plain: Uint8Array,
  aad: Uint8Array,
): number {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(aad)
  cipher.update(plain).copy(target, at)
  cipher.final()
  cipher.getAuthTag().copy(target, at + plain.length)
  return plain.length + gcmSizes.tag
}

/** The plaintext; null if a bit of key, nonce, ciphertext, tag or `aad` is another. */
export function decrypt(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Buffer | null {
  if (sealed.length < gcmSizes.tag) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: gcmSizes.tag })
    decipher.setAAD(aad)
    decipher.setAuthTag(sealed.subarray(-gcmSizes.tag))
    const plain = decipher.update(sealed.subarray(0, -gcmSizes.tag))
    decipher.final()
    return plain
  } catch {
    return null
  }
}

/** A small secret with a random nonce, in base64, as the JSON files of a profile carry it. */
export function sealText(key: Uint8Array, plain: Uint8Array, aad: Uint8Array): { nonce: string; sealed: string } {
  const nonce = randomBytes(gcmSizes.nonce)
  return { nonce: nonce.toString('base64'), sealed: encrypt(key, nonce, plain, aad).toString('base64') }
}

/** What `sealText` made; null if it does not open. */
export const openText = (
  key: Uint8Array,
  { nonce, sealed }: { readonly nonce: string; readonly sealed: string },
  aad: Uint8Array,
): Buffer | null => decrypt(key, Buffer.from(nonce, 'base64'), Buffer.from(sealed, 'base64'), aad)

/** 32 bytes for one purpose out of a secret of 256 bits (RFC 5869, SHA-256). */
export const deriveSubkey = (secret: Uint8Array, purpose: string, salt: Uint8Array = new Uint8Array()): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, purpose, 32))
