import type { DossierContent } from '@shared/domain/dossier'
import type { DossierId } from '@shared/domain/ids'
import { rowIdOf } from '@shared/records/row-id'
import { deskDatabase } from './desk'

/** What some versions of a dossier say as they were kept, those that there are; no other is read. */
export async function loadVersions(
  dossierId: DossierId,
  versions: readonly number[],
): Promise<readonly { readonly version: number; readonly content: DossierContent }[]> {
  const ids = versions.map((version) => rowIdOf('dossier.saved', { dossierId, version }))
  const rows = await deskDatabase().rows('dossierVersions').bulkGet(ids)
  return rows.flatMap((row) => (row === undefined ? [] : [{ version: row.value.version, content: row.value.content }]))
}
