import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import { recordTypes, tableOf } from '@shared/records/record-kinds'
import type { Undoings } from '@shared/records/slot-book'
import { writeDurably } from '../files/durable-file'
import type { ByteSource } from '../bytes/byte-source'
import { sealedSource, writeSealed, type FileSeal } from '../vault/sealed-file'
import type { TrafficContent } from './bundle-traffic'
import type { KnownPrefix } from './frame-file'
import type { FrameTableContent } from './frame-table'
import type { TableContent } from './record-table'
import type { SlotContent } from './slot-shelf'

/**
 * Raise it when anything of the content, or what a record is known by, changes: an image of another version is made
 * anew.
 */
const version = 3

/** An image holds which kinds of records speak of which tables: one made under others says something else. */
const kinds = createHash('sha256')
  .update(JSON.stringify(recordTypes.map((type) => [type, tableOf(type)]).sort()))
  .digest('hex')
const what = `journal-image/${version}/${kinds}`

const sliceSize = 1 << 20
const lengthSize = 4

/**
 * What the host folded out of a journal: every record's place, id, author and number, and which records speak of which
 * row. It stands beside the journal, sealed under the data key, and says of which bytes it was made: how they begin,
 * how they end, and their hash. Nothing in it cannot be read out of the journal.
 */
export type JournalImage = {
  readonly prefix: KnownPrefix
  readonly lamport: number
  readonly quarantined: readonly (readonly [id: string, ordinal: number])[]
  readonly undoings: Undoings
  readonly traffic: TrafficContent
  readonly records: TableContent
  readonly frames: FrameTableContent
  readonly slots: SlotContent
}

/** Where an image lies, and under which key. */
export type ImagePlace = { readonly path: string; readonly key: Uint8Array }

/** Everything but the columns, and how long these are, in the order in which they follow. */
type Head = Pick<JournalImage, 'prefix' | 'lamport' | 'quarantined' | 'traffic'> & {
  readonly undoings: Undoings
  readonly names: Omit<TableContent, 'columns'>
  readonly choices: SlotContent['choices']
  readonly lengths: readonly number[]
}

const sealOf = (key: Uint8Array): FileSeal => ({ key, what })

/**
 * Writes an image in the place of the one before, whole or not at all.
 * @throws an error of the file system, `profile.lost`
 */
export async function writeImage({ path, key }: ImagePlace, image: JournalImage): Promise<void> {
  await writeDurably(path, async (handle) => {
    const hash = createHash('sha256')
    await writeSealed(handle, sealOf(key), piecesOf(image), (bytes) => hash.update(bytes))
    return hash.digest('hex')
  })
}

/** The image as it was written; null if there is none, or if it is another key's, another version's or damaged. */
export async function readImage({ path, key }: ImagePlace): Promise<JournalImage | null> {
  try {
    const source = await sealedSource(path, sealOf(key), () => new Error('no image'))
    try {
      return await imageIn(source)
    } finally {
      await source.close()
    }
  } catch {
    // It is made anew out of the journal.
    return null
  }
}

function* piecesOf({
  prefix,
  lamport,
  quarantined,
  undoings,
  traffic,
  records,
  frames,
  slots,
}: JournalImage): Generator<Buffer> {
  const { columns, ...names } = records
  const all = columnsOf(columns, frames, slots)
  const head: Head = {
    prefix,
    lamport,
    quarantined,
    undoings: [...undoings],
    traffic,
    names,
    choices: slots.choices,
    lengths: all.map(({ length }) => length),
  }
  const bytes = serialize(head)
  const length = Buffer.alloc(lengthSize)
  length.writeUInt32BE(bytes.length)
  yield length
  yield bytes
  for (const { buffer, byteOffset, byteLength } of all) {
    for (let at = 0; at < byteLength; at += sliceSize) {
      yield Buffer.from(buffer, byteOffset + at, Math.min(sliceSize, byteLength - at))
    }
  }
}

type Columns = TableContent['columns']

const columnsOf = (columns: Columns, frames: FrameTableContent, slots: Omit<SlotContent, 'choices'>) =>
  [
    columns.ids,
    columns.authors,
    columns.types,
    columns.seqs,
    columns.lamports,
    columns.refEnds,
    columns.refs,
    frames.offsets,
    frames.sizes,
    frames.firsts,
    slots.marks,
    slots.slots,
  ] as const

/** @throws if it is not whole */
async function imageIn(source: ByteSource): Promise<JournalImage> {
  const headSize = (await source.read(0, lengthSize)).readUInt32BE()
  const head = deserialize(await source.read(lengthSize, headSize)) as Head
  let offset = lengthSize + headSize
  let column = 0
  const fill = async (bytes: Buffer): Promise<void> => {
    for (let at = 0; at < bytes.length; at += sliceSize) {
      const length = Math.min(sliceSize, bytes.length - at)
      await source.read(offset, length, bytes.subarray(at, at + length))
      offset += length
    }
  }
  const next = async <A extends Uint8Array | Uint32Array | Float64Array>(make: (length: number) => A): Promise<A> => {
    const cells = make(head.lengths[column] ?? 0)
    column += 1
    await fill(Buffer.from(cells.buffer, cells.byteOffset, cells.byteLength))
    return cells
  }
  const bytes = (length: number) => new Uint8Array(length)
  const words = (length: number) => new Uint32Array(length)
  const longs = (length: number) => new Float64Array(length)
  const columns = {
    ids: await next(bytes),
    authors: await next(words),
    types: await next(words),
    seqs: await next(longs),
    lamports: await next(longs),
    refEnds: await next(words),
    refs: await next(words),
  }
  const frames = { offsets: await next(longs), sizes: await next(longs), firsts: await next(words) }
  const slots = { marks: await next(bytes), slots: await next(words), choices: head.choices }
  if (offset !== source.size) throw new RangeError('an image is longer than it says')
  const { prefix, lamport, quarantined, undoings, traffic, names } = head
  const header = Buffer.from(prefix.header)
  return {
    prefix: { ...prefix, header },
    lamport,
    quarantined,
    undoings,
    traffic,
    records: { ...names, columns },
    frames,
    slots,
  }
}
