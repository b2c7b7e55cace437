import type { DossierId } from '@shared/domain/ids'
import type { DossierVersion } from '@shared/records/handled-versions'
import { rowIdOf } from '@shared/records/row-id'
import { deskDatabase } from './desk'

/** One version of a dossier, as far as it came to this desk. */
export async function loadVersion(dossierId: DossierId, version: number): Promise<DossierVersion | null> {
  const row = await deskDatabase().rows('dossierVersions').get(rowIdOf('dossier.saved', { dossierId, version }))
  return row?.value ?? null
}
