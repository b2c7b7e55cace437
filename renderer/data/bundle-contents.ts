import { archiveContents, assignmentContents, opinionContents, type DeskRows } from '@shared/acts/bundle-contents'
import type { DossierId } from '@shared/domain/ids'
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

/** Everything ever recorded of a dossier with all its files: what an archive carries. */
export async function loadArchiveContents(dossierId: DossierId) {
  const history = await linesOfDossier(deskDatabase(), dossierId)
  return archiveContents(
    deskRows,
    dossierId,
    history.map(({ id }) => id),
  )
}
