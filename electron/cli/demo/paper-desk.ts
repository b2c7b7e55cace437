import type { ArchiveFacts } from '@shared/acts/archive-facts'
import type { DossierCase } from '@shared/acts/dossier-case'
import { batchDocumentFacts, factsOfPaper } from '@shared/acts/paper-facts'
import { batchDocument, dossierDocument } from '@shared/documents/catalogue'
import type { BatchDocumentFacts, Typed } from '@shared/documents/catalogue-facts'
import type { MissingValues } from '@shared/documents/missing-values'
import { inBuiltInWords, makePaper, theOne, type DocumentSubject, type MadePaper } from '@shared/documents/paper'
import type { PaperKind } from '@shared/documents/vocabulary/papers'
import type { CalendarDate } from '@shared/domain/date'
import type { Batch } from '@shared/domain/pilot'
import type { Result } from '@shared/lib/result'
import type { OfficeDesk } from './office-desk'

export const atStartOf = (day: CalendarDate): string => `${day}T00:00:00Z`

/** What a paper is asked for with: the day that it is made on, what is typed, which of several it is. */
type Asked = {
  readonly on: CalendarDate
  readonly typed?: Typed
  readonly subject?: DocumentSubject
  /** For 归档目录. */
  readonly archive?: ArchiveFacts
  /** What the dossier would say then, for papers of days that are not yet come. */
  readonly then?: DossierCase['file']
}

const nothingArchived: ArchiveFacts = { documents: [], acts: [] }

/** A paper of one dossier, made as the desk of papers makes it. @throws Error that names every missing value */
export async function paperOf(dossier: DossierCase, kind: PaperKind, asked: Asked): Promise<MadePaper> {
  const { on, typed = {}, subject = theOne, archive = nothingArchived, then } = asked
  const facts = factsOfPaper(dossier, archive, atStartOf(on), { kind, subjectId: subject.id })
  const order = { facts: then === undefined ? facts : { ...facts, file: then }, typed, subject }
  return whole(await makePaper(dossierDocument(kind), order, inBuiltInWords))
}

/** The same of a batch. */
export async function batchPaperOf(
  { settings }: OfficeDesk,
  batch: Batch,
  dossiers: readonly DossierCase[],
  kind: PaperKind,
  { on, typed = {}, shown }: Pick<Asked, 'on' | 'typed'> & Pick<BatchDocumentFacts, 'shown'>,
): Promise<MadePaper> {
  const facts = batchDocumentFacts(batch, dossiers, settings, atStartOf(on), shown === undefined ? {} : { shown })
  return whole(await makePaper(batchDocument(kind), { facts, typed, subject: theOne }, inBuiltInWords))
}

/** The paper, or an error that names every missing value. */
function whole(made: Result<MadePaper, MissingValues>): MadePaper {
  if (made.ok) return made.value
  throw new Error(made.error.missing.map((item) => `${item.label} (${item.field})`).join('；'))
}
