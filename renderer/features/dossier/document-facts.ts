import type { DossierDocumentFacts } from '@shared/documents/catalogue-facts'
import { regulation2010 } from '@shared/regulation/2010/index'
import { loadArchiveFacts } from '@renderer/data/archive-facts'
import type { DossierCase } from '@renderer/data/cases'

/** Everything that the documents of one dossier are made of. */
export async function loadDocumentFacts(dossier: DossierCase, createdAt: string): Promise<DossierDocumentFacts> {
  const { file, contentHash, results, facts, sealing } = dossier
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
  }
}
