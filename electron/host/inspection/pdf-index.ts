import { inspectionLimits } from './limits'
import { decode, filtersOf } from './pdf-filters'
import { headAt } from './pdf-head'
import { lexReadings, tokenAt, type PdfDict, type PdfValue } from './pdf-lexer'
import { isDict, itemsOf, numberOf } from './pdf-objects'
import { streamBehind, type PdfScan } from './pdf-scan'

/** Where an index says that an object lies: in the file, packed in another object, or nowhere (any more). */
export type IndexEntry =
  | { readonly kind: 'plain'; readonly number: number; readonly offset: number }
  | { readonly kind: 'packed'; readonly number: number; readonly container: number; readonly place: number }
  | { readonly kind: 'free'; readonly number: number }

/** What is found by following the indexes from the end of the file, as readers do. */
export type PdfIndex = {
  /** The trailers, the newest first; empty if no index can be read. */
  readonly trailers: readonly PdfDict[]
  /** Of every section, the newest first: the first entry of a number holds. */
  readonly entries: readonly IndexEntry[]
  /** The chain of sections goes in a circle; a careless reader never ends. */
  readonly isLoop: boolean
  /** Bytes before the header, from which some readers count. */
  readonly shift: number
}

type Section = { readonly dict: PdfDict; readonly entries: readonly IndexEntry[] }

/**
 * Follows tables, index streams and both in one file (ISO 32000-1 7.5.4, 7.5.8), also from the head of a linearized
 * one.
 */
export async function readIndex(scan: PdfScan): Promise<PdfIndex> {
  const { bytes } = scan
  const shift = Math.max(0, bytes.subarray(0, 1024).indexOf('%PDF-'))
  const trailers: PdfDict[] = []
  const entries: IndexEntry[] = []
  const read = new Map<number, Section | null>()
  const sectionAt = async (offset: number): Promise<Section | null> => {
    const before = read.get(offset)
    if (before !== undefined) return before
    const room = inspectionLimits.objects - entries.length
    const section =
      (await readSection(scan, offset, room)) ?? (shift > 0 ? await readSection(scan, offset + shift, room) : null)
    read.set(offset, section)
    if (section === null) return null
    trailers.push(section.dict)
    for (const entry of section.entries) entries.push(entry)
    return section
  }
  let isLoop = false
  for (const start of startsOf(bytes)) {
    const chain = new Set<number>()
    for (let next: number | null = start; next !== null && next >= 0 && next < bytes.length;) {
      if (chain.has(next)) isLoop = true
      if (chain.has(next)) break
      chain.add(next)
      const section: Section | null = await sectionAt(next)
      const hybrid = section === null ? null : numberOf(section.dict.entries.get('XRefStm'))
      if (hybrid !== null) await sectionAt(hybrid)
      next = section === null ? null : previousOf(section.dict)
    }
  }
  return { trailers, entries, isLoop, shift }
}

/** A reference is no offset, but some readers take its number for one. */
function previousOf({ entries }: PdfDict): number | null {
  const given = entries.get('Prev')
  return typeof given === 'object' && given?.kind === 'ref' ? given.number : numberOf(given)
}

/** Where the newest index begins; in a linearized file, as long as nothing was added, that is the one near its head. */
function startsOf(bytes: Buffer): readonly number[] {
  const starts: number[] = []
  const mark = bytes.lastIndexOf('startxref')
  const stated = mark < 0 ? null : tokenAt(bytes, mark + 9)
  if (typeof stated?.value === 'number') starts.push(stated.value)
  if (bytes.subarray(0, 2048).includes('/Linearized')) {
    const end = bytes.indexOf('endobj')
    if (end >= 0) starts.push(end + 6)
  }
  return starts
}

async function readSection(scan: PdfScan, offset: number, room: number): Promise<Section | null> {
  const { bytes } = scan
  if (offset < 0 || offset >= bytes.length) return null
  const first = tokenAt(bytes, offset)
  if (first?.word === 'xref') return readTable(scan, first.end, room)
  const head = headAt(bytes, offset)
  return head === null ? null : readIndexStream(scan, head.end, room)
}

/** A table: rows of an offset, a generation and `n` or `f`, under heads of a first number and a count. */
function readTable({ bytes, slack }: PdfScan, from: number, room: number): Section | null {
  const entries: IndexEntry[] = []
  let at = from
  for (;;) {
    const first = tokenAt(bytes, at)
    if (first === null) return null
    if (first.word === 'trailer') {
      const dict = lexReadings(bytes, first.end, slack).at(-1)?.value
      return isDict(dict) ? { dict, entries } : null
    }
    const count = tokenAt(bytes, first.end)
    if (count === null || typeof first.value !== 'number' || typeof count.value !== 'number') return null
    at = count.end
    let shift = 0
    for (let row = 0; row < count.value; row += 1) {
      const offset = tokenAt(bytes, at)
      const generation = offset === null ? null : tokenAt(bytes, offset.end)
      const state = generation === null ? null : tokenAt(bytes, generation.end)
      if (typeof offset?.value !== 'number' || (state?.word !== 'n' && state?.word !== 'f')) break
      at = state.end
      // Some writers count from 1 what begins with the free entry of 0.
      if (row === 0 && first.value === 1 && state.word === 'f') shift = 1
      if (entries.length >= room) continue
      const number = first.value + row - shift
      entries.push(state.word === 'n' ? { kind: 'plain', number, offset: offset.value } : { kind: 'free', number })
    }
  }
}

/** A stream of rows of three numbers, whose widths in bytes are stated. */
async function readIndexStream(scan: PdfScan, from: number, room: number): Promise<Section | null> {
  const { bytes, objects, slack } = scan
  const lexed = lexReadings(bytes, from, slack).at(-1)
  if (lexed === undefined || !isDict(lexed.value)) return null
  const dict = lexed.value
  const stream = streamBehind(bytes, lexed.end, dict)
  if (stream === null) return null
  const content = await decode(stream.raw, filtersOf(dict, objects), objects)
  if (typeof content === 'string') return { dict, entries: [] }
  const numbers = (value: PdfValue | undefined): number[] | null =>
    itemsOf(objects.resolve(value))?.map((item) => numberOf(objects.resolve(item)) ?? 0) ?? null
  const [typeWidth = 0, offsetWidth = 0, lastWidth = 0] = numbers(dict.entries.get('W')) ?? []
  const width = typeWidth + offsetWidth + lastWidth
  if (!(width > 0 && width <= 64 && typeWidth >= 0 && offsetWidth >= 0 && lastWidth >= 0)) return { dict, entries: [] }
  const ranges = numbers(dict.entries.get('Index')) ?? [0, numberOf(objects.resolve(dict.entries.get('Size'))) ?? 0]
  const entries: IndexEntry[] = []
  const numberAt = (at: number, length: number): number => {
    let value = 0
    for (let place = at; place < at + length; place += 1) value = value * 256 + (content[place] ?? 0)
    return value
  }
  let at = 0
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const [first = 0, count = 0] = ranges.slice(range, range + 2)
    for (let row = 0; row < count && at + width <= content.length && entries.length < room; row += 1, at += width) {
      const type = typeWidth === 0 ? 1 : numberAt(at, typeWidth)
      const second = numberAt(at + typeWidth, offsetWidth)
      const last = numberAt(at + typeWidth + offsetWidth, lastWidth)
      const number = first + row
      if (type === 1) entries.push({ kind: 'plain', number, offset: second })
      else if (type === 2) entries.push({ kind: 'packed', number, container: second, place: last })
      else entries.push({ kind: 'free', number })
    }
  }
  return { dict, entries }
}
