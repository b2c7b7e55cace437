import type { Decided } from '@shared/acts/act'
import { holdConsultation, type ConsultationDraft } from '@shared/acts/consultation'
import type { Action } from '@shared/records/payloads'
import { appendAsReadBack } from '@renderer/data/append-act'
import type { CalendarDate } from '@shared/domain/date'
import type { DossierCase } from '@renderer/data/cases'

/** A meeting as it would go on record, or what it still lacks. */
export const consultationOf = (
  draft: ConsultationDraft,
  cases: readonly DossierCase[],
  said: { readonly by: string; readonly today: CalendarDate },
): Decided => holdConsultation(draft, cases, said)

/** Records a meeting of the coordination group as it was read back. @returns how many dossiers it settled. */
export const saveConsultation = async (readBack: readonly Action[], decided: Decided): Promise<number> =>
  (await appendAsReadBack(readBack, decided)) / 2
