import type { FileHandle } from 'node:fs/promises'
import { frameSizes, readFrame, readHeader, type Frame, type Scan } from './frames'

const windowSize = 1 << 20

/** What follows the frames that were read: as the tail of `Scan`. `end` is where they end. */
export type ReadTail = Pick<Scan, 'end' | 'tail'>

/** A frame with the very bytes of the file that it is. */
export type FrameBytes = Frame & { readonly bytes: Buffer }

/** Reads the frames of a file from a place on, one after the other, so that a large file never lies in memory whole. */
export async function* readFrames(
  handle: FileHandle,
  from: number,
  size: number,
): AsyncGenerator<FrameBytes, ReadTail> {
  let window: Buffer = Buffer.alloc(0)
  let offset = from
  while (offset < size) {
    let frame = readFrame(window, offset)
    if (window.length === 0 || typeof frame === 'string') {
      window = await readOn(handle, window, offset, Math.min(size - offset, Math.max(windowSize, sizeAt(window))))
      // The header may have come only now, and with it how long the frame is.
      const wanted = Math.min(size - offset, sizeAt(window))
      if (wanted > window.length) window = await readOn(handle, window, offset, wanted)
      frame = readFrame(window, offset)
    }
    if (typeof frame === 'string') {
      // What this is can be told only by all that follows.
      window = await readOn(handle, window, offset, size - offset)
      frame = readFrame(window, offset)
    }
    if (typeof frame === 'string') return { end: offset, tail: frame }
    yield { ...frame, bytes: window.subarray(0, frame.size) }
    window = window.subarray(frame.size)
    offset += frame.size
  }
  return { end: offset, tail: 'clean' }
}

/** Bytes of the frame that begins here, as its header says; none if it is not known. */
function sizeAt(window: Buffer): number {
  const header = window.length < frameSizes.header ? null : readHeader(window)
  return header === null ? 0 : frameSizes.header + header.payloadLength + frameSizes.checksum
}

/**
 * The file from `offset` on, of which `window` holds the beginning.
 * @throws RangeError if it became shorter meanwhile
 */
async function readOn(handle: FileHandle, window: Buffer, offset: number, length: number): Promise<Buffer> {
  if (window.length >= length) return window
  const whole = Buffer.allocUnsafeSlow(length)
  window.copy(whole)
  let filled = window.length
  while (filled < length) {
    const { bytesRead } = await handle.read(whole, filled, length - filled, offset + filled)
    if (bytesRead === 0) throw new RangeError('a log file became shorter while it was read')
    filled += bytesRead
  }
  return whole
}
