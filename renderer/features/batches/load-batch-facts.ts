import type { CalendarDate } from '@shared/domain/date'
import type { OfficeSettings } from '@shared/domain/office'
import type { Batch } from '@shared/domain/pilot'
import { loadIssuedCases } from '@renderer/data/issued-cases'
import { batchDocumentFacts } from '@shared/acts/paper-facts'
import { loadFactsOfPapers } from '@renderer/data/document-facts'
import { loadListed } from '@renderer/data/listed-cases'
import { loadPanels } from '@renderer/data/panels'
import type { BatchFacts } from './batch-papers'

/**
 * The dossiers of a batch whatever their state, of a published one as they stood when it was published, each with the
 * panel that gave its opinion.
 */
export async function loadBatchFacts(
  batch: Batch,
  today: CalendarDate,
  office: OfficeSettings,
  createdAt: string,
): Promise<Pick<BatchFacts, 'batch' | 'dossiers'>> {
  const cases = await loadIssuedCases(batch, today)
  const panelIds = new Set(cases.flatMap(({ file }) => file.proceedings.panelOpinion?.panelId ?? []))
  const panels = new Map((await loadPanels([...panelIds])).map((panel) => [panel.id, panel]))
  const dossiers = await Promise.all(
    cases.map(async (dossier) => {
      const { panelOpinion: opinion, panel: own } = dossier.file.proceedings
      // Its own is as it stood then.
      const panel = opinion === null ? undefined : own?.id === opinion.panelId ? own : panels.get(opinion.panelId)
      const meant = panel === undefined ? {} : { meant: { panel } }
      return { file: dossier.file, panel, factsOf: await loadFactsOfPapers(dossier, createdAt, meant) }
    }),
  )
  const listed = (await loadListed(batch, today)).map(({ file }) => file)
  return { batch: batchDocumentFacts(batch, cases, office, createdAt, { listed }), dossiers }
}
