import type { DossierCase } from '@shared/acts/dossier-case'
import { factsOfPaper, type Changed, type PaperAsked } from '@shared/acts/paper-facts'
import type { DossierDocumentFacts } from '@shared/documents/catalogue-facts'
import { loadArchiveFacts } from './archive-facts'

/** Everything that one paper of a dossier is made of. */
export async function loadDocumentFacts(
  present: DossierCase,
  createdAt: string,
  asked: PaperAsked,
  more: Changed = {},
): Promise<DossierDocumentFacts> {
  return (await loadFactsOfPapers(present, createdAt, more))(asked)
}

/** The same of every paper of a dossier that is made at one moment. */
export async function loadFactsOfPapers(
  present: DossierCase,
  createdAt: string,
  more: Changed = {},
): Promise<(asked: PaperAsked) => DossierDocumentFacts> {
  const archive = await loadArchiveFacts(present.file.id)
  return (asked) => factsOfPaper(present, archive, createdAt, asked, more)
}
