import type { CalendarDate } from '@shared/domain/date'
import type { Batch } from '@shared/domain/pilot'
import { loadArchiveFacts } from '@renderer/data/archive-facts'
import { loadCases } from '@renderer/data/cases'
import { loadPanels } from '@renderer/data/panels'
import type { BatchFacts } from './batch-papers'

/** The cases of a batch as they stand now, whatever their state, their panels, and what the journal says of them. */
export async function loadBatchFacts(
  batch: Batch,
  today: CalendarDate,
): Promise<Pick<BatchFacts, 'batch' | 'cases' | 'panels' | 'archives'>> {
  const cases = await loadCases(batch.dossierIds, today)
  const panelIds = new Set(cases.flatMap(({ file }) => file.proceedings.panelOpinion?.panelId ?? []))
  const [panels, archives] = await Promise.all([
    loadPanels([...panelIds]),
    Promise.all(cases.map(async ({ file }) => [file.id, await loadArchiveFacts(file.id)] as const)),
  ])
  return { batch, cases, panels: new Map(panels.map((panel) => [panel.id, panel])), archives: new Map(archives) }
}
