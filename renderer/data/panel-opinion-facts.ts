import type { Panel } from '@shared/domain/panel'
import type { PanelOpinionDraft, PanelOpinionFacts } from '@shared/documents/panel-opinion-facts'
import { regulation2010 } from '@shared/regulation/2010/index'
import type { DossierCase } from './cases'

/** What the composer of a panel's opinion is given: people's words, and everything it counts by itself. */
export const panelOpinionFacts = (
  dossier: DossierCase,
  panel: Panel,
  opinion: PanelOpinionDraft,
  createdAt: string,
  copy: 'draft' | 'final',
): PanelOpinionFacts => ({
  file: dossier.file,
  contentHash: dossier.contentHash,
  panel,
  opinion,
  checks: dossier.results,
  settings: dossier.facts.settings,
  regulationTitle: regulation2010.title,
  createdAt,
  sealing: dossier.sealing,
  ...(copy === 'draft' ? { draft: '征求意见稿' as const } : {}),
})
