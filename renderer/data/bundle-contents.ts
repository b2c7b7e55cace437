import type { DossierId, ExpertId, PanelId } from '@shared/domain/ids'
import { countersignFiles, type BundleContents } from './countersign'
import { deskDatabase } from './desk'
import { listLatestVersions } from './dossiers'
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

/**
 * What an expert needs to judge: the latest version of each dossier with its files, the panel, the assignment, the settings,
 * what divisions judged and overrode, earlier decisions on recusal, and what was handed back. No other expert's opinion (own opinion first).
 */
export async function assignmentContents(
  panelId: PanelId,
  expertId: ExpertId,
  dossierIds: readonly DossierId[],
): Promise<BundleContents> {
  const db = deskDatabase()
  const wanted = new Set<string>(dossierIds)
  const versions = (await listLatestVersions()).filter((row) => wanted.has(row.value.dossierId))
  const own = [
    ...(await db.rows('panels').where('id').equals(panelId).toArray()),
    ...(await db.rows('assignments').where('id').equals(`${panelId}/${expertId}`).toArray()),
    ...(await db.rows('settings').toArray()),
    ...(await db.rows('priorRevocations').toArray()),
  ]
  const acts = await Promise.all(
    (['statuses', 'filingDecisions', 'ruleJudgements', 'ruleOverrides', 'divisionOpinions'] as const).map((name) =>
      db
        .table<{ recordId: string }>(name)
        .where('value.dossierId')
        .anyOf([...dossierIds])
        .toArray(),
    ),
  )
  const toExpert = await Promise.all(
    (['recusalDecisions', 'returns'] as const).map((name) =>
      db
        .table<{ recordId: string; value: { expertId: ExpertId } }>(name)
        .where('value.dossierId')
        .anyOf([...dossierIds])
        .filter((row) => row.value.expertId === expertId)
        .toArray(),
    ),
  )
  const rows: readonly { readonly recordId: string }[] = [...versions, ...own, ...acts.flat(), ...toExpert.flat()]
  return {
    recordIds: [...new Set(rows.map((row) => row.recordId))],
    attachments: [
      ...new Set(versions.flatMap((row) => row.value.content.materials.map((material) => material.sha256))),
    ],
  }
}
