import type { DossierId } from '@shared/domain/ids'
import type { Row } from '@shared/records/projection'
import { rowIdOf } from '@shared/records/row-id'
import type { DeskDatabase } from './database'
import { newestVersions } from './newest-versions'

/**
 * What was said of one dossier: acts that judge a version, and whether it was published, from when on other versions
 * stand.
 */
export type SaidOfVersions = { readonly acts: readonly unknown[]; readonly isPublished: boolean }

/**
 * The versions that dossiers are put together of. Versions are heavy: of a dossier whose acts all judged what it says
 * now, only the newest is read; else those that acts name, each with the one after it, which tells until when it was
 * the newest. All of them where an act names none (older programs), and of a pilot those since the first that was
 * judged.
 * @param said `null`: all versions are asked for
 */
export async function judgedVersions(
  db: DeskDatabase,
  dossierIds: readonly DossierId[],
  said: ((dossierId: DossierId) => SaidOfVersions) | null,
): Promise<readonly Row<'dossierVersions'>[]> {
  if (said === null) return allVersions(db, dossierIds)
  const newest = await newestVersions(db, dossierIds)
  const inFull: DossierId[] = []
  const keys: string[] = []
  for (const { value } of newest) {
    const { acts, isPublished } = said(value.dossierId)
    const judged = acts.map(judgedBy)
    const isPresent = ({ hash, version }: ReturnType<typeof judgedBy>): boolean =>
      hash === undefined ? version === value.version : hash === value.contentHash
    if (judged.every(isPresent)) continue
    const numbers = judged.flatMap(({ version }) => version ?? [])
    if (numbers.length < judged.length) {
      inFull.push(value.dossierId)
      continue
    }
    const from = Math.min(...numbers)
    const later = isPublished ? Array.from({ length: Math.max(0, value.version - from) }, (_, i) => from + i) : []
    const wanted = new Set([...numbers, ...numbers.map((number) => number + 1), ...later])
    wanted.delete(value.version)
    keys.push(...[...wanted].map((version) => rowIdOf('dossier.saved', { dossierId: value.dossierId, version })))
  }
  const found = keys.length === 0 ? [] : await db.rows('dossierVersions').bulkGet(keys)
  const all = inFull.length === 0 ? [] : await allVersions(db, inFull)
  const isInFull = new Set(inFull)
  return [
    ...newest.filter(({ value }) => !isInFull.has(value.dossierId)),
    ...found.filter((row) => row !== undefined),
    ...all,
  ]
}

const allVersions = (db: DeskDatabase, dossierIds: readonly DossierId[]): Promise<readonly Row<'dossierVersions'>[]> =>
  db
    .rows('dossierVersions')
    .where('value.dossierId')
    .anyOf([...dossierIds])
    .toArray()

/** The version that an act names, in itself or in what it carries; nothing in records that say nothing. */
function judgedBy(act: unknown): { readonly version?: number | undefined; readonly hash?: string | undefined } {
  const said = act as Naming & { readonly consultation?: Naming; readonly confirmation?: Naming }
  const { dossierVersion: version, dossierHash: hash } = said.consultation ?? said.confirmation ?? said
  return { version, hash }
}

type Naming = { readonly dossierHash?: string; readonly dossierVersion?: number }
