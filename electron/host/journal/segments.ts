import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { Digest } from '../files/durable-file'

/** A stretch of a file, behind those before it. */
export type Segment = Digest

const pieceSize = 1 << 20

/**
 * Whether the bytes of a file, from its start, are those of these segments. More may follow.
 * @param read hears every byte of them
 */
export async function holdsSegments(
  handle: FileHandle,
  segments: readonly Segment[],
  read: (bytes: Uint8Array) => void = () => undefined,
): Promise<boolean> {
  const piece = Buffer.allocUnsafe(pieceSize)
  let offset = 0
  for (const { size, sha256 } of segments) {
    const hash = createHash('sha256')
    for (let left = size; left > 0;) {
      const { bytesRead } = await handle.read(piece, 0, Math.min(pieceSize, left), offset)
      if (bytesRead === 0) return false
      hash.update(piece.subarray(0, bytesRead))
      read(piece.subarray(0, bytesRead))
      offset += bytesRead
      left -= bytesRead
    }
    if (hash.digest('hex') !== sha256) return false
  }
  return true
}

export const sizeOfSegments = (segments: readonly Segment[]): number =>
  segments.reduce((sum, { size }) => sum + size, 0)
