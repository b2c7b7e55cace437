import { createInflateRaw, inflateSync } from 'node:zlib'
import { inspectionLimits } from './limits'
import { unpackAscii85, unpackAsciiHex, unpackLzw, unpackRunLength } from './pdf-codecs'
import type { PdfDict, PdfValue } from './pdf-lexer'
import { isDict, itemsOf, nameOf, numberOf, type PdfObjects } from './pdf-objects'

/** A filter of a stream (ISO 32000-1 7.4), by its long name, with its parameters. */
export type PdfFilter = { readonly name: string; readonly parms: PdfDict | null }

const longNames: Readonly<Record<string, string>> = {
  Fl: 'FlateDecode',
  LZW: 'LZWDecode',
  RL: 'RunLengthDecode',
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  CCF: 'CCITTFaxDecode',
  DCT: 'DCTDecode',
}

/** Ways in which one stream may be unpacked that are tried. */
const mostWays = 8

/** The filters of a stream, in the order of decoding, as most readers take them. */
export const filtersOf = (dict: PdfDict, objects: PdfObjects): readonly PdfFilter[] =>
  filterWays(dict, objects)[0] ?? []

/**
 * Every way in which readers take the filters of a stream: where they are said twice or in several versions, by the
 * long key or by the short one of inline pictures, or with parameters whose shape does not fit.
 */
export function filterWays(dict: PdfDict, objects: PdfObjects): readonly (readonly PdfFilter[])[] {
  const { entries } = dict
  const of = (key: string): readonly PdfValue[] => {
    const current = objects.resolve(entries.get(key))
    return [...(current === undefined ? [] : [current]), ...(entries.has(key) ? objects.meaningsOf(dict, key) : [])]
  }
  const short = of('F').filter((value) => nameOf(value) !== null || itemsOf(value) !== null)
  const given: (PdfValue | undefined)[] = [...new Set([...of('Filter'), ...short])]
  const parms: (PdfValue | undefined)[] = [...new Set([...of('DecodeParms'), ...of('DP')])]
  if (given.length === 0) return [[]]
  const ways = given.flatMap((filter) => {
    const names = itemsOf(filter) ?? (filter === undefined || filter === null ? [] : [filter])
    // One dictionary beside a list counts for its first filter, or for none.
    const fits = (parm: PdfValue | undefined): boolean => itemsOf(filter) === null || !isDict(parm)
    const shapes = parms.length === 0 ? [undefined] : parms.flatMap((parm) => (fits(parm) ? [parm] : [parm, undefined]))
    return shapes.map((shape) => namedFilters(names, itemsOf(shape) ?? [shape], objects))
  })
  return ways.slice(0, mostWays)
}

const namedFilters = (
  names: readonly PdfValue[],
  parms: readonly (PdfValue | undefined)[],
  objects: PdfObjects,
): readonly PdfFilter[] =>
  names.map((name, at) => {
    const written = nameOf(objects.resolve(name)) ?? '?'
    const own = objects.resolve(parms[at])
    return { name: longNames[written] ?? written, parms: isDict(own) ? own : null }
  })

export type Decoded = Buffer | 'opaque' | 'too-large'

/**
 * The content of a stream whose filters pack text; what breaks off or is damaged counts as far as it goes, as in
 * readers.
 * @returns 'opaque' if it is packed otherwise, 'too-large' if it is larger than is read
 */
export async function decode(raw: Buffer, filters: readonly PdfFilter[], objects: PdfObjects): Promise<Decoded> {
  let bytes = raw
  for (const { name, parms } of filters) {
    const number = (key: string, other: number): number => numberOf(objects.resolve(parms?.entries.get(key))) ?? other
    const unpacked = await unpack(bytes, name, number('EarlyChange', 1))
    if (typeof unpacked === 'string') return unpacked
    if (unpacked.length > inspectionLimits.readBytes) return 'too-large'
    const isPredicted = name === 'FlateDecode' || name === 'LZWDecode'
    const plain = isPredicted ? withoutPredictor(unpacked, number) : unpacked
    if (plain === null) return 'opaque'
    bytes = plain
  }
  return bytes
}

async function unpack(bytes: Buffer, filter: string, earlyChange: number): Promise<Decoded> {
  switch (filter) {
    case 'FlateDecode':
      return inflate(bytes)
    case 'LZWDecode':
      return unpackLzw(bytes, earlyChange)
    case 'RunLengthDecode':
      return unpackRunLength(bytes)
    case 'ASCIIHexDecode':
      return unpackAsciiHex(bytes)
    case 'ASCII85Decode':
      return unpackAscii85(bytes)
    // What it names was undone before, or changes nothing.
    case 'Crypt':
      return bytes
    default:
      return 'opaque'
  }
}

/** Inflates, also what breaks off in the middle, as readers do. */
async function inflate(bytes: Buffer): Promise<Decoded> {
  try {
    // 2 is Z_SYNC_FLUSH: what is there counts, though the end is missing.
    return inflateSync(bytes, { maxOutputLength: inspectionLimits.readBytes, finishFlush: 2 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return 'too-large'
    const partly = await inflatePartly(bytes)
    return partly.length === 0 ? 'opaque' : partly
  }
}

/** What can be had of damaged bytes, whatever their checksum says. */
function inflatePartly(bytes: Buffer): Promise<Buffer> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = []
    let size = 0
    const raw = createInflateRaw({ finishFlush: 2 })
    const settle = (): void => {
      raw.destroy()
      resolve(Buffer.concat(pieces))
    }
    raw.on('data', (piece: Buffer) => {
      pieces.push(piece)
      size += piece.length
      if (size > inspectionLimits.readBytes) settle()
    })
    raw.on('error', settle).on('end', settle)
    raw.end(bytes.subarray(2))
  })
}

/**
 * Undoes PNG and TIFF predictors (ISO 32000-1 7.4.4.4), which writers put on index streams and some on object streams.
 */
function withoutPredictor(bytes: Buffer, number: (key: string, other: number) => number): Buffer | null {
  const predictor = number('Predictor', 1)
  if (predictor <= 1) return bytes
  const [columns, colours, bits] = [number('Columns', 1), number('Colors', 1), number('BitsPerComponent', 8)]
  const width = Math.ceil((columns * colours * bits) / 8)
  const step = Math.max(1, Math.ceil((colours * bits) / 8))
  if (!(width >= 1 && width <= 4_000_000 && step <= 1000)) return null
  return predictor === 2 ? sumOfBytes(bytes, width, step, bits) : pngRows(bytes, width, step)
}

/** TIFF: each byte is the difference to the one of the same colour on its left. */
function sumOfBytes(bytes: Buffer, width: number, step: number, bits: number): Buffer | null {
  if (bits !== 8) return null
  const plain = Buffer.from(bytes)
  for (let at = 0; at < plain.length; at += 1) {
    if (at % width >= step) plain[at] = ((plain[at] ?? 0) + (plain[at - step] ?? 0)) & 0xff
  }
  return plain
}

/** PNG: a byte before each row says what was done to it. The last row may break off. */
function pngRows(bytes: Buffer, width: number, step: number): Buffer {
  const rows = Math.ceil(bytes.length / (width + 1))
  const plain = Buffer.alloc(Math.max(0, bytes.length - rows))
  for (let row = 0; row < rows; row += 1) {
    const type = bytes[row * (width + 1)] ?? 0
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column
      if (at >= plain.length) break
      const left = column >= step ? (plain[at - step] ?? 0) : 0
      const up = row > 0 ? (plain[at - width] ?? 0) : 0
      const corner = row > 0 && column >= step ? (plain[at - width - step] ?? 0) : 0
      const added = type === 4 ? paeth(left, up, corner) : ([0, left, up, (left + up) >> 1][type] ?? 0)
      plain[at] = ((bytes[row * (width + 1) + 1 + column] ?? 0) + added) & 0xff
    }
  }
  return plain
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner
  const [toLeft, toUp, toCorner] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)]
  return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner
}
