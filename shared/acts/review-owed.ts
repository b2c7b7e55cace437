import type { AssembledDossier } from '../records/assemble-dossier'
import { takesAction } from '../workflow/status-moves'

/**
 * Whether a dossier has to go to 待复核 and has not gone there: the panel's opinion is of another version than the present
 * one, and nobody confirmed it. Own changes go there by themselves; a version that another desk sent waits for a
 * person's act (note 37).
 */
export function reviewOwed({
  file,
  contentHash,
  status,
}: Pick<AssembledDossier, 'file' | 'contentHash' | 'status'>): boolean {
  const { panelOpinion, reviewConfirmations, pilotTerm, presentHashes = [contentHash] } = file.proceedings
  if (panelOpinion === null || pilotTerm !== null || !takesAction(status, 'review-again')) return false
  return ![panelOpinion, ...reviewConfirmations].some(({ dossierHash }) => presentHashes.includes(dossierHash))
}
