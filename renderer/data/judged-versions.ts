import type { DossierId } from '@shared/domain/ids'
import type { Row } from '@shared/records/projection'
import type { DeskDatabase } from './database'
import { newestVersions } from './newest-versions'

/**
 * The versions that dossiers are put together of. Versions are heavy: of a dossier whose acts all judged what it says
 * now, only the newest is read; of any other, all.
 * @param said acts that judge a version, by dossier; `null`: all versions are asked for
 */
export async function judgedVersions(
  db: DeskDatabase,
  dossierIds: readonly DossierId[],
  said: ((dossierId: DossierId) => readonly unknown[]) | null,
): Promise<readonly Row<'dossierVersions'>[]> {
  const newest = said === null ? [] : await newestVersions(db, dossierIds)
  const enough = new Map(
    newest
      .filter(({ value }) => said?.(value.dossierId).every((act) => hashJudgedBy(act) === value.contentHash) === true)
      .map((row) => [row.value.dossierId, row]),
  )
  const others = dossierIds.filter((id) => !enough.has(id))
  if (others.length === 0) return [...enough.values()]
  const all = await db.rows('dossierVersions').where('value.dossierId').anyOf(others).toArray()
  return [...enough.values(), ...all]
}

/** The content that an act names, in itself or in what it carries; undefined in records that say nothing. */
function hashJudgedBy(act: unknown): unknown {
  const said = act as Naming & { readonly consultation?: Naming; readonly confirmation?: Naming }
  return said.dossierHash ?? said.consultation?.dossierHash ?? said.confirmation?.dossierHash
}

type Naming = { readonly dossierHash?: string }
