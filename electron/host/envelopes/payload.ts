import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'

/** Plain bytes of a segment; only the last may be shorter, and it is empty only if the whole payload is. */
export const segmentSize = 65_536
export const tagSize = 16
export const sealedSegmentSize = segmentSize + tagSize
/** Before the first segment. */
export const payloadNonceSize = 16

/** The key of a payload. */
export const payloadKeyOf = (fileKey: Uint8Array, nonce: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32))

/** Bytes of the payload for so many plain bytes, nonce included. */
export const payloadSize = (plainSize: number): number =>
  payloadNonceSize + plainSize + Math.max(1, Math.ceil(plainSize / segmentSize)) * tagSize

/** STREAM: an 11-byte big-endian counter, and whether it is the last. */
function segmentNonce(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(index, 5, 6)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}

/** One segment sealed, as the pieces to write one after the other. */
export function sealSegment(key: Uint8Array, index: number, isLast: boolean, plain: Uint8Array): readonly Buffer[] {
  const cipher = createCipheriv('chacha20-poly1305', key, segmentNonce(index, isLast), { authTagLength: tagSize })
  const sealed = cipher.update(plain)
  cipher.final()
  return [sealed, cipher.getAuthTag()]
}

/** One segment opened; null if it is not what was sealed at this place. */
export function openSegment(key: Uint8Array, index: number, isLast: boolean, sealed: Uint8Array): Buffer | null {
  if (sealed.length < tagSize) return null
  const decipher = createDecipheriv('chacha20-poly1305', key, segmentNonce(index, isLast), { authTagLength: tagSize })
  decipher.setAuthTag(sealed.subarray(sealed.length - tagSize))
  const plain = decipher.update(sealed.subarray(0, sealed.length - tagSize))
  try {
    decipher.final()
    return plain
  } catch {
    return null
  }
}
