/** FlateDecode (ISO 32000-1 7.4.4) with the predictors that cross-reference streams use. */
import { entry, PdfStructureError, type PdfDict } from './syntax'

/** More than any table, letter or page of ours unfolds to. */
const mostBytes = 64_000_000

/** How many bytes may still be unfolded: all streams of a file together, or many small bombs add up to a large one. */
export interface Room {
  left: number
}

export const roomFor = (most = mostBytes): Room => ({ left: most })

/** What a zlib stream holds. @throws PdfStructureError when it is broken or unfolds to more than `most` bytes. */
export async function inflate(packed: Uint8Array<ArrayBuffer>, most = mostBytes): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.length
      if (size > most) {
        await reader.cancel()
        throw new RangeError(`more than ${most} bytes`)
      }
      parts.push(read.value)
    }
  } catch (error) {
    throw new PdfStructureError(0, `a stream cannot be unfolded: ${error instanceof Error ? error.message : ''}`)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** As `inflate`, and takes what it unfolds from the room that is left. @throws PdfStructureError */
export async function inflateWithin(packed: Uint8Array<ArrayBuffer>, room: Room): Promise<Uint8Array> {
  const most = room.left
  room.left = 0
  const bytes = await inflate(packed, most)
  room.left = most - bytes.length
  return bytes
}

/**
 * The bytes of a stream that is unfiltered or packed once by FlateDecode. A broken one leaves no room for the next.
 * @throws PdfStructureError for all others, and for more than there is room for
 */
export async function decodeStream(dict: PdfDict, packed: Uint8Array<ArrayBuffer>, room: Room): Promise<Uint8Array> {
  const filter = single(entry(dict, 'Filter'))
  if (filter === undefined || filter.kind === 'null') return packed
  if (filter.kind !== 'name' || filter.name !== 'FlateDecode') {
    throw new PdfStructureError(dict.start, 'a stream is packed in a way that is not read here')
  }
  const parameters = single(entry(dict, 'DecodeParms'))
  const bytes = await inflateWithin(packed, room)
  if (parameters?.kind !== 'dict') return bytes
  const number = (name: string, otherwise: number): number => {
    const value = entry(parameters, name)
    return value?.kind === 'number' ? value.value : otherwise
  }
  const predictor = number('Predictor', 1)
  if (predictor === 1) return bytes
  if (predictor < 10) throw new PdfStructureError(dict.start, 'a stream has a predictor that is not read here')
  const perPixel = Math.max(1, (number('Colors', 1) * number('BitsPerComponent', 8)) >> 3)
  return withoutPredictor(bytes, Math.ceil((number('Columns', 1) * perPixel * 8) / 8), perPixel)
}

function single(value: ReturnType<typeof entry>): ReturnType<typeof entry> {
  if (value?.kind !== 'array') return value
  if (value.items.length > 1) throw new PdfStructureError(value.start, 'a stream has several filters')
  return value.items[0]
}

/** PNG prediction (RFC 2083 6): a byte in front of each row says how it was foretold. */
function withoutPredictor(bytes: Uint8Array, width: number, perPixel: number): Uint8Array {
  const rows = Math.floor(bytes.length / (width + 1))
  const result = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (width + 1)] ?? 0
    for (let column = 0; column < width; column++) {
      const at = row * width + column
      const left = column < perPixel ? 0 : (result[at - perPixel] ?? 0)
      const up = row === 0 ? 0 : (result[at - width] ?? 0)
      const corner = row === 0 || column < perPixel ? 0 : (result[at - width - perPixel] ?? 0)
      const foretold = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind]
      if (foretold === undefined) throw new PdfStructureError(0, 'a stream has a row of an unknown kind')
      result[at] = (bytes[row * (width + 1) + 1 + column] ?? 0) + foretold
    }
  }
  return result
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}
