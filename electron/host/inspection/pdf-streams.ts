import { createInflate, inflateSync } from 'node:zlib'
import { inspectionLimits } from './limits'
import type { PdfDict, PdfValue } from './pdf-lexer'

/** Most that DEFLATE can make of a byte. */
const deflateRatio = 1032

export type PdfStream = { readonly dict: PdfDict; readonly raw: Buffer }

export const nameOf = (value: PdfValue | undefined): string | null =>
  typeof value === 'object' && value?.kind === 'name' ? value.name : null

export const numberOf = (value: PdfValue | undefined): number | null => (typeof value === 'number' ? value : null)

/** The names of a stream's filters, in the order of decoding. */
export function filtersOf({ entries }: PdfDict): readonly string[] {
  const filter = entries.get('Filter')
  if (typeof filter === 'object' && filter?.kind === 'array') return filter.items.map((item) => nameOf(item) ?? '?')
  const name = nameOf(filter)
  return name === null ? [] : [name]
}

const flate = new Set(['FlateDecode', 'Fl'])
const unfolding = new Set(['FlateDecode', 'Fl', 'LZWDecode', 'LZW', 'RunLengthDecode', 'RL'])

/** The content of a stream; null if it is packed otherwise than object streams are, or is larger than is read. */
export function decodeStream({ dict, raw }: PdfStream): Buffer | null {
  let bytes = raw
  for (const filter of filtersOf(dict)) {
    if (flate.has(filter)) {
      const unpacked = inflateSome(bytes)
      if (unpacked === null) return null
      bytes = unpacked
    } else if (filter === 'ASCIIHexDecode' || filter === 'AHx') {
      bytes = Buffer.from(bytes.toString('latin1').replace(/>[^]*$|[^0-9a-f]/giu, ''), 'hex')
    } else return null
  }
  return withoutPredictor(bytes, dict)
}

/** Inflates, also what breaks off in the middle, as readers do. */
function inflateSome(bytes: Buffer): Buffer | null {
  try {
    // 2 is Z_SYNC_FLUSH: what is there counts, though the end is missing.
    return inflateSync(bytes, { maxOutputLength: inspectionLimits.readBytes, finishFlush: 2 })
  } catch {
    return null
  }
}

/** Undoes PNG predictors (ISO 32000-1 7.4.4.4), which writers put on cross-reference and some on object streams. */
function withoutPredictor(bytes: Buffer, { entries }: PdfDict): Buffer | null {
  const given = entries.get('DecodeParms')
  const parms = typeof given === 'object' && given?.kind === 'array' ? given.items.at(-1) : given
  if (typeof parms !== 'object' || parms?.kind !== 'dict') return bytes
  const predictor = numberOf(parms.entries.get('Predictor')) ?? 1
  if (predictor === 1) return bytes
  const columns = numberOf(parms.entries.get('Columns')) ?? 1
  const isPlain =
    (numberOf(parms.entries.get('Colors')) ?? 1) === 1 && (numberOf(parms.entries.get('BitsPerComponent')) ?? 8) === 8
  if (predictor < 10 || !isPlain || columns < 1 || columns > 1_000_000) return null
  const rows = Math.floor(bytes.length / (columns + 1))
  const plain = Buffer.alloc(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    const type = bytes[row * (columns + 1)] ?? 0
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column
      const left = column > 0 ? (plain[at - 1] ?? 0) : 0
      const up = row > 0 ? (plain[at - columns] ?? 0) : 0
      const corner = row > 0 && column > 0 ? (plain[at - columns - 1] ?? 0) : 0
      const added = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][type] ?? 0
      plain[at] = ((bytes[row * (columns + 1) + 1 + column] ?? 0) + added) & 0xff
    }
  }
  return plain
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner
  const distances = [left, up, corner].map((value) => Math.abs(estimate - value))
  return [left, up, corner][distances.indexOf(Math.min(...distances))] ?? 0
}

/** Whether a stream unfolds to more than any page needs. Small ones cannot and are not unpacked to see. */
export async function isBomb({ dict, raw }: PdfStream): Promise<boolean> {
  const layers = filtersOf(dict).filter((name) => unfolding.has(name))
  if (layers.length > 4) return true
  const [outer] = filtersOf(dict)
  if (outer === undefined || !flate.has(outer)) return false
  if (layers.length === 1) return raw.length * deflateRatio > inspectionLimits.unpackedBytes && (await overflows(raw))
  // A layer in a layer multiplies; what the first one makes is looked at in turn.
  if (raw.length * deflateRatio ** layers.length <= inspectionLimits.unpackedBytes) return false
  const inner = inflateSome(raw)
  if (inner === null) return true
  const rest: PdfDict = { kind: 'dict', entries: new Map([['Filter', restOf(dict)]]) }
  return isBomb({ dict: rest, raw: inner })
}

function restOf(dict: PdfDict): PdfValue {
  return {
    kind: 'array',
    items: filtersOf(dict)
      .slice(1)
      .map((name) => ({ kind: 'name', name }) as const),
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
