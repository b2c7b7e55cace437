import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import type { Digest } from '../files/durable-file'
import { frameSizes, readHeader } from './frames'
import { headerSizeOf, magicSize } from './log-format'

const pieceSize = 1 << 20

export type LogInspection = Digest & {
  /** Every frame is whole and nothing stands behind the last one. */
  readonly isWhole: boolean
}

/** Reads a log file from the disk in pieces, however large its frames are: its hash, and whether every checksum holds. */
export async function inspectLog(path: string): Promise<LogInspection> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const whole = createHash('sha256')
    const magic = await hashRange(handle, 0, Math.min(size, magicSize), [whole])
    const start = Math.min(size, headerSizeOf(magic))
    let isWhole = size >= headerSizeOf(magic)
    await hashRange(handle, magic.length, start - magic.length, [whole])
    for (let offset = start; offset < size;) {
      const length = isWhole ? await frameLength(handle, offset, size) : null
      if (length === null) {
        isWhole = false
        await hashRange(handle, offset, size - offset, [whole])
        break
      }
      const frame = createHash('sha256')
      const covered = length - frameSizes.checksum
      await hashRange(handle, offset, covered, [whole, frame])
      const checksum = await hashRange(handle, offset + covered, frameSizes.checksum, [whole])
      if (!frame.digest().equals(checksum)) isWhole = false
      offset += length
    }
    return { sha256: whole.digest('hex'), size, isWhole }
  } finally {
    await handle.close()
  }
}

type Hash = ReturnType<typeof createHash>

/** Length of the frame that starts here; null if none does. */
async function frameLength(handle: FileHandle, offset: number, size: number): Promise<number | null> {
  const bytes = Buffer.alloc(frameSizes.header)
  if (offset + bytes.length > size) return null
  await handle.read(bytes, 0, bytes.length, offset)
  const header = readHeader(bytes)
  const length = header === null ? 0 : frameSizes.header + header.payloadLength + frameSizes.checksum
  return header === null || offset + length > size ? null : length
}

/** Feeds a range to the hashes; answers its last piece. @throws RangeError if the file became shorter meanwhile */
async function hashRange(handle: FileHandle, offset: number, length: number, hashes: readonly Hash[]): Promise<Buffer> {
  let piece = Buffer.alloc(0)
  for (let done = 0; done < length; done += piece.length) {
    piece = Buffer.alloc(Math.min(pieceSize, length - done))
    const { bytesRead } = await handle.read(piece, 0, piece.length, offset + done)
    if (bytesRead !== piece.length) throw new RangeError('a log file became shorter while it was read')
    for (const hash of hashes) hash.update(piece)
  }
  return piece
}
