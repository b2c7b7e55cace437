import type { RecordEnvelope } from '@shared/records/record'
import type { RecordGroup } from '../journal/record-group'

export type United = {
  readonly groups: readonly RecordGroup[]
  readonly ids: ReadonlySet<string>
  /** Records that stand under a number already taken, or do not link: kept apart, never folded. */
  readonly quarantined: number
}

/**
 * The union of groups of records in the order given: each record once, what was one append stays one. Records are a
 * set, so nothing is lost by it. Two stories under one number are both kept, the second in quarantine.
 */
export function uniteGroups(sources: readonly RecordGroup[]): United {
  const bySlot = new Map<string, RecordEnvelope>()
  const ids = new Set<string>()
  const apart = new Set<string>()
  const groups: RecordGroup[] = []
  for (const source of sources) {
    const records: RecordEnvelope[] = []
    const quarantined: RecordEnvelope[] = []
    for (const record of source.records) {
      if (ids.has(record.id) || apart.has(record.id)) continue
      // What follows on a second story belongs to it.
      const isApart = record.prev !== null && apart.has(record.prev)
      if (!isApart && fits(record, bySlot)) {
        bySlot.set(slot(record.author, record.seq), record)
        ids.add(record.id)
        records.push(record)
      } else {
        apart.add(record.id)
        quarantined.push(record)
      }
    }
    for (const record of source.quarantined ?? []) {
      if (ids.has(record.id) || apart.has(record.id)) continue
      apart.add(record.id)
      quarantined.push(record)
    }
    if (records.length + quarantined.length > 0) {
      groups.push({ records, ...(quarantined.length > 0 && { quarantined }) })
    }
  }
  return { groups, ids, quarantined: apart.size }
}

/** As the journal asks of every record: its number is free, and its neighbours, where they are here, link to it. */
function fits({ author, seq, prev, id }: RecordEnvelope, bySlot: ReadonlyMap<string, RecordEnvelope>): boolean {
  const before = bySlot.get(slot(author, seq - 1))
  const after = bySlot.get(slot(author, seq + 1))
  return (
    !bySlot.has(slot(author, seq)) &&
    (seq === 1) === (prev === null) &&
    (before === undefined || before.id === prev) &&
    (after === undefined || after.prev === id)
  )
}

const slot = (author: string, seq: number): string => `${author}/${seq}`
