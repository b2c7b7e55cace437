import type { DossierId } from '@shared/domain/ids'
import type { Row } from '@shared/records/projection'
import type { DeskDatabase } from './database'

/**
 * The newest version of each of these dossiers, those that there are. Versions are heavy: no other is read. May be
 * called in a transaction.
 */
export async function newestVersions(
  db: DeskDatabase,
  dossierIds: readonly DossierId[],
): Promise<readonly Row<'dossierVersions'>[]> {
  const keys = await db
    .rows('dossierVersions')
    .where('value.dossierId')
    .anyOf([...dossierIds])
    .primaryKeys()
  const newest = new Map<string, string>()
  for (const key of keys) {
    const dossierId = key.slice(0, key.lastIndexOf('@'))
    if (versionIn(key) > versionIn(newest.get(dossierId) ?? '@0')) newest.set(dossierId, key)
  }
  const rows = await db.rows('dossierVersions').bulkGet([...newest.values()])
  return rows.filter((row) => row !== undefined)
}

/** The version that the id of a row of `dossier.saved` ends in. */
const versionIn = (rowId: string): number => Number(rowId.slice(rowId.lastIndexOf('@') + 1))
