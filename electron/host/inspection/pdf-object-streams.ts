import { inspectionLimits } from './limits'
import { decode, filterWays } from './pdf-filters'
import { lexReadings, tokenAt, TooDeepError, type PdfValue } from './pdf-lexer'
import type { PdfIndex } from './pdf-index'
import { nameOf, numberOf } from './pdf-objects'
import { isIndexStream, rawOfLength, type Numbered, type PdfScan, type PdfStream } from './pdf-scan'
import type { StreamKey } from './pdf-password'

/** Streams packed in a row, each read with what the one before told. */
const mostRounds = 4

export type ObjectStream = {
  readonly inOrder: readonly Numbered[]
  readonly byNumber: ReadonlyMap<number, Numbered>
}

export type Unpacked = {
  /** What lies in each object stream. */
  readonly members: ReadonlyMap<PdfStream, ObjectStream>
  /** How many object streams could not be read. */
  readonly opaque: number
  readonly isBomb: boolean
}

/**
 * Adds the objects that lie packed in streams (ISO 32000-1 7.5.7), whatever the type of these says: readers ask for
 * what an index points to. A stream may need an object of another one to be read. @param key undoes the encryption;
 * null if there is none
 * @throws TooDeepError
 */
export async function openObjectStreams(scan: PdfScan, index: PdfIndex, key: StreamKey | null): Promise<Unpacked> {
  const { objects } = scan
  const containers = new Set(index.entries.flatMap((entry) => (entry.kind === 'packed' ? [entry.container] : [])))
  let waiting = scan.streams.filter(
    (stream) =>
      !isIndexStream(stream) &&
      (stream.dict.entries.has('First') ||
        containers.has(stream.number) ||
        objects.meaningsOf(stream.dict, 'Type').some((type) => nameOf(type) === 'ObjStm')),
  )
  const members = new Map<PdfStream, ObjectStream>()
  const budget = { bytes: inspectionLimits.unpackedBytes, work: 0 }
  for (let round = 0; round < mostRounds && waiting.length > 0; round += 1) {
    const closed: PdfStream[] = []
    for (const stream of waiting) {
      const read = await readMembers(scan, stream, key, budget)
      if (read === 'bomb') return { members, opaque: 0, isBomb: true }
      if (read === null) closed.push(stream)
      else members.set(stream, { inOrder: read, byNumber: new Map(read.map((member) => [member.number, member])) })
    }
    if (closed.length === waiting.length) break
    waiting = closed
  }
  const opaque = waiting.filter(
    ({ dict, number }) =>
      containers.has(number) || objects.meaningsOf(dict, 'Type').some((type) => nameOf(type) === 'ObjStm'),
  )
  return { members, opaque: opaque.length, isBomb: false }
}

type Budget = { bytes: number; work: number }

/** What lies in an object stream, added to the objects; null if it cannot be read. */
async function readMembers(
  scan: PdfScan,
  stream: PdfStream,
  key: StreamKey | null,
  budget: Budget,
): Promise<readonly Numbered[] | 'bomb' | null> {
  const { objects } = scan
  const firsts = numbersOf(objects.meaningsOf(stream.dict, 'First'))
  if (firsts.length === 0) return null
  const count = Math.max(0, ...numbersOf(objects.meaningsOf(stream.dict, 'N')))
  const raw = wholeRaw(scan, stream)
  const found: Numbered[] = []
  for (const filters of filterWays(stream.dict, objects)) {
    const before = found.length
    for (const bytes of key === null ? [raw] : [key.open(raw, stream.number, stream.generation, filters), raw]) {
      const content = await decode(bytes, filters, objects)
      if (content === 'too-large') return 'bomb'
      if (content === 'opaque') continue
      budget.bytes -= content.length
      budget.work += 4 * content.length
      if (budget.bytes < 0) return 'bomb'
      for (const first of firsts) {
        for (const [number, at] of placesIn(content, first, count)) {
          if (objects.count >= inspectionLimits.objects || budget.work < 0) throw new TooDeepError()
          const readings = lexReadings(content, at)
          budget.work -= readings.reduce((sum, { end }) => sum + end - at, readings.length === 0 ? 16 : 0)
          for (const { value } of readings) objects.add(number, value)
          found.push({ number, value: readings.at(-1)?.value ?? null })
        }
      }
      if (found.length > before) break
    }
  }
  return found.length > 0 || count === 0 ? found : null
}

/** The numbers of the objects and where each begins, as the head of the stream says; comments may stand in it. */
function placesIn(content: Buffer, first: number, count: number): (readonly [number: number, at: number])[] {
  const places: (readonly [number, number])[] = []
  let at = 0
  while (places.length < count || at < first) {
    const number = tokenAt(content, at)
    const offset = number === null ? null : tokenAt(content, number.end)
    if (offset === null || !Number.isSafeInteger(number?.value) || typeof offset.value !== 'number') break
    places.push([Number(number?.value), first + offset.value])
    at = offset.end
  }
  return places
}

/** The bytes of a stream by the longest of its stated lengths that fits; their end mark may stand in them as well. */
export function wholeRaw({ bytes, objects }: PdfScan, { dict, start, raw }: PdfStream): Buffer {
  const lengths = numbersOf(objects.meaningsOf(dict, 'Length'))
  const fitting = lengths.flatMap((length) => rawOfLength(bytes, start, length) ?? [])
  return [raw, ...fitting].reduce((longest, one) => (one.length > longest.length ? one : longest))
}

const numbersOf = (values: readonly PdfValue[]): number[] => [
  ...new Set(values.flatMap((value) => numberOf(value) ?? []).filter((value) => value >= 0)),
]

/** Which stream each object number means: the last of it in the file. */
export function containersOf(scan: PdfScan): ReadonlyMap<number, PdfStream> {
  return new Map(scan.streams.map((stream) => [stream.number, stream]))
}
