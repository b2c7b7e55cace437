import { carryChange, markPublished, recordChange } from '@shared/acts/change'
import type { ChangeDraft } from '@shared/acts/change-gaps'
import type { CalendarDate } from '@shared/domain/date'
import type { Action } from '@shared/records/payloads'
import { appendAct, appendAsReadBack } from '@renderer/data/append-act'
import { loadCase, type DossierCase } from '@renderer/data/cases'

type Said = { readonly by: string; readonly today: CalendarDate }

/** @throws ActRefused */
export const saveChange = async (dossier: DossierCase, draft: ChangeDraft, said: Said & { readonly id: string }) =>
  appendAct(recordChange(dossier, draft, said))

/** Carries a change as it was read back. @throws ActRefused if the desk stands otherwise by now */
export async function carry(
  readBack: readonly Action[],
  { file }: DossierCase,
  changeId: string,
  said: Said & { readonly note: string },
): Promise<void> {
  const present = await loadCase(file.id, said.today)
  if (present !== null) await appendAsReadBack(readBack, carryChange(present, changeId, said))
}

/** @throws ActRefused */
export const notePublished = async ({ file }: DossierCase, changeId: string, noticeNo: string) =>
  appendAct(markPublished(file, changeId, noticeNo))
