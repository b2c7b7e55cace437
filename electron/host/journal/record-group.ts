import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, brotliDecompressSync, constants, createBrotliCompress } from 'node:zlib'
import type { RecordEnvelope } from '@shared/records/record'
import { breather } from '../lib/breathe'
import { frameDictionary } from './frame-dictionary'
import { frameKinds } from './frames'

/** What one append brings, all or nothing. */
export type RecordGroup = {
  readonly records: readonly RecordEnvelope[]
  /** Second records of an author under a number already taken: kept for people to look at, never folded. */
  readonly quarantined?: readonly RecordEnvelope[]
}

const opening = '{"records":['
const between = '],"quarantined":['
const closing = ']}'

/**
 * The payload of a frame: JSON with one record on each line, so that it can be written and read in slices. Lets others
 * have their turn, for an import brings thousands.
 */
export async function encodeGroup({ records, quarantined }: RecordGroup): Promise<Buffer> {
  const breathe = breather()
  const pieces: Buffer[] = []
  const write = (text: string) => pieces.push(Buffer.from(text, 'utf8'))
  const writeList = async (list: readonly RecordEnvelope[]) => {
    for (const [index, record] of list.entries()) {
      await breathe()
      write(`\n${JSON.stringify(record)}${index + 1 < list.length ? ',' : ''}`)
    }
  }
  write(opening)
  await writeList(records)
  if (quarantined !== undefined && quarantined.length > 0) {
    write(`\n${between}`)
    await writeList(quarantined)
  }
  write(`\n${closing}`)
  return Buffer.concat(pieces)
}

/** What a frame of records is: its kind says whether the payload is packed. */
export type GroupFrame = { readonly kind: number; readonly payload: Buffer }

const pack = promisify(brotliCompress)
const unpack = promisify(brotliDecompress)

/** The best that costs a tenth of a millisecond for a dossier; higher ones gain two in a hundred. */
const packing = {
  [constants.BROTLI_PARAM_QUALITY]: 5,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  // The same for every group: the beginning of the stream must be the same.
  [constants.BROTLI_PARAM_SIZE_HINT]: 1 << 15,
}

/** No group that a disk holds unpacks to more. */
const unpackedLimit = 1 << 30

/** What the dictionary and a group together are packed to. */
async function packBehindDictionary(plain: Buffer): Promise<Buffer> {
  const stream = createBrotliCompress({ params: packing })
  const packed = buffer(stream)
  stream.write(frameDictionary.plain)
  stream.flush(constants.BROTLI_OPERATION_FLUSH, () => stream.end(plain))
  return packed
}

/**
 * A group as it is put into a frame: packed, before anything is sealed, and without what all frames have in common.
 * Where this computer's Brotli begins its stream otherwise than the one that the dictionary was packed by, the frame
 * carries it.
 */
export async function packGroup(group: RecordGroup): Promise<GroupFrame> {
  const plain = await encodeGroup(group)
  const packed = await packBehindDictionary(plain)
  const start = frameDictionary.packed
  if (packed.subarray(0, start.length).equals(start)) {
    const payload = packed.subarray(start.length)
    if (payload.length < plain.length) return { kind: frameKinds.tersePackedRecords, payload }
  }
  const alone = await pack(plain, { params: packing })
  return alone.length < plain.length
    ? { kind: frameKinds.packedRecords, payload: alone }
    : { kind: frameKinds.records, payload: plain }
}

/** Whether a frame of this kind holds records. */
export const holdsRecords = (kind: number): boolean =>
  kind === frameKinds.records || kind === frameKinds.packedRecords || kind === frameKinds.tersePackedRecords

/** Reads a frame of records at once. */
export function decodeGroup({ kind, payload }: GroupFrame): RecordGroup {
  const { stream, before } = packedIn({ kind, payload })
  if (stream === null) return decodePlain(payload)
  return decodePlain(brotliDecompressSync(stream, { maxOutputLength: before + unpackedLimit }).subarray(before))
}

/**
 * The stream to be unpacked, null of what is not packed, and how much of what it unpacks to stands before the group.
 */
function packedIn({ kind, payload }: GroupFrame): { readonly stream: Buffer | null; readonly before: number } {
  if (kind === frameKinds.packedRecords) return { stream: payload, before: 0 }
  if (kind !== frameKinds.tersePackedRecords) return { stream: null, before: 0 }
  const { packed, plain } = frameDictionary
  return { stream: Buffer.concat([packed, payload]), before: plain.length }
}

const decodePlain = (payload: Buffer): RecordGroup => JSON.parse(payload.toString('utf8')) as RecordGroup

/**
 * Reads a frame of records line by line, letting others have their turn; one that is written otherwise is read at once.
 */
export async function decodeGroupInSlices({ kind, payload }: GroupFrame): Promise<RecordGroup> {
  const { stream, before } = packedIn({ kind, payload })
  const unpacked = stream === null ? payload : await unpack(stream, { maxOutputLength: before + unpackedLimit })
  const plain = unpacked.subarray(before)
  const lines = plain.toString('utf8').split('\n')
  if (lines[0] !== opening || lines.at(-1) !== closing) return decodePlain(plain)
  const breathe = breather()
  const records: RecordEnvelope[] = []
  const quarantined: RecordEnvelope[] = []
  let list = records
  for (const line of lines.slice(1, -1)) {
    await breathe()
    if (line === between) list = quarantined
    else list.push(JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line) as RecordEnvelope)
  }
  return { records, ...(quarantined.length > 0 && { quarantined }) }
}
