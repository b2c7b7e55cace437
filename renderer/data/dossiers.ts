import type { DossierId } from '@shared/domain/ids'
import {
  assembleDossier,
  dossierTables,
  type AssembledDossier,
  type DossierRows,
} from '@shared/records/assemble-dossier'
import type { Row } from '@shared/records/projection'
import { deskDatabase } from './desk'

/** A dossier with everything that happened to it, out of the tables; `null` if there is none of that id. */
export async function loadDossier(dossierId: DossierId): Promise<AssembledDossier | null> {
  const db = deskDatabase()
  const rows = await Promise.all(
    dossierTables.map(async (name) => {
      if (name === 'priorRevocations') return [name, await db.rows(name).toArray()] as const
      const index = name === 'panels' || name === 'batches' ? 'value.dossierIds' : 'value.dossierId'
      return [name, await db.rows(name).where(index).equals(dossierId).toArray()] as const
    }),
  )
  const found: unknown = Object.fromEntries(rows)
  return assembleDossier(dossierId, found as DossierRows)
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
export async function listHistory(dossierId: DossierId) {
  const rows = await deskDatabase().history.where('dossierIds').equals(dossierId).toArray()
  return rows.sort((a, b) => (a.stamp < b.stamp ? -1 : 1))
}
