import type { CalendarDate } from '@shared/domain/date'
import type { OfficeSettings } from '@shared/domain/office'
import type { Batch } from '@shared/domain/pilot'
import { loadCases } from '@renderer/data/cases'
import { batchDocumentFacts, loadDocumentFacts } from '@renderer/data/document-facts'
import { loadPanels } from '@renderer/data/panels'
import type { BatchFacts } from './batch-papers'

/** The dossiers of a batch as they stand now, whatever their state, each with the panel that gave its opinion. */
export async function loadBatchFacts(
  batch: Batch,
  today: CalendarDate,
  office: OfficeSettings,
  createdAt: string,
): Promise<Pick<BatchFacts, 'batch' | 'dossiers'>> {
  const cases = await loadCases(batch.dossierIds, today)
  const panelIds = new Set(cases.flatMap(({ file }) => file.proceedings.panelOpinion?.panelId ?? []))
  const panels = new Map((await loadPanels([...panelIds])).map((panel) => [panel.id, panel]))
  const dossiers = await Promise.all(
    cases.map((dossier) => {
      const opinion = dossier.file.proceedings.panelOpinion
      const panel = opinion === null ? undefined : panels.get(opinion.panelId)
      return loadDocumentFacts(dossier, createdAt, panel === undefined ? {} : { meant: { panel } })
    }),
  )
  return { batch: batchDocumentFacts(batch, cases, office, createdAt), dossiers }
}
