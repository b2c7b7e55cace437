import { publishBatchOf, saveBatchAs } from '@shared/acts/batch'
import type { CalendarDate } from '@shared/domain/date'
import type { OfficeSettings } from '@shared/domain/office'
import type { Batch } from '@shared/domain/pilot'
import { appendAct } from '@renderer/data/append-act'
import type { DossierCase } from '@renderer/data/cases'

/** Saves a batch with the moves of what comes in or leaves. @throws ActRefused */
export async function saveBatch(
  batch: Batch,
  saved: Batch | null,
  cases: readonly DossierCase[],
  act: { readonly on: CalendarDate; readonly by: string; readonly others: readonly Batch[] },
): Promise<void> {
  await appendAct(saveBatchAs(batch, saved, cases, act))
}

/** Art. 14: publishes the batch. @throws ActRefused if any dossier of it is kept back */
export async function publishBatch(
  batch: Batch,
  cases: readonly DossierCase[],
  settings: OfficeSettings,
  said: Parameters<typeof publishBatchOf>[3],
): Promise<void> {
  await appendAct(publishBatchOf(batch, cases, settings, said))
}
