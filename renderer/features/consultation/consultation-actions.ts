import { calendarDateSchema } from '@shared/domain/date'
import type { Consultation } from '@shared/domain/pilot'
import type { MessageKey } from '@shared/messages/catalogue'
import type { Action } from '@shared/records/payloads'
import type { DossierCase } from '@renderer/data/cases'
import { append } from '@renderer/data/desk'

export type ConsultationDraft = {
  readonly heldOn: string | null
  readonly minutesNo: string
  readonly attendeeAgencyIds: readonly string[]
  /** By dossier; nothing is decided beforehand. */
  readonly decisions: Readonly<
    Record<string, { readonly decision: Consultation['decision'] | null; readonly note: string }>
  >
}

const actionOf = { decided: 'decide', 'not-decided': 'not-decide', deferred: 'defer' } as const

/** What keeps the record of a meeting from being saved. */
export function consultationGaps(draft: ConsultationDraft): ReadonlyMap<string, MessageKey> {
  const gaps = new Map<string, MessageKey>()
  if (!calendarDateSchema.safeParse(draft.heldOn).success) gaps.set('heldOn', 'common.needDate')
  if (draft.minutesNo.trim() === '') gaps.set('minutesNo', 'consultation.needMinutes')
  if (Object.values(draft.decisions).every((item) => item.decision === null)) {
    gaps.set('decisions', 'consultation.needDecision')
  }
  return gaps
}

/** Art. 13: the result of each dossier and its new state. A dossier that the machine blocks is left as it is. Pure. */
export function decideConsultation(
  draft: ConsultationDraft,
  cases: readonly DossierCase[],
  by: string,
): readonly Action[] {
  const heldOn = calendarDateSchema.parse(draft.heldOn)
  return cases.flatMap((dossier): readonly Action[] => {
    const item = draft.decisions[dossier.file.id]
    if (item === undefined || item.decision === null) return []
    const name = actionOf[item.decision]
    const action = dossier.actions.find((candidate) => candidate.action === name && candidate.enabled)
    if (action === undefined) return []
    const dossierId = dossier.file.id
    return [
      {
        type: 'consultation.recorded',
        payload: {
          dossierId,
          consultation: {
            heldOn,
            minutesNo: draft.minutesNo.trim(),
            attendeeAgencyIds: [...draft.attendeeAgencyIds],
            decision: item.decision,
            note: item.note.trim(),
          },
        },
      },
      {
        type: 'status.set',
        payload: {
          dossierId,
          action: name,
          from: dossier.status,
          to: action.to,
          on: heldOn,
          by,
          note: item.note.trim(),
        },
      },
    ]
  })
}

/** Records a meeting of the coordination group. @returns how many dossiers it settled. */
export async function saveConsultation(
  draft: ConsultationDraft,
  cases: readonly DossierCase[],
  by: string,
): Promise<number> {
  const actions = decideConsultation(draft, cases, by)
  if (actions.length > 0) await append(...actions)
  return actions.length / 2
}
