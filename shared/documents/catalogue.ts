/** 文书目录: every document of the procedure in one table, for the screens to list, ask for and make. */
import type { DossierFile } from '@shared/domain/dossier'
import type { DossierStatus } from '@shared/domain/status'
import {
  afterFiling,
  asLetter,
  withPresent,
  type BatchDocument,
  type DocumentSubject,
  type DossierDocument,
} from './catalogue-entry'
import { typedDay, typedText, type BatchDocumentFacts, type DossierDocumentFacts, type Typed } from './catalogue-facts'
import { documentNeeds, type DocumentNeed } from './catalogue-needs'
import { pilotDocuments } from './catalogue-pilot'
import { reviewDocuments } from './catalogue-review'
import { noticeLetter } from './notice'
import { filingReceiptLetter, supplementNoticeLetter } from './office-papers'
import { publicDisplayLetter } from './public-display'
import { resultLetter, resultToTell } from './result-letter'

/** Every document of one dossier, in the order of the procedure. */
export const dossierDocuments: readonly DossierDocument[] = [
  {
    kind: 'supplement-notice',
    title: 'document.supplement-notice',
    basis: '7',
    inputs: ['issuedOn', 'dueOn'],
    statuses: ['accepted', 'supplement', 'pilot-applied', 'division-review'],
    needs: [],
    ...asLetter((facts: DossierDocumentFacts, typed: Typed) =>
      withPresent(typedDay(typed, 'issuedOn'), '文书日期', (issuedOn) =>
        supplementNoticeLetter({
          ...facts,
          stage: documentNeeds['filing-decision'](facts.file) ? 'application' : 'filing',
          issuedOn,
          dueOn: typedDay(typed, 'dueOn'),
        }),
      ),
    ),
  },
  {
    kind: 'filing-receipt',
    title: 'document.filing-receipt',
    basis: '6',
    inputs: [],
    statuses: afterFiling,
    needs: ['filing-decision'],
    ...asLetter(filingReceiptLetter),
  },
  {
    kind: 'result-letter',
    title: 'document.result-letter',
    basis: null,
    inputs: ['issuedOn'],
    statuses: [
      ...(['draft', 'filed', 'filing-refused', 'not-accepted', 'withdrawn', 'closed'] as const),
      ...(['division-rejected', 'panel-rejected', 'not-decided', 'deferred'] as const),
    ],
    isDue: (file) => resultToTell(file) !== null,
    needs: [],
    ...asLetter((facts: DossierDocumentFacts, typed: Typed) =>
      resultLetter({ ...facts, issuedOn: typedDay(typed, 'issuedOn') }),
    ),
  },
  ...reviewDocuments,
  ...pilotDocuments,
]

/** Every document of a batch. */
export const batchDocuments: readonly BatchDocument[] = [
  {
    kind: 'public-display',
    title: 'document.public-display',
    basis: null,
    inputs: ['from', 'to', 'contact', 'issuedOn'],
    isOffered: ({ interpretation }) => interpretation.publicDisplay,
    ...asLetter((facts: BatchDocumentFacts, typed: Typed) =>
      publicDisplayLetter({
        ...facts,
        from: typedDay(typed, 'from'),
        to: typedDay(typed, 'to'),
        contact: typedText(typed, 'contact'),
        issuedOn: typedDay(typed, 'issuedOn'),
      }),
    ),
  },
  {
    kind: 'notice',
    title: 'document.notice',
    basis: '14',
    inputs: [],
    isOffered: () => true,
    ...asLetter(noticeLetter),
  },
]

/** A document that a dossier may have now, with what it still waits for. */
export type OfferedDocument = {
  readonly document: DossierDocument
  /** Empty if it can be made. */
  readonly unmet: readonly DocumentNeed[]
  readonly subjects: readonly DocumentSubject[]
}

/** What the screens list for a dossier in a status. */
export const offeredDocuments = (status: DossierStatus, file: DossierFile): readonly OfferedDocument[] =>
  dossierDocuments
    .filter(({ statuses, isDue }) => statuses.includes(status) && (isDue?.(file) ?? true))
    .map((document) => ({
      document,
      unmet: document.needs.filter((need) => !documentNeeds[need](file)),
      subjects: document.subjects?.(file) ?? [{ id: '', label: '' }],
    }))
