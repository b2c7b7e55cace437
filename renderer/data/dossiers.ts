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
