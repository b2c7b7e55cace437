import { pictureSize } from './inspect-image'
import { decode, filtersOf } from './pdf-filters'
import type { PdfDict } from './pdf-lexer'
import { nameOf, numberOf, type PdfObjects } from './pdf-objects'

/** Width and height in pixels. */
export type Pixels = { readonly width: number; readonly height: number }

export const pixelsOf = ({ width, height }: Pixels): number => width * height

/** Filters that unfold to as many pixels as they state inside, whatever the dictionary says (ISO 32000-1 7.4). */
const pictureFilters: readonly string[] = ['JBIG2Decode', 'JPXDecode', 'CCITTFaxDecode', 'DCTDecode']

/**
 * A picture filter may stand on any stream, on one that holds no picture as well: a reader unfolds it all the same.
 * @param open gives the bytes of the stream without encryption; not asked if there is no picture filter
 */
export async function encodedPixels(dict: PdfDict, open: () => Buffer, objects: PdfObjects): Promise<Pixels | null> {
  const filters = filtersOf(dict, objects)
  const at = filters.findIndex(({ name }) => pictureFilters.includes(name))
  const filter = filters[at]
  if (filter === undefined) return null
  if (filter.name === 'CCITTFaxDecode') {
    const number = (given: PdfDict | null, ...keys: readonly string[]): number | null =>
      keys.map((key) => numberOf(objects.resolve(given?.entries.get(key)))).find((found) => found !== null) ?? null
    const rows = number(filter.parms, 'Rows') ?? 0
    return {
      width: number(filter.parms, 'Columns') ?? 1728,
      height: rows > 0 ? rows : (number(dict, 'Height', 'H') ?? 0),
    }
  }
  const coded = await decode(open(), filters.slice(0, at), objects)
  if (typeof coded === 'string') return null
  if (filter.name === 'JPXDecode') return jpxPixels(coded)
  if (filter.name === 'JBIG2Decode') return jbig2Pixels(coded)
  const start = coded.indexOf('\xff\xd8\xff', 0, 'latin1')
  return start < 0 ? null : pictureSize(coded.subarray(start))
}

/** What a picture's dictionary states. */
export function statedPixels({ entries }: PdfDict, objects: PdfObjects): Pixels | null {
  if (nameOf(objects.resolve(entries.get('Subtype'))) !== 'Image') return null
  const [width, height] = ['Width', 'Height'].map((name) => numberOf(objects.resolve(entries.get(name))) ?? 0)
  return { width: width ?? 0, height: height ?? 0 }
}

/** SIZ marker segment of a JPEG 2000 codestream (ISO/IEC 15444-1 A.5.1), wherever it lies in its boxes. */
function jpxPixels(bytes: Buffer): Pixels | null {
  const at = bytes.indexOf('ff4fff51', 0, 'hex')
  if (at < 0 || at + 24 > bytes.length) return null
  const [x, y, left, top] = [8, 12, 16, 20].map((place) => bytes.readUInt32BE(at + place))
  return { width: Math.max(0, (x ?? 0) - (left ?? 0)), height: Math.max(0, (y ?? 0) - (top ?? 0)) }
}

/** Segments (ITU-T T.88 7.2.3) that begin with the size of what they unfold to. */
const regions = new Set([4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43, 48])
const mostSegments = 100_000

/** The largest page or region that a JBIG2 stream states, embedded as ISO 32000-1 7.4.7 has it. */
export function jbig2Pixels(bytes: Buffer): Pixels | null {
  let largest: Pixels | null = null
  let at = 0
  for (let count = 0; count < mostSegments && at + 11 <= bytes.length; count += 1) {
    const number = bytes.readUInt32BE(at)
    const flags = bytes[at + 4] ?? 0
    let place = at + 5
    let referred = (bytes[place] ?? 0) >> 5
    if (referred === 7) {
      if (place + 4 > bytes.length) break
      referred = bytes.readUInt32BE(place) & 0x1fffffff
      place += 4 + ((referred + 8) >> 3)
    } else place += 1
    place += referred * (number <= 256 ? 1 : number <= 65_536 ? 2 : 4) + ((flags & 0x40) === 0 ? 1 : 4)
    if (place + 4 > bytes.length) break
    const length = bytes.readUInt32BE(place)
    place += 4
    if (regions.has(flags & 0x3f) && place + 8 <= bytes.length) {
      const height = bytes.readUInt32BE(place + 4)
      // A page of unknown height grows with its regions, which are looked at themselves.
      const found = { width: bytes.readUInt32BE(place), height: height === 0xffffffff ? 0 : height }
      if (largest === null || pixelsOf(found) > pixelsOf(largest)) largest = found
    }
    if (length === 0xffffffff) break
    at = place + length
  }
  return largest
}
