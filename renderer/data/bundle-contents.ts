import {
  archiveContents,
  assignmentContents,
  countersignContents,
  opinionContents,
  ownWords,
  type BundleContents,
  type DeskRows,
  type RoundToSign,
} from '@shared/acts/bundle-contents'
import type { Protection } from '@shared/bundle/protection'
import type { DossierId, ExpertId } from '@shared/domain/ids'
import { deskDatabase } from './desk'
import { linesOfDossier } from './history'

/** The rows of the open desk, found by their indexes. */
export const deskRows: DeskRows = (table, of) => {
  const rows = deskDatabase().rows(table)
  if (of === undefined) return Promise.resolve(rows.toArray())
  const found =
    'dossierIds' in of
      ? rows.where('value.dossierId').anyOf([...of.dossierIds])
      : rows.where('value.batchId').anyOf([...of.batchIds])
  return Promise.resolve(found.toArray())
}

export const loadAssignmentContents = (about: Parameters<typeof assignmentContents>[1]) =>
  assignmentContents(deskRows, about)

export const loadOpinionContents = (about: Parameters<typeof opinionContents>[1], onlyCommitments: boolean) =>
  opinionContents(deskRows, about, onlyCommitments)

export const loadCountersignContents = (round: RoundToSign, expertId: ExpertId) =>
  countersignContents(deskRows, round, expertId)

/** What an expert's own desk wrote about dossiers and this division holds. */
export async function loadOwnWords(
  expertId: ExpertId,
  dossierIds: readonly DossierId[],
  protect: Protection,
): Promise<BundleContents> {
  const lines = await Promise.all(dossierIds.map((dossierId) => linesOfDossier(deskDatabase(), dossierId)))
  return ownWords(deskRows, lines.flat(), { expertId, dossierIds, protect })
}

/** Everything ever recorded of a dossier with all its files: what an archive carries. */
export async function loadArchiveContents(dossierId: DossierId) {
  const history = await linesOfDossier(deskDatabase(), dossierId)
  return archiveContents(
    deskRows,
    dossierId,
    history.map(({ id }) => id),
  )
}
