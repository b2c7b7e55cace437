import { createHash } from 'node:crypto'
import { fileSource, type ByteSource } from '../bytes/byte-source'
import type { Digest } from '../files/durable-file'
import { frameSizes, readHeader } from './frames'
import { headerSizeOf, magicSize } from './log-format'

const pieceSize = 1 << 20

export type LogInspection = Digest & {
  /** Every frame is whole and nothing stands behind the last one. */
  readonly isWhole: boolean
}

/**
 * Reads a log file from the disk in pieces, however large its frames are: its hash, and whether every checksum holds.
 */
export async function inspectLog(path: string): Promise<LogInspection> {
  const source = await fileSource(path)
  try {
    return await inspectFrames(source)
  } finally {
    await source.close()
  }
}

/**
 * The same of bytes that lie anywhere. @param from where a frame begins: what is before it is not read, and the hash is
 * that of the rest
 */
export async function inspectFrames(log: ByteSource, from = 0): Promise<LogInspection> {
  const { size } = log
  const whole = createHash('sha256')
  let start = from
  let isWhole = true
  if (from === 0) {
    const magic = await hashRange(log, 0, Math.min(size, magicSize), [whole])
    start = Math.min(size, headerSizeOf(magic))
    isWhole = size >= headerSizeOf(magic)
    await hashRange(log, magic.length, start - magic.length, [whole])
  }
  for (let offset = start; offset < size;) {
    const length = isWhole ? await frameLength(log, offset) : null
    if (length === null) {
      isWhole = false
      await hashRange(log, offset, size - offset, [whole])
      break
    }
    const frame = createHash('sha256')
    const covered = length - frameSizes.checksum
    await hashRange(log, offset, covered, [whole, frame])
    const checksum = await hashRange(log, offset + covered, frameSizes.checksum, [whole])
    if (!frame.digest().equals(checksum)) isWhole = false
    offset += length
  }
  return { sha256: whole.digest('hex'), size: size - from, isWhole }
}

type Hash = ReturnType<typeof createHash>

/** Length of the frame that starts here; null if none does. */
async function frameLength(log: ByteSource, offset: number): Promise<number | null> {
  if (offset + frameSizes.header > log.size) return null
  const header = readHeader(await log.read(offset, frameSizes.header))
  const length = header === null ? 0 : frameSizes.header + header.payloadLength + frameSizes.checksum
  return header === null || offset + length > log.size ? null : length
}

/** Feeds a range to the hashes; answers its last piece. @throws RangeError if the file became shorter meanwhile */
async function hashRange(log: ByteSource, offset: number, length: number, hashes: readonly Hash[]): Promise<Buffer> {
  let piece: Buffer = Buffer.alloc(0)
  for (let done = 0; done < length; done += piece.length) {
    piece = await log.read(offset + done, Math.min(pieceSize, length - done))
    for (const hash of hashes) hash.update(piece)
  }
  return piece
}
