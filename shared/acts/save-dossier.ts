import type { CalendarDate } from '../domain/date'
import { dossierContentHash, type DossierContent } from '../domain/dossier'
import type { DossierId } from '../domain/ids'
import type { AssembledDossier } from '../records/assemble-dossier'
import type { Action } from '../records/payloads'
import { availableActions, withoutFacts } from '../workflow/status-machine'
import type { Person } from './act'
import { moveStatus } from './move-status'

export type Save = Person & { readonly today: CalendarDate; readonly note: string }

/**
 * Saves a form: a new version if the content changed, and 待复核 if the panel had judged the old one (note 37): the sealed
 * opinion stays, marked. Pure.
 */
export function saveDossier(
  dossierId: DossierId,
  content: DossierContent,
  present: AssembledDossier | null,
  { today, by, note }: Save,
): readonly Action[] {
  const contentHash = dossierContentHash(content)
  if (present?.contentHash === contentHash) return []
  const saved: Action = {
    type: 'dossier.saved',
    payload: {
      dossierId,
      version: (present?.file.version ?? 0) + 1,
      contentHash,
      regulationVersionId: present?.file.regulationVersionId ?? '2010',
      receivedOn: present?.file.proceedings.receivedOn ?? null,
      note,
      content,
    },
  }
  return present === null ? [saved] : [saved, ...reviewedAgain(present, { today, by, note })]
}

/**
 * 待复核: the move that a new version makes once the panel has given its opinion, from every status up to publication
 * (note 37). None while a panel still sits, and none where the table knows no such way. Pure.
 */
export function reviewedAgain(present: AssembledDossier, { today, by, note }: Save): readonly Action[] {
  const panelConclusion = present.file.proceedings.panelOpinion?.conclusion ?? null
  const actions = availableActions(present.status, { ...withoutFacts, panelConclusion })
  const move = moveStatus({ ...present, actions }, 'review-again', { on: today, by, note })
  return move.ok ? [move.value] : []
}
