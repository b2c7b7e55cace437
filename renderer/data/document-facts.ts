import type { BatchDocumentFacts, DossierDocumentFacts } from '@shared/documents/catalogue-facts'
import type { DocumentFrame } from '@shared/documents/plain-document'
import type { OfficeSettings } from '@shared/domain/office'
import type { Batch } from '@shared/domain/pilot'
import { regulation2010 } from '@shared/regulation/2010/index'
import { loadArchiveFacts } from './archive-facts'
import type { DossierCase } from './cases'

type Copy = Pick<DocumentFrame, 'draft'>

/** A copy that goes round before anything is final. */
export const draftCopy: Copy = { draft: '征求意见稿' }

/** Everything that the papers of one dossier are made of; `meant` where it is not what stands on file. */
export async function loadDocumentFacts(
  { file, contentHash, results, facts, sealing }: DossierCase,
  createdAt: string,
  more: Copy & Pick<DossierDocumentFacts, 'meant'> = {},
): Promise<DossierDocumentFacts> {
  return {
    file,
    contentHash,
    checks: results,
    settings: facts.settings,
    calendar: facts.calendar,
    sealing,
    regulationTitle: regulation2010.title,
    createdAt,
    archive: await loadArchiveFacts(file.id),
    ...more,
  }
}

/** Everything that the papers of a batch are made of; counts, names and terms are computed by the composers. */
export const batchDocumentFacts = (
  batch: Batch,
  cases: readonly DossierCase[],
  settings: OfficeSettings,
  createdAt: string,
  copy: Copy = {},
): BatchDocumentFacts => ({
  batch,
  dossiers: cases.map((dossier) => dossier.file),
  settings,
  regulationTitle: regulation2010.title,
  createdAt,
  ...copy,
})
