import type { CalendarDate } from '../domain/date'
import { dossierContentHash, type DossierContent } from '../domain/dossier'
import { isWithoutHandling, withoutHandling } from '../domain/handled-content'
import type { DossierId } from '../domain/ids'
import { presentMeasureId } from '../domain/measure'
import type { AssembledDossier } from '../records/assemble-dossier'
import type { Action } from '../records/payloads'
import { availableActions, withoutFacts } from '../workflow/status-machine'
import type { Person } from './act'
import { handlesOtherwise, saveHandling, split } from './handling'
import { moveStatus } from './move-status'

export type Save = Person & { readonly today: CalendarDate; readonly note: string }

/**
 * Saves a form: a new version if what the applicant handed in changed, and 待复核 if the panel had judged the old one
 * (note 37): the sealed opinion stays, marked. How the office handles it is recorded beside, and makes neither. Pure.
 */
export function saveDossier(
  dossierId: DossierId,
  content: DossierContent,
  present: AssembledDossier | null,
  { today, by, note }: Save,
): readonly Action[] {
  const { stored, handling } = split(content, present?.file.proceedings.successions)
  const before = present === null ? null : withoutHandling(present.file.content)
  const contentHash = dossierContentHash(stored)
  const isChanged = before === null || dossierContentHash(before) !== contentHash
  const isHandled = present === null ? !isWithoutHandling(content) : handlesOtherwise(content, present.file.content)
  // What the versions of an older program say of it is said again beside the first version that does not.
  const isUnsaid = isChanged && present?.isHandlingRecorded !== true && !isWithoutHandling(content)
  const handled = isHandled || isUnsaid ? [saveHandling(dossierId, handling, { by, on: today })] : []
  if (!isChanged) return handled
  const saved: Action = {
    type: 'dossier.saved',
    payload: {
      dossierId,
      version: (present?.file.version ?? 0) + 1,
      contentHash,
      regulationVersionId: present?.file.regulationVersionId ?? presentMeasureId,
      receivedOn: present?.file.proceedings.receivedOn ?? null,
      note,
      content: stored,
    },
  }
  return [saved, ...handled, ...(present === null ? [] : reviewedAgain(present, { today, by, note }))]
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
