import type { DossierId } from '@shared/domain/ids'
import {
  assembleDossier,
  type AssembledDossier,
  type DossierRows,
  typesInDossier,
} from '@shared/records/assemble-dossier'
import { endedBeside, endedDossiers, type EndedDossier } from '@shared/records/ended-alliances'
import { dossiersOfValue, type Row } from '@shared/records/projection'
import { dossierIndexOf, tableOf } from '@shared/records/record-kinds'
import { deskDatabase } from './desk'
import { linesOfDossier } from './history'
import { newestVersions } from './newest-versions'
import { bookOf } from './summary-book'

/** A dossier with everything that happened to it, out of the tables; `null` if there is none of that id. */
export async function loadDossier(dossierId: DossierId): Promise<AssembledDossier | null> {
  const [dossier] = await loadDossiers([dossierId])
  return dossier ?? null
}

type AnyRow = { readonly value: unknown }

/** The same of many dossiers, each table read once; in the order asked for, those that there are. */
export async function loadDossiers(dossierIds: readonly DossierId[]): Promise<readonly AssembledDossier[]> {
  const db = deskDatabase()
  const endings = await loadEndings()
  const tables = await Promise.all(
    typesInDossier.map(async (type) => {
      const name = tableOf(type)
      const table = db.table<AnyRow>(name)
      const index = dossierIndexOf(type)
      if (index === null) return { name, all: await table.toArray(), of: null }
      // Of versions only the newest is looked at, and they are heavy.
      if (type === 'dossier.saved') {
        const newest: readonly AnyRow[] = await newestVersions(db, dossierIds)
        return { name, all: newest, of: rowsByDossier(newest) }
      }
      const all: readonly AnyRow[] = await table
        .where(index)
        .anyOf([...dossierIds])
        .distinct()
        .toArray()
      return { name, all, of: rowsByDossier(all) }
    }),
  )
  return dossierIds.flatMap((dossierId) => {
    const rows = Object.fromEntries(
      tables.map(({ name, all, of }) => [name, of === null ? all : (of.get(dossierId) ?? [])]),
    )
    const ended = endedBeside(endings, dossierId)
    return assembleDossier(dossierId, { ...rows, ended } as unknown as DossierRows) ?? []
  })
}

/** Dossiers of the desk that were revoked: each bears on every other (Art. 19). */
async function loadEndings(): Promise<readonly EndedDossier[]> {
  const revocations = await deskDatabase().rows('revocations').toArray()
  if (revocations.length === 0) return []
  const ids = revocations.map(({ value }) => value.dossierId)
  const dossierVersions = await deskDatabase().rows('dossierVersions').where('value.dossierId').anyOf(ids).toArray()
  return endedDossiers({ dossierVersions, revocations })
}

function rowsByDossier(rows: readonly AnyRow[]): ReadonlyMap<string, readonly AnyRow[]> {
  const byDossier = new Map<string, AnyRow[]>()
  for (const row of rows) {
    for (const id of dossiersOfValue(row.value)) {
      const present = byDossier.get(id)
      if (present === undefined) byDossier.set(id, [row])
      else present.push(row)
    }
  }
  return byDossier
}

/** Latest versions of these dossiers, newest first. */
export async function latestVersionsOf(dossierIds: readonly DossierId[]): Promise<readonly Row<'dossierVersions'>[]> {
  const versions = await newestVersions(deskDatabase(), dossierIds)
  return versions.toSorted((a, b) => (a.stamp < b.stamp ? 1 : -1))
}

/** What the alliance of every dossier is called, so that it is not named by an id. */
export async function dossierNames(): Promise<ReadonlyMap<string, string>> {
  const db = deskDatabase()
  // Whoever looks looks again when anything was applied.
  await db.meta.get('applied')
  const summaries = await bookOf(db).all()
  return new Map(summaries.map(({ id, name }) => [id, name]))
}

/** The timeline of one dossier, oldest first, in the order of records. */
export const listHistory = (dossierId: DossierId) => linesOfDossier(deskDatabase(), dossierId)
