import { actOnDossier, type ActionValues } from '@shared/acts/dossier-act'
import type { CalendarDate } from '@shared/domain/date'
import type { AvailableAction } from '@shared/workflow/status-machine'
import { appendAct } from '@renderer/data/append-act'
import type { DossierCase } from '@renderer/data/cases'
import { deskDatabase } from '@renderer/data/desk'
import { newLocalId } from '@renderer/platform/ids'

/** Does an act of the status machine. @throws ActRefused */
export async function act(
  dossier: DossierCase,
  action: AvailableAction,
  values: ActionValues,
  { by, today }: { readonly by: string; readonly today: CalendarDate },
): Promise<void> {
  const { settings } = dossier.facts
  const batchId = dossier.file.proceedings.publication?.batchId
  const row = batchId === undefined ? undefined : await deskDatabase().rows('batches').get(batchId)
  const beside = { by, today, settings, rowId: newLocalId('c'), batch: row?.value ?? null }
  await appendAct(actOnDossier(dossier, action.action, values, beside))
}
