/** The chain of cross-reference sections as readers follow it (ISO 32000-1 7.5): tables, streams, hybrids, `Prev`. */
import { decodeStream, roomFor, type Room } from './inflate'
import { entry, latin1, PdfStructureError, Scanner, type PdfDict, type PdfValue } from './syntax'

/** Where an object lies: at a byte of the file, within an object stream, or nowhere. */
export type ObjectPlace =
  | { kind: 'at'; offset: number; generation: number }
  | { kind: 'packed'; stream: number; index: number }
  | { kind: 'free' }

/** One save of the file: the objects that it wrote, and where it ends. */
export interface Revision {
  /** The first byte of its cross-reference section. */
  xrefAt: number
  /** The first byte behind its end marker; white space that follows is not of it. */
  end: number
  places: Map<number, ObjectPlace>
  trailer: PdfDict
}

/** More saves, or objects, than any paper has. */
const mostRevisions = 500
const mostObjects = 1_000_000
/** An end marker lies within the last bytes of the file (implementation note of 7.5.5). */
const tailLength = 2048

/** The saves of a file, oldest first. @throws PdfStructureError when a reader would have to guess. */
export async function readRevisions(bytes: Uint8Array<ArrayBuffer>): Promise<Revision[]> {
  const tailAt = Math.max(0, bytes.length - tailLength)
  const last = latin1(bytes, tailAt).lastIndexOf('startxref')
  if (last < 0) throw new PdfStructureError(bytes.length, 'the file does not say where its table lies')
  const revisions: Revision[] = []
  const room = roomFor()
  const seen = new Set<number>()
  let pointer = tailAt + last
  let xrefAt = startOf(bytes, pointer)
  for (;;) {
    if (seen.has(xrefAt) || seen.size > mostRevisions) throw new PdfStructureError(xrefAt, 'tables lead in a circle')
    seen.add(xrefAt)
    const section = await readSection(bytes, xrefAt, room)
    const hybrid = numberOf(entry(section.trailer, 'XRefStm'))
    if (hybrid !== undefined) {
      // 7.5.8.4: what the stream says of hidden objects stands behind what the table says.
      const hidden = await readSection(bytes, hybrid, room)
      for (const [number, place] of hidden.places) {
        const shown = section.places.get(number)
        if (shown === undefined || shown.kind === 'free') section.places.set(number, place)
      }
    }
    revisions.unshift({ ...section, xrefAt, end: endBehind(bytes, section.end, pointer) })
    const previous = entry(section.trailer, 'Prev')
    const at = numberOf(previous)
    // Some writers say 0 for none: no table lies in the head.
    if (previous === undefined || at === 0) break
    if (at === undefined || at >= bytes.length) throw new PdfStructureError(previous.start, 'Prev leads nowhere')
    xrefAt = at
    pointer = -1
  }
  return revisions
}

function startOf(bytes: Uint8Array, pointer: number): number {
  const scanner = new Scanner(bytes, pointer + 'startxref'.length)
  scanner.skipSpace()
  const at = scanner.integer()
  if (at >= bytes.length) throw new PdfStructureError(pointer, 'startxref leads nowhere')
  return at
}

/** Behind the first `startxref … %%EOF` that follows a section, or the one that led to it. */
function endBehind(bytes: Uint8Array, sectionEnd: number, pointer: number): number {
  const scanner = new Scanner(bytes, pointer >= 0 ? pointer : sectionEnd)
  scanner.skipSpace()
  if (!scanner.takeWord('startxref')) return sectionEnd
  scanner.skipSpace()
  scanner.integer()
  while (scanner.at < bytes.length && [9, 10, 12, 13, 32].includes(bytes[scanner.at] ?? -1)) scanner.at += 1
  return scanner.take('%%EOF') ? scanner.at : sectionEnd
}

interface Section {
  places: Map<number, ObjectPlace>
  trailer: PdfDict
  end: number
}

async function readSection(bytes: Uint8Array<ArrayBuffer>, at: number, room: Room): Promise<Section> {
  const scanner = new Scanner(bytes, at)
  scanner.skipSpace()
  return scanner.takeWord('xref') ? readTable(scanner) : readXrefStream(bytes, at, room)
}

function readTable(scanner: Scanner): Section {
  const places = new Map<number, ObjectPlace>()
  for (;;) {
    scanner.skipSpace()
    if (scanner.takeWord('trailer')) break
    const first = scanner.integer()
    scanner.skipSpace()
    const count = scanner.integer()
    if (first + count > mostObjects) scanner.fail('a table is too long')
    for (let number = first; number < first + count; number++) {
      scanner.skipSpace()
      const offset = scanner.integer()
      scanner.skipSpace()
      const generation = scanner.integer()
      scanner.skipSpace()
      const place: ObjectPlace | undefined = scanner.takeWord('n')
        ? placeAt(offset, generation)
        : scanner.takeWord('f')
          ? { kind: 'free' }
          : undefined
      if (place === undefined) scanner.fail('an entry of a table cannot be read')
      if (places.has(number)) scanner.fail('a table names an object twice')
      places.set(number, place)
    }
  }
  const trailer = scanner.value()
  if (trailer.kind !== 'dict') return scanner.fail('a trailer is no dictionary')
  return { places, trailer, end: scanner.at }
}

/** No object lies in the head: such entries are taken for free ones by every reader. */
const placeAt = (offset: number, generation: number): ObjectPlace =>
  offset === 0 ? { kind: 'free' } : { kind: 'at', offset, generation }

async function readXrefStream(bytes: Uint8Array<ArrayBuffer>, at: number, room: Room): Promise<Section> {
  const { value: dict, data, end } = readObject(bytes, at)
  const type = dict.kind === 'dict' ? entry(dict, 'Type') : undefined
  if (dict.kind !== 'dict' || data === undefined || type?.kind !== 'name' || type.name !== 'XRef') {
    throw new PdfStructureError(at, 'no cross-reference section lies here')
  }
  const widths = numbersOf(entry(dict, 'W'))
  const size = numberOf(entry(dict, 'Size')) ?? 0
  if (widths?.length !== 3 || widths.some((width) => width > 8) || size > mostObjects) {
    throw new PdfStructureError(at, 'a cross-reference stream has no widths')
  }
  const index = numbersOf(entry(dict, 'Index')) ?? [0, size]
  const rows = await decodeStream(dict, bytes.slice(data.start, data.end), room)
  const places = new Map<number, ObjectPlace>()
  let from = 0
  const field = (width: number, otherwise: number): number => {
    let value = 0
    for (let count = 0; count < width; count++) value = value * 256 + (rows[from++] ?? 0)
    return width === 0 ? otherwise : value
  }
  for (let part = 0; part + 1 < index.length; part += 2) {
    const [first = 0, count = 0] = index.slice(part, part + 2)
    if (first + count > mostObjects) throw new PdfStructureError(at, 'a table is too long')
    for (let number = first; number < first + count && from < rows.length; number++) {
      const [kind, second, third] = [field(widths[0] ?? 0, 1), field(widths[1] ?? 0, 0), field(widths[2] ?? 0, 0)]
      if (kind === 0) places.set(number, { kind: 'free' })
      else if (kind === 1) places.set(number, placeAt(second, third))
      else if (kind === 2) places.set(number, { kind: 'packed', stream: second, index: third })
    }
  }
  return { places, trailer: dict, end }
}

/** An object that stands at a byte of the file: `12 0 obj … endobj`. */
export interface FoundObject {
  number: number
  generation: number
  start: number
  end: number
  value: PdfValue
  /** The packed bytes of a stream. */
  data?: { start: number; end: number }
}

/**
 * The object at a byte. `lengthOf` finds a stream's length that is said elsewhere; any but the `wanted` number is
 * refused.
 * @throws PdfStructureError when none stands exactly there
 */
export function readObject(
  bytes: Uint8Array,
  start: number,
  lengthOf: (number: number) => number | undefined = () => undefined,
  wanted?: number,
): FoundObject {
  const scanner = new Scanner(bytes, start)
  scanner.skipSpace()
  const number = scanner.integer()
  if (wanted !== undefined && number !== wanted) scanner.fail('another object stands here')
  scanner.skipSpace()
  const generation = scanner.integer()
  scanner.skipSpace()
  if (!scanner.take('obj')) scanner.fail('no object stands here')
  const value = scanner.value()
  scanner.skipSpace()
  let data: FoundObject['data']
  if (value.kind === 'dict' && scanner.takeWord('stream')) {
    scanner.take('\r')
    if (!scanner.take('\n')) scanner.fail('a stream does not begin on a line of its own')
    const said = entry(value, 'Length')
    // A length inside an object stream is not looked up; the end that stands in the file counts.
    const length =
      said?.kind === 'reference' ? (lengthOf(said.number) ?? toEndStream(bytes, scanner.at)) : numberOf(said)
    if (length === undefined || scanner.at + length > bytes.length) {
      return scanner.fail('a stream does not say how long it is')
    }
    data = { start: scanner.at, end: scanner.at + length }
    scanner.at = data.end
    scanner.skipSpace()
    if (!scanner.takeWord('endstream')) scanner.fail('a stream is not as long as it says')
    scanner.skipSpace()
  }
  if (!scanner.takeWord('endobj')) scanner.fail('an object has no end')
  return { number, generation, start, end: scanner.at, value, ...(data === undefined ? {} : { data }) }
}

function toEndStream(bytes: Uint8Array, start: number): number {
  const word = 'endstream'
  for (let at = bytes.indexOf(0x65, start); at >= 0; at = bytes.indexOf(0x65, at + 1)) {
    if (new Scanner(bytes, at).take(word)) return at - start
  }
  throw new PdfStructureError(bytes.length, 'a stream has no end')
}

/** A whole number that is not negative. */
export function numberOf(value: PdfValue | undefined): number | undefined {
  return value?.kind === 'number' && Number.isSafeInteger(value.value) && value.value >= 0 ? value.value : undefined
}

/** An array of such numbers and nothing else. */
export function numbersOf(value: PdfValue | undefined): number[] | undefined {
  if (value?.kind !== 'array') return undefined
  const numbers = value.items.map(numberOf)
  return numbers.every((number) => number !== undefined) ? numbers : undefined
}
