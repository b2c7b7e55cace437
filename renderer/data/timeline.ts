import type { DossierId } from '@shared/domain/ids'
import type { DossierStatus } from '@shared/domain/status'
import type { RecordType } from '@shared/records/payloads'
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
  const [history, desks, statuses, versions, resolutions, undoings] = await Promise.all([
    listHistory(dossierId),
    db.rows('desks').toArray(),
    db.rows('statuses').where('value.dossierId').equals(dossierId).toArray(),
    db.rows('dossierVersions').where('value.dossierId').equals(dossierId).toArray(),
    db.rows('resolutions').where('value.dossierIds').equals(dossierId).toArray(),
    db.rows('importUndoings').toArray(),
  ])
  const reason = new Map([...resolutions, ...undoings].map((row) => [row.recordId, row.value.reason]))
  const names = new Map(desks.map((row) => [row.id, `${row.value.name}（${row.value.unit}）`]))
  const status = new Map(statuses.map((row) => [row.recordId, row.value]))
  const version = new Map(versions.map((row) => [row.recordId, row.value]))
  return history.toReversed().map(({ id, type, at, author }) => ({
    id,
    type,
    at,
    author: names.get(author) ?? author,
    to: status.get(id)?.to ?? null,
    note: reason.get(id) ?? status.get(id)?.note ?? version.get(id)?.note ?? '',
  }))
}
