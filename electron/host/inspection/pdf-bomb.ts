import { createInflate, inflateSync } from 'node:zlib'
import { inspectionLimits } from './limits'
import { unpackAscii85, unpackAsciiHex } from './pdf-codecs'

/** Most that DEFLATE can make of a byte. */
const deflateRatio = 1032

const unfolding = new Set(['FlateDecode', 'LZWDecode', 'RunLengthDecode'])

/**
 * Whether a stream unfolds to more than any page needs. Small ones cannot and are not unpacked to see.
 * @param filters their long names, in the order of decoding
 */
export async function isBomb(raw: Buffer, filters: readonly string[]): Promise<boolean> {
  const layers = filters.filter((name) => unfolding.has(name))
  if (layers.length > 4) return true
  // What only writes bytes as text hides no more than its length.
  if (filters[0] === 'ASCIIHexDecode') return isBomb(unpackAsciiHex(raw), filters.slice(1))
  if (filters[0] === 'ASCII85Decode') return isBomb(unpackAscii85(raw), filters.slice(1))
  if (filters[0] === 'Crypt') return isBomb(raw, filters.slice(1))
  if (filters[0] !== 'FlateDecode') return false
  if (layers.length === 1) return raw.length * deflateRatio > inspectionLimits.unpackedBytes && (await overflows(raw))
  // A layer in a layer multiplies; what the first one makes is looked at in turn.
  if (raw.length * deflateRatio ** layers.length <= inspectionLimits.unpackedBytes) return false
  const inner = inflateSome(raw)
  return inner === null || isBomb(inner, filters.slice(1))
}

function inflateSome(bytes: Buffer): Buffer | null {
  try {
    // 2 is Z_SYNC_FLUSH: what is there counts, though the end is missing.
    return inflateSync(bytes, { maxOutputLength: inspectionLimits.readBytes, finishFlush: 2 })
  } catch {
    return null
  }
}

/** Counts what a stream unfolds to without keeping it, up to the limit. */
function overflows(raw: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    let size = 0
    const inflate = createInflate({ chunkSize: 262_144 })
    const settle = (answer: boolean): void => {
      inflate.destroy()
      resolve(answer)
    }
    inflate.on('data', (piece: Buffer) => {
      size += piece.length
      if (size > inspectionLimits.unpackedBytes) settle(true)
    })
    // Damage is no bomb: a reader stops there as well.
    inflate.on('error', () => settle(false))
    inflate.on('end', () => settle(false))
    inflate.end(raw)
  })
}
