import { confirmKey as confirmKeyAs } from '@shared/acts/office'
import type { CalendarDate } from '@shared/domain/date'
import type { ExpertId, KeyId } from '@shared/domain/ids'
import { append, deskDatabase } from './desk'

/** Bundles that were taken in, the newest first, and whether they stand undone. */
export async function listBundleImports() {
  const db = deskDatabase()
  const [rows, undoings] = await Promise.all([db.rows('bundleImports').toArray(), db.rows('importUndoings').toArray()])
  const undone = new Set(undoings.filter(({ value }) => !value.redone).map(({ id }) => id))
  return rows.sort((a, b) => (a.stamp < b.stamp ? 1 : -1)).map((row) => ({ ...row, isUndone: undone.has(row.id) }))
}

/** Histories that a bundle showed otherwise than this desk holds them, the newest first, with whose they are. */
export async function listHistoryDoubts() {
  const db = deskDatabase()
  const [rows, names] = await Promise.all([db.rows('historyDoubts').toArray(), deskNames()])
  return rows
    .sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
    .map(({ id, at, value }) => ({ ...value, id, at, name: names.get(value.author) ?? '' }))
}

/** Name and unit of every desk that this one knows, by key. */
export async function deskNames(): Promise<ReadonlyMap<string, string>> {
  const desks = await deskDatabase().rows('desks').toArray()
  return new Map(desks.map((row) => [row.id, `${row.value.name}（${row.value.unit}）`]))
}

/** A person compared the fingerprint of a desk with its owner, and says which expert it speaks for. */
export async function confirmKey(
  keyId: KeyId,
  expertId: ExpertId | null,
  confirmedOn: CalendarDate,
  note: string,
): Promise<void> {
  await append(...confirmKeyAs(keyId, expertId, { on: confirmedOn, note }))
}
