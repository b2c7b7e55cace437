import type { DossierId, ExpertId, PanelId } from '@shared/domain/ids'
import { tableOf, typesWith, type TableOf, type TypesWith } from '@shared/records/record-kinds'
import { rowIdOf } from '@shared/records/row-id'
import { countersignFiles, type BundleContents } from './countersign'
import { deskDatabase } from './desk'
import { latestVersionsOf } from './dossiers'
import { linesOfDossier } from './history'

/** Everything ever recorded of a dossier with all its files: what an archive carries. */
export async function archiveContents(dossierId: DossierId): Promise<BundleContents> {
  const db = deskDatabase()
  const [history, versions, settings, papers, signed] = await Promise.all([
    linesOfDossier(db, dossierId),
    db.rows('dossierVersions').where('value.dossierId').equals(dossierId).toArray(),
    db.rows('settings').toArray(),
    noticeExports(dossierId),
    countersignFiles(dossierId),
  ])
  const files = versions.flatMap((row) => row.value.content.materials.map((material) => material.sha256))
  return {
    recordIds: [...new Set([...history.map((row) => row.id), ...[...settings, ...papers].map((row) => row.recordId)])],
    attachments: [...new Set([...files, ...signed])],
  }
}

/** The register lines of the notices that name a dossier: their code on paper is looked up in the archive, too. */
async function noticeExports(dossierId: DossierId) {
  const db = deskDatabase()
  const batches = await db.rows('batches').where('value.dossierIds').equals(dossierId).toArray()
  return db
    .rows('documentExports')
    .where('value.batchId')
    .anyOf(batches.map(({ value }) => value.id))
    .toArray()
}

/** Kinds of which an assignment carries everything. */
const inEveryAssignment = [...typesWith('scope', 'own-and-assignments'), ...typesWith('scope', 'assignments')]

/** What goes to an expert: what may be seen before the declaration on recusal, and each dossier apart. */
export type AssignmentContents = {
  readonly recordIds: readonly string[]
  readonly dossiers: readonly ({ readonly dossierId: DossierId } & BundleContents)[]
}

/**
 * What an expert needs to judge. In the open: the panel, the assignment, the settings, earlier decisions on recusal, and
 * what was handed back. Of each dossier: its latest version with its files, and what divisions judged, overrode and
 * decided about it. No other expert's opinion (own opinion first).
 */
export async function assignmentContents(
  panelId: PanelId,
  expertId: ExpertId,
  dossierIds: readonly DossierId[],
): Promise<AssignmentContents> {
  const db = deskDatabase()
  const versions = await latestVersionsOf(dossierIds)
  const own = [
    ...(await db.rows('panels').where('id').equals(panelId).toArray()),
    ...(await db.rows('assignments').where('id').equals(rowIdOf('assignment.issued', { panelId, expertId })).toArray()),
    ...(await Promise.all(inEveryAssignment.map((type) => db.rows(tableOf(type)).toArray()))).flat(),
  ]
  const ofDossiers = <N extends TableOf<TypesWith<'scope', 'locked' | 'its-expert'>>>(name: N) =>
    db
      .rows(name)
      .where('value.dossierId')
      .anyOf([...dossierIds])
  const acts = await Promise.all(typesWith('scope', 'locked').map((type) => ofDossiers(tableOf(type)).toArray()))
  const toExpert = await Promise.all(
    typesWith('scope', 'its-expert').map((type) =>
      ofDossiers(tableOf(type))
        .filter((row) => row.value.expertId === expertId)
        .toArray(),
    ),
  )
  const inTheOpen: readonly { readonly recordId: string }[] = [...own, ...toExpert.flat()]
  return {
    recordIds: [...new Set(inTheOpen.map((row) => row.recordId))],
    dossiers: dossierIds.map((dossierId) => {
      const latest = versions.filter((row) => row.value.dossierId === dossierId)
      const said = acts.flat().filter((row) => row.value.dossierId === dossierId)
      return {
        dossierId,
        recordIds: [...new Set([...latest, ...said].map((row) => row.recordId))],
        attachments: [...new Set(latest.flatMap((row) => row.value.content.materials.map(({ sha256 }) => sha256)))],
      }
    }),
  }
}
