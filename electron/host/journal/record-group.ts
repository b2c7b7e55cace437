import type { RecordEnvelope } from '@shared/records/record'
import { breather } from '../lib/breathe'

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

/** Reads a payload at once. */
export const decodeGroup = (payload: Buffer): RecordGroup => JSON.parse(payload.toString('utf8')) as RecordGroup

/** Reads a payload line by line, letting others have their turn; one that is written otherwise is read at once. */
export async function decodeGroupInSlices(payload: Buffer): Promise<RecordGroup> {
  const lines = payload.toString('utf8').split('\n')
  if (lines[0] !== opening || lines.at(-1) !== closing) return decodeGroup(payload)
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
