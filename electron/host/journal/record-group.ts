import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, brotliDecompressSync, constants } from 'node:zlib'
import type { RecordEnvelope } from '@shared/records/record'
import { breather } from '../lib/breathe'
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
const quality = 5

/** No group that a disk holds unpacks to more. */
const unpackedLimit = 1 << 30

/**
 * A group as it is put into a frame: packed, before anything is sealed. Members that did not change are mostly one
 * another's.
 */
export async function packGroup(group: RecordGroup): Promise<GroupFrame> {
  const plain = await encodeGroup(group)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  }
  const packed = await pack(plain, { params })
  return packed.length < plain.length
    ? { kind: frameKinds.packedRecords, payload: packed }
    : { kind: frameKinds.records, payload: plain }
}

/** Whether a frame of this kind holds records. */
export const holdsRecords = (kind: number): boolean => kind === frameKinds.records || kind === frameKinds.packedRecords

/** Reads a frame of records at once. */
export const decodeGroup = ({ kind, payload }: GroupFrame): RecordGroup =>
  decodePlain(
    kind === frameKinds.packedRecords ? brotliDecompressSync(payload, { maxOutputLength: unpackedLimit }) : payload,
  )

const decodePlain = (payload: Buffer): RecordGroup => JSON.parse(payload.toString('utf8')) as RecordGroup

/**
 * Reads a frame of records line by line, letting others have their turn; one that is written otherwise is read at once.
 */
export async function decodeGroupInSlices({ kind, payload }: GroupFrame): Promise<RecordGroup> {
  const isPacked = kind === frameKinds.packedRecords
  const plain = isPacked ? await unpack(payload, { maxOutputLength: unpackedLimit }) : payload
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
