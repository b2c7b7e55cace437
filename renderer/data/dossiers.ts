import type { DossierId } from '@shared/domain/ids'
import {
  assembleDossier,
  dossierTables,
  type AssembledDossier,
  type DossierRows,
} from '@shared/records/assemble-dossier'
import type { Row } from '@shared/records/projection'
import { deskDatabase } from './desk'
import { linesOfDossier } from './history'

/** A dossier with everything that happened to it, out of the tables; `null` if there is none of that id. */
export async function loadDossier(dossierId: DossierId): Promise<AssembledDossier | null> {
  const [dossier] = await loadDossiers([dossierId])
  return dossier ?? null
}

type AnyRow = { readonly value: { readonly dossierId?: string; readonly dossierIds?: readonly string[] } }

/** The same of many dossiers, each table read once; in the order asked for, those that there are. */
export async function loadDossiers(dossierIds: readonly DossierId[]): Promise<readonly AssembledDossier[]> {
  const db = deskDatabase()
  const tables = await Promise.all(
    dossierTables.map(async (name) => {
      if (name === 'priorRevocations') return { name, all: await db.rows(name).toArray(), of: null }
      const index =
        name === 'panels' || name === 'batches' || name === 'opinionReveals' ? 'value.dossierIds' : 'value.dossierId'
      const all: readonly AnyRow[] = await db
        .rows(name)
        .where(index)
        .anyOf([...dossierIds])
        .distinct()
        .toArray()
      return { name, all, of: rowsByDossier(all) }
    }),
  )
  return dossierIds.flatMap((dossierId) => {
    const rows: unknown = Object.fromEntries(
      tables.map(({ name, all, of }) => [name, of === null ? all : (of.get(dossierId) ?? [])]),
    )
    return assembleDossier(dossierId, rows as DossierRows) ?? []
  })
}

function rowsByDossier(rows: readonly AnyRow[]): ReadonlyMap<string, readonly AnyRow[]> {
  const byDossier = new Map<string, AnyRow[]>()
  for (const row of rows) {
    const { dossierId, dossierIds } = row.value
    for (const id of dossierIds ?? (dossierId === undefined ? [] : [dossierId])) {
      const present = byDossier.get(id)
      if (present === undefined) byDossier.set(id, [row])
      else present.push(row)
    }
  }
  return byDossier
}

/** Latest version of every dossier, newest first. */
export async function listLatestVersions(): Promise<readonly Row<'dossierVersions'>[]> {
  const latest = new Map<string, Row<'dossierVersions'>>()
  await deskDatabase()
    .rows('dossierVersions')
    .each((row) => {
      const present = latest.get(row.value.dossierId)
      if (present === undefined || present.value.version < row.value.version) latest.set(row.value.dossierId, row)
    })
  return [...latest.values()].sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
}

/** The timeline of one dossier, oldest first, in the order of records. */
export const listHistory = (dossierId: DossierId) => linesOfDossier(deskDatabase(), dossierId)
