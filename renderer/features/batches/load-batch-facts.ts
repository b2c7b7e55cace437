import type { CalendarDate } from '@shared/domain/date'
import type { Batch } from '@shared/domain/pilot'
import { loadPanel, loadPanelCases } from '@renderer/data/panels'
import type { BatchFacts } from './batch-papers'

/** The cases of a batch as they stand now, whatever their state, and the panels whose opinions they carry. */
export async function loadBatchFacts(
  batch: Batch,
  today: CalendarDate,
): Promise<Pick<BatchFacts, 'batch' | 'cases' | 'panels'>> {
  const cases = await loadPanelCases(batch.dossierIds, today)
  const panelIds = new Set(cases.flatMap(({ file }) => file.proceedings.panelOpinion?.panelId ?? []))
  const panels = await Promise.all([...panelIds].map(loadPanel))
  return {
    batch,
    cases,
    panels: new Map(panels.flatMap((panel) => (panel === null ? [] : [[panel.id, panel] as const]))),
  }
}
