/** 文书目录: every document of the procedure in one table, for the screens to list, ask for and make. */
import type { DossierFile } from '@shared/domain/dossier'
import type { DossierStatus } from '@shared/domain/status'
import {
  afterFiling,
  ofBatch,
  ofDossier,
  withPresent,
  type BatchDocument,
  type DossierDocument,
} from './catalogue-entry'
import { typedDay, type BatchDocumentFacts, type DossierDocumentFacts, type Typed } from './catalogue-facts'
import { documentNeeds, type DocumentNeed } from './catalogue-needs'
import { pilotDocuments, summaryOf } from './catalogue-pilot'
import { reviewDocuments } from './catalogue-review'
import { feedbackLetter } from './feedback-letter'
import { noticeLetter } from './notice'
import { filingReceiptLetter, supplementNoticeLetter } from './office-papers'
import { composeObjectionRegister, daysWords } from './objection-register'
import { asComposed, asLetter, nothingAttached, theOne, type DocumentSubject } from './paper'
import { publicDisplayLetter } from './public-display'
import { resultLetter, resultToTell } from './result-letter'
import type { PaperKind } from './vocabulary/papers'

/** Every document of one dossier, in the order of the procedure. */
export const dossierDocuments: readonly DossierDocument[] = [
  {
    ...ofDossier('supplement-notice'),
    basis: '7',
    hasCode: true,
    attachments: nothingAttached,
    inputs: ['issuedOn', 'dueOn'],
    statuses: ['accepted', 'supplement', 'pilot-applied', 'division-review'],
    needs: [],
    subjects: () => [theOne],
    ...asLetter((facts: DossierDocumentFacts, typed: Typed) =>
      withPresent(
        typedDay(typed, 'issuedOn'),
        '文书日期',
        (issuedOn) =>
          supplementNoticeLetter({
            ...facts,
            stage: documentNeeds['filing-decision'](facts.file) ? 'application' : 'filing',
            issuedOn,
            dueOn: typedDay(typed, 'dueOn'),
          }),
        'issuedOn',
      ),
    ),
  },
  {
    ...ofDossier('filing-receipt'),
    basis: '6',
    hasCode: true,
    attachments: nothingAttached,
    inputs: [],
    statuses: afterFiling,
    needs: ['filing-decision'],
    subjects: () => [theOne],
    ...asLetter(filingReceiptLetter),
  },
  {
    ...ofDossier('result-letter'),
    basis: null,
    hasCode: true,
    attachments: nothingAttached,
    inputs: ['issuedOn'],
    statuses: [
      ...(['draft', 'filed', 'filing-refused', 'not-accepted', 'withdrawn', 'closed'] as const),
      ...(['division-rejected', 'panel-rejected', 'not-decided', 'deferred'] as const),
    ],
    isDue: (file) => resultToTell(file) !== null,
    needs: [],
    subjects: () => [theOne],
    ...asLetter((facts: DossierDocumentFacts, typed: Typed) =>
      resultLetter({ ...facts, issuedOn: typedDay(typed, 'issuedOn') }),
    ),
  },
  {
    ...ofDossier('feedback-letter'),
    basis: null,
    hasCode: true,
    attachments: nothingAttached,
    inputs: ['issuedOn'],
    statuses: ['not-decided', 'deferred'],
    isDue: ({ proceedings }) => proceedings.consultation?.isCultivated === true,
    needs: ['panel-opinion'],
    subjects: () => [theOne],
    ...asLetter((facts: DossierDocumentFacts, typed: Typed) =>
      feedbackLetter({ ...facts, issuedOn: typedDay(typed, 'issuedOn') }),
    ),
  },
  ...reviewDocuments,
  ...pilotDocuments,
]

/** Every document of a batch. */
export const batchDocuments: readonly BatchDocument[] = [
  {
    ...ofBatch('public-display'),
    basis: null,
    hasCode: true,
    attachments: nothingAttached,
    inputs: ['issuedOn'],
    isOffered: ({ interpretation }) => interpretation.publicDisplay,
    ...asLetter((facts: BatchDocumentFacts, typed: Typed) =>
      withPresent(
        facts.shown?.display,
        '公示的登记（起止日期和两处联系方式）',
        (display) =>
          publicDisplayLetter({
            ...facts,
            ...display,
            days: daysWords(display),
            issuedOn: typedDay(typed, 'issuedOn'),
          }),
        'batch.display',
      ),
    ),
  },
  {
    ...ofBatch('objection-register'),
    basis: null,
    hasCode: true,
    attachments: nothingAttached,
    inputs: ['issuedOn'],
    isOffered: ({ interpretation }) => interpretation.publicDisplay,
    ...asComposed((facts: BatchDocumentFacts, typed: Typed) =>
      composeObjectionRegister({
        ...facts,
        ...(facts.shown ?? { display: null, objections: [] }),
        issuedOn: typedDay(typed, 'issuedOn'),
      }),
    ),
  },
  {
    ...ofBatch('consultation-summary'),
    basis: '13',
    hasCode: true,
    attachments: nothingAttached,
    inputs: ['issuedOn'],
    isOffered: () => true,
    ...asComposed(summaryOf),
  },
  {
    ...ofBatch('notice'),
    basis: '14',
    hasCode: true,
    attachments: nothingAttached,
    inputs: [],
    isOffered: () => true,
    ...asLetter(noticeLetter),
  },
]

/** The row of a kind. @throws TypeError if the table has none */
export const dossierDocument = (kind: PaperKind): DossierDocument => rowOf(dossierDocuments, kind)
export const batchDocument = (kind: PaperKind): BatchDocument => rowOf(batchDocuments, kind)

function rowOf<Row extends { readonly kind: PaperKind }>(rows: readonly Row[], kind: PaperKind): Row {
  const row = rows.find((one) => one.kind === kind)
  if (row === undefined) throw new TypeError(`no paper of this kind: ${kind}`)
  return row
}

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
      subjects: document.subjects(file),
    }))
