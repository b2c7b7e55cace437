import type { DossierId } from '@shared/domain/ids'
import type { DossierStatus } from '@shared/domain/status'
import { dossierIndexOf, kindOf, recordTypes, tableOf, type RecordType } from '@shared/records/record-kinds'
import { deskDatabase } from './desk'
import { listHistory } from './dossiers'

export type TimelineLine = {
  readonly id: string
  readonly type: RecordType
  /** Local clock of the author. */
  readonly at: string
  readonly author: string
  /** New state, where the record set one and is the last that did. */
  readonly to: DossierStatus | null
  readonly note: string
}

/** Everything recorded of a dossier, the newest first, each with the name of the desk that recorded it. */
export async function loadTimeline(dossierId: DossierId): Promise<readonly TimelineLine[]> {
  const db = deskDatabase()
  const [history, desks, statuses, remarks] = await Promise.all([
    listHistory(dossierId),
    db.rows('desks').toArray(),
    db.rows('statuses').where('value.dossierId').equals(dossierId).toArray(),
    Promise.all(recordTypes.map((type) => remarksOf(type, dossierId))),
  ])
  // A later kind of the table speaks of an earlier one: the reason of a choice comes before the note of what was
  // chosen.
  const remark = new Map(remarks.flat())
  const names = new Map(desks.map((row) => [row.id, `${row.value.name}（${row.value.unit}）`]))
  const status = new Map(statuses.map((row) => [row.recordId, row.value]))
  return history.toReversed().map(({ id, type, at, author }) => ({
    id,
    type,
    at,
    author: names.get(author) ?? author,
    to: status.get(id)?.to ?? null,
    note: remark.get(id) ?? '',
  }))
}

/** What the records of a kind that bear on a dossier are quoted with, by record. */
async function remarksOf(type: RecordType, dossierId: DossierId): Promise<readonly (readonly [string, string])[]> {
  const { remark } = kindOf(type)
  if (remark === null) return []
  const table = deskDatabase().rows(tableOf(type))
  const index = dossierIndexOf(type)
  const rows = await (index === null ? table : table.where(index).equals(dossierId)).toArray()
  return rows.map(({ recordId, value }) => [recordId, remark(value)])
}
