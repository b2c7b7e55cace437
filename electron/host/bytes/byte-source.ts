import { open } from 'node:fs/promises'
import { named } from '../files/named-failure'
import { borrowBuffer, pieceSize, returnBuffer } from '../files/scratch'

/** Bytes to read at random: a file, or memory. */
export type ByteSource = {
  readonly size: number
  /**
   * Exactly `length` bytes, in the beginning of `into` where the source copies at all and that is given.
   * @throws RangeError if the source is shorter
   */
  readonly read: (offset: number, length: number, into?: Buffer) => Promise<Buffer>
  readonly close: () => Promise<void>
  /** Reads in windows of its own where little is asked for, see `windowed`. */
  readonly hasWindow?: true
  /**
   * SHA-256 of exactly this range, where it was hashed before and no other bytes can be read from it since; null where
   * it must be hashed.
   */
  readonly knownSha256?: (offset: number, size: number) => string | null
}

export function memorySource(bytes: Uint8Array): ByteSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    size: buffer.length,
    read: async (offset, length) => {
      if (offset + length > buffer.length) throw new RangeError('source is shorter')
      return buffer.subarray(offset, offset + length)
    },
    close: async () => undefined,
  }
}

export async function fileSource(path: string): Promise<ByteSource> {
  const handle = await open(path, 'r')
  const { size } = await handle.stat()
  return {
    size,
    read: async (offset, length, into) => {
      const buffer = into?.subarray(0, length) ?? Buffer.allocUnsafe(length)
      const { bytesRead } = await handle.read(buffer, 0, length, offset).catch((error: unknown) => {
        throw named(error, path)
      })
      if (bytesRead !== length) throw new RangeError('source is shorter')
      return buffer
    },
    close: () => handle.close(),
  }
}

const windowSize = 1 << 16

/**
 * The same source, read in windows of 64 KiB where little is asked for: twenty thousand headers close together are then
 * a few readings (and decryptions) instead of one each.
 */
export function windowed(source: ByteSource): ByteSource {
  if (source.hasWindow) return source
  let start = 0
  let window: Buffer = Buffer.alloc(0)
  return {
    size: source.size,
    read: async (offset, length, into) => {
      if (offset >= start && offset + length <= start + window.length) {
        return window.subarray(offset - start, offset - start + length)
      }
      if (length >= windowSize || offset + length > source.size) return source.read(offset, length, into)
      const found = await source.read(offset, Math.min(windowSize, source.size - offset))
      start = offset
      window = found
      return found.subarray(0, length)
    },
    close: source.close,
    hasWindow: true,
  }
}

/**
 * Reads a range in pieces of at most 1 MiB, each while the one before it is worked on. A piece is the consumer's only
 * until it asks for the next: two buffers serve for any length.
 */
export async function* readPieces(source: ByteSource, offset: number, length: number): AsyncGenerator<Buffer> {
  const buffers = [borrowBuffer(), borrowBuffer()]
  const readAt = (done: number): Promise<Buffer> | null =>
    done >= length
      ? null
      : source.read(offset + done, Math.min(pieceSize, length - done), buffers[(done / pieceSize) % 2])
  let next = readAt(0)
  try {
    for (let done = 0; next !== null; done += pieceSize) {
      const piece = await next
      next = readAt(done + pieceSize)
      yield piece
    }
  } finally {
    // Who stops in the middle may close the source: nothing is under way then, and no failure is left unheard.
    await next?.catch(() => undefined)
    for (const buffer of buffers) returnBuffer(buffer)
  }
}
