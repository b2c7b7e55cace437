import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import type { Claim } from '@shared/records/lineage'
import type { RecordEnvelope } from '@shared/records/record'
import type { SlotBookContent } from '@shared/records/slot-book'
import { breather } from '../lib/breathe'
import { writeDurably } from '../files/durable-file'
import { sealedSource, writeSealed, type FileSeal } from '../vault/sealed-file'
import type { FramePlace, KnownPrefix } from './frame-file'

/** Raise it when anything of the content changes: an index of another version is made anew. */
const version = 1
const what = `journal-index/${version}`

/** Records or slots in one part: what is written and read without letting others have their turn. */
const partLength = 2000

/** What is known of one record without reading it. */
export type IndexedRecord = Pick<RecordEnvelope, 'id' | 'author' | 'seq' | 'prev' | 'type'> & {
  readonly place: FramePlace
  /** In its frame. */
  readonly index: number
}

/**
 * What was read and verified of a journal: every record's place, id, author and number, and what a new record refers to. It
 * stands beside the journal, sealed under the data key, with the hash of the bytes that it was read from, and is believed only
 * for these very bytes.
 */
export type JournalIndex = {
  readonly prefix: KnownPrefix
  readonly lamport: number
  readonly records: readonly IndexedRecord[]
  readonly quarantined: Iterable<readonly [id: string, place: FramePlace]>
  readonly slots: SlotBookContent
}

/** Where an index lies, and under which key. */
export type IndexPlace = { readonly path: string; readonly key: Uint8Array }

type Head = Pick<JournalIndex, 'prefix' | 'lamport'> & {
  readonly recordParts: number
  readonly slotParts: number
  readonly quarantined: readonly (readonly [string, FramePlace])[]
  readonly undoings: readonly (readonly [string, Claim & { readonly hides: readonly string[] }])[]
  readonly authors: readonly RecordEnvelope['author'][]
  readonly types: readonly string[]
}

/** Records in columns; of a frame offset, size and number; in `places` which of them. */
type RecordPart = {
  readonly ids: string
  readonly prevs: readonly (string | null)[]
  readonly authors: Uint32Array
  readonly types: Uint32Array
  readonly seqs: Float64Array
  readonly frames: Float64Array
  readonly places: Uint32Array
  readonly indexes: Uint32Array
}

const idLength = 64
const lengthSize = 4

const sealOf = (key: Uint8Array): FileSeal => ({ key, what })

/** Writes an index in the place of the one before. @throws an error of the file system, `profile.lost` */
export async function writeIndex({ path, key }: IndexPlace, index: JournalIndex): Promise<void> {
  await writeDurably(path, async (handle) => {
    const hash = createHash('sha256')
    await writeSealed(handle, sealOf(key), partsOf(index), (bytes) => hash.update(bytes))
    return hash.digest('hex')
  })
}

/** The index as it was written; null if there is none, or if it is another key's, another version's or damaged. */
export async function readIndex({ path, key }: IndexPlace): Promise<JournalIndex | null> {
  try {
    const source = await sealedSource(path, sealOf(key), () => new Error('no index'))
    try {
      let offset = 0
      const next = async (): Promise<unknown> => {
        const length = (await source.read(offset, lengthSize)).readUInt32BE()
        const bytes = await source.read(offset + lengthSize, length)
        offset += lengthSize + length
        return deserialize(bytes) as unknown
      }
      const { prefix, lamport, quarantined, undoings, authors, types, recordParts, slotParts } = (await next()) as Head
      const records: IndexedRecord[] = []
      for (let part = 0; part < recordParts; part += 1) {
        readPart((await next()) as RecordPart, { authors, types }, records)
      }
      const claims: (readonly [string, readonly Claim[]])[] = []
      for (let part = 0; part < slotParts; part += 1) claims.push(...((await next()) as typeof claims))
      const header = Buffer.from(prefix.header)
      return { prefix: { ...prefix, header }, lamport, records, quarantined, slots: { claims, undoings } }
    } finally {
      await source.close()
    }
  } catch {
    // It is made anew out of the journal.
    return null
  }
}

async function* partsOf({ prefix, lamport, records, quarantined, slots }: JournalIndex): AsyncGenerator<Buffer> {
  const breathe = breather()
  const authors = new Numbering<RecordEnvelope['author']>()
  const types = new Numbering<string>()
  for (const { author, type } of records) {
    authors.of(author)
    types.of(type)
  }
  const claims = [...slots.claims]
  const head: Head = {
    prefix,
    lamport,
    recordParts: Math.ceil(records.length / partLength),
    slotParts: Math.ceil(claims.length / partLength),
    quarantined: [...quarantined],
    undoings: [...slots.undoings],
    authors: authors.names,
    types: types.names,
  }
  yield framed(head)
  for (let from = 0; from < records.length; from += partLength) {
    await breathe()
    yield framed(partOf(records.slice(from, from + partLength), authors, types))
  }
  for (let from = 0; from < claims.length; from += partLength) {
    await breathe()
    yield framed(claims.slice(from, from + partLength))
  }
}

function framed(value: unknown): Buffer {
  const bytes = serialize(value)
  const length = Buffer.alloc(lengthSize)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** Numbers for names, from 0. */
class Numbering<N extends string> {
  readonly names: N[] = []
  readonly #numbers = new Map<N, number>()

  of(name: N): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.names.length)
    return this.names.push(name) - 1
  }
}

function partOf(
  records: readonly IndexedRecord[],
  authors: Numbering<RecordEnvelope['author']>,
  types: Numbering<string>,
): RecordPart {
  const places = [...new Set(records.map(({ place }) => place))]
  const numbers = new Map(places.map((place, number) => [place, number]))
  return {
    ids: records.map(({ id }) => id).join(''),
    prevs: records.map(({ prev }) => prev),
    authors: Uint32Array.from(records, ({ author }) => authors.of(author)),
    types: Uint32Array.from(records, ({ type }) => types.of(type)),
    seqs: Float64Array.from(records, ({ seq }) => seq),
    frames: Float64Array.from(places.flatMap(({ offset, size, ordinal }) => [offset, size, ordinal])),
    places: Uint32Array.from(records, ({ place }) => numbers.get(place) ?? 0),
    indexes: Uint32Array.from(records, ({ index }) => index),
  }
}

function readPart(part: RecordPart, { authors, types }: Pick<Head, 'authors' | 'types'>, into: IndexedRecord[]): void {
  const { frames } = part
  const places = Array.from({ length: frames.length / 3 }, (_, number) => ({
    offset: at(frames, number * 3),
    size: at(frames, number * 3 + 1),
    ordinal: at(frames, number * 3 + 2),
  }))
  for (const [number, prev] of part.prevs.entries()) {
    into.push({
      id: part.ids.slice(number * idLength, (number + 1) * idLength),
      author: at(authors, at(part.authors, number)),
      seq: at(part.seqs, number),
      prev,
      type: at(types, at(part.types, number)),
      place: at(places, at(part.places, number)),
      index: at(part.indexes, number),
    })
  }
}

/** @throws RangeError */
function at<T>(list: ArrayLike<T>, index: number): T {
  const found = list[index]
  if (found === undefined) throw new RangeError('an index is shorter than it says')
  return found
}
