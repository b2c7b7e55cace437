import { breather } from '../lib/breathe'
import type { ByteSource } from '../bytes/byte-source'
import { refuse } from '../lib/failure'
import { ageVersionLine, maxHeaderLength, readHeader } from './envelope-header'
import { unwrapFileKey, type EnvelopeKeys } from './file-key'
import { openSegment, payloadKeyOf, payloadNonceSize, sealedSegmentSize, segmentSize, tagSize } from './payload'

/** What opens the payload of one envelope file again: no more than this crosses to the reading thread. */
export type OpenedEnvelope = {
  readonly payloadKey: Uint8Array
  /** Where the first segment begins. */
  readonly offset: number
}

/** Whether bytes begin as an age file does (not in armour). */
export const isEnvelope = (start: Uint8Array): boolean =>
  Buffer.from(start.subarray(0, ageVersionLine.length)).toString('latin1') === ageVersionLine

/** Finds the key of an envelope. @throws HostFailure `envelope.*` as `readHeader` and `unwrapFileKey` */
export async function openEnvelope(source: ByteSource, keys: EnvelopeKeys): Promise<OpenedEnvelope> {
  const header = readHeader(await source.read(0, Math.min(maxHeaderLength, source.size)))
  const fileKey = await unwrapFileKey(header, keys)
  if (source.size < header.length + payloadNonceSize) refuse('envelope.truncated')
  const nonce = await source.read(header.length, payloadNonceSize)
  return { payloadKey: payloadKeyOf(fileKey, nonce), offset: header.length + payloadNonceSize }
}

/**
 * The plain bytes of an envelope, to read at random: segments are opened as they are asked for, so the plain text is
 * never on the disk nor whole in memory. The last segment is opened first, so a cut or lengthened file is known at
 * once.
 * @throws HostFailure `envelope.truncated`, `envelope.trailing-bytes`, `envelope.damaged` (also while reading)
 */
export async function envelopeSource(sealed: ByteSource, envelope: OpenedEnvelope): Promise<ByteSource> {
  const { payloadKey: key, offset } = envelope
  const sealedSize = sealed.size - offset
  const count = Math.max(1, Math.ceil(sealedSize / sealedSegmentSize))
  const lastStart = offset + (count - 1) * sealedSegmentSize
  const last = await sealed.read(lastStart, sealed.size - lastStart)
  const end = openSegment(key, count - 1, true, last)
  if (end === null || (end.length === 0 && count > 1)) return explainEnd(sealed, envelope, count)
  const size = (count - 1) * segmentSize + end.length
  let cached = { index: count - 1, plain: end }

  const openSegments = async (from: number, to: number): Promise<Buffer[]> => {
    const start = offset + from * sealedSegmentSize
    const bytes = await sealed.read(start, Math.min(sealed.size, start + (to - from) * sealedSegmentSize) - start)
    return Array.from({ length: to - from }, (_, step) => {
      const index = from + step
      const piece = bytes.subarray(step * sealedSegmentSize, (step + 1) * sealedSegmentSize)
      const plain =
        openSegment(key, index, index === count - 1, piece) ?? refuse('envelope.damaged', { segment: index + 1 })
      cached = { index, plain }
      return plain
    })
  }
  return {
    size,
    read: async (at, length, into) => {
      if (at + length > size) throw new RangeError('source is shorter')
      if (length === 0) return Buffer.alloc(0)
      const from = Math.floor(at / segmentSize)
      const to = Math.floor((at + length - 1) / segmentSize) + 1
      const before = cached.index === from ? [cached.plain] : []
      const after = from + before.length < to ? await openSegments(from + before.length, to) : []
      const plain = into?.subarray(0, length) ?? Buffer.allocUnsafe(length)
      let place = from * segmentSize - at
      for (const segment of [...before, ...after]) {
        segment.copy(plain, Math.max(0, place), Math.max(0, -place))
        place += segment.length
      }
      return plain
    },
    close: () => sealed.close(),
  }
}

/** Says what is wrong with a payload whose end does not open: something behind it, something missing, or a change. */
async function explainEnd(
  sealed: ByteSource,
  { payloadKey: key, offset }: OpenedEnvelope,
  count: number,
): Promise<never> {
  for (let index = 0; index < count; index += 1) {
    const start = offset + index * sealedSegmentSize
    const piece = await sealed.read(start, Math.min(sealedSegmentSize, sealed.size - start))
    if (openSegment(key, index, false, piece) !== null) continue
    if (openSegment(key, index, true, piece) !== null || (await hasEndInside(piece, key, index))) {
      return refuse('envelope.trailing-bytes')
    }
    // A short piece that opens neither way was cut off; a whole one was changed.
    if (piece.length < sealedSegmentSize) return refuse('envelope.truncated')
    return refuse('envelope.damaged', { segment: index + 1 })
  }
  return refuse('envelope.truncated')
}

/** Whether a last segment ends a little before the piece does: something was put behind it. */
async function hasEndInside(piece: Buffer, key: Uint8Array, index: number): Promise<boolean> {
  const breathe = breather()
  const most = Math.min(4096, piece.length - tagSize)
  for (let extra = 1; extra <= most; extra += 1) {
    if (openSegment(key, index, true, piece.subarray(0, piece.length - extra)) !== null) return true
    await breathe()
  }
  return false
}
