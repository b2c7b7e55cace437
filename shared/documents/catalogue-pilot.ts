import { typedYear } from '@shared/lib/typed-year'
import { typedDay, typedNotice, typedText, type DossierDocumentFacts, type Typed } from './catalogue-facts'
import { afterFiling, ofDossier, pilot, settled, withPresent, type DossierDocument } from './catalogue-entry'
import { annualReminderLetter } from './annual-reminder'
import { composeArchiveIndex } from './archive-index'
import { changeReceiptLetter } from './change-receipt'
import {
  composeEvaluationFeedback,
  composeRectificationNotice,
  composeRectificationResult,
  courseIn,
} from './evaluation-letters'
import { evaluationNoticeLetter } from './evaluation-notice'
import { composeConsultationSummary } from './office-papers'
import { asComposed, asLetter, nothingAttached, theOne, type Composed } from './paper'
import { revocationNoticeLetter } from './revocation-notice'

const officialInputs = ['docNo', 'writtenOn', 'copiedTo', 'printedBy', 'printedOn'] as const

/** 提请会商汇总表 of one dossier or of all that go to the meeting together. */
export const summaryOf = (
  facts: Omit<Parameters<typeof composeConsultationSummary>[0], 'submittedOn'>,
  typed: Typed,
): Composed =>
  withPresent(
    typedDay(typed, 'issuedOn'),
    '文书日期',
    (submittedOn) => composeConsultationSummary({ ...facts, submittedOn }),
    'issuedOn',
  )

/** Documents from the consultation to the end of a pilot (Art. 13-19), and the index of everything. */
export const pilotDocuments: readonly DossierDocument[] = [
  {
    ...ofDossier('consultation-summary'),
    basis: '13',
    hasCode: true,
    attachments: nothingAttached,
    inputs: ['issuedOn'],
    statuses: [...settled, ...pilot],
    needs: ['panel-opinion'],
    subjects: () => [theOne],
    ...asComposed((facts: DossierDocumentFacts, typed: Typed) =>
      summaryOf({ ...facts, dossiers: [facts.file] }, typed),
    ),
  },
  {
    ...ofDossier('annual-reminder'),
    basis: '16',
    hasCode: true,
    attachments: nothingAttached,
    inputs: ['year', ...officialInputs],
    statuses: ['piloting', 'expired'],
    needs: ['pilot-term'],
    subjects: () => [theOne],
    ...asLetter((facts: DossierDocumentFacts, typed: Typed) =>
      withPresent(
        typedYear(typedText(typed, 'year')),
        '报告年度',
        (year) => annualReminderLetter({ ...facts, year, notice: typedNotice(typed, facts.settings) }),
        'year',
      ),
    ),
  },
  {
    ...ofDossier('change-receipt'),
    basis: '18',
    hasCode: true,
    attachments: nothingAttached,
    inputs: ['issuedOn'],
    statuses: pilot,
    needs: ['pilot-term', 'change'],
    subjects: ({ proceedings }) =>
      proceedings.changes
        .filter(({ filedOn, kind }) => filedOn !== null && kind !== 'other')
        .map(({ id, filedOn }) => ({ id, label: filedOn ?? '' })),
    ...asLetter((facts: DossierDocumentFacts, typed: Typed, subjectId: string) =>
      withPresent(
        facts.file.proceedings.changes.find(({ id }) => id === subjectId),
        '收到的变更备案',
        (change) => changeReceiptLetter({ ...facts, change, issuedOn: typedDay(typed, 'issuedOn') }),
      ),
    ),
  },
  {
    ...ofDossier('evaluation-feedback'),
    basis: null,
    hasCode: true,
    attachments: nothingAttached,
    inputs: ['issuedOn'],
    statuses: ['piloting', 'expired'],
    isDue: (file) => courseIn(file).feedback !== undefined,
    needs: ['pilot-term'],
    subjects: () => [theOne],
    ...asComposed((facts: DossierDocumentFacts, typed: Typed) =>
      composeEvaluationFeedback({ ...facts, issuedOn: typedDay(typed, 'issuedOn') }),
    ),
  },
  {
    ...ofDossier('rectification-notice'),
    basis: null,
    hasCode: true,
    attachments: nothingAttached,
    inputs: ['issuedOn'],
    statuses: ['piloting', 'expired'],
    isDue: (file) => courseIn(file).rectification !== undefined,
    needs: ['pilot-term'],
    subjects: () => [theOne],
    ...asComposed((facts: DossierDocumentFacts, typed: Typed) =>
      composeRectificationNotice({ ...facts, issuedOn: typedDay(typed, 'issuedOn') }),
    ),
  },
  {
    ...ofDossier('rectification-result'),
    basis: null,
    hasCode: true,
    attachments: nothingAttached,
    inputs: ['issuedOn'],
    statuses: ['piloting', 'expired'],
    isDue: (file) => courseIn(file).rectification?.secondLook !== undefined,
    needs: ['pilot-term'],
    subjects: () => [theOne],
    ...asComposed((facts: DossierDocumentFacts, typed: Typed) =>
      composeRectificationResult({ ...facts, issuedOn: typedDay(typed, 'issuedOn') }),
    ),
  },
  {
    ...ofDossier('evaluation-notice'),
    basis: '17',
    hasCode: true,
    attachments: nothingAttached,
    inputs: ['joint', 'addressee', ...officialInputs],
    statuses: pilot,
    needs: ['pilot-term', 'evaluation'],
    subjects: () => [theOne],
    ...asLetter((facts: DossierDocumentFacts, typed: Typed) =>
      evaluationNoticeLetter({ ...facts, dossiers: [facts.file], notice: typedNotice(typed, facts.settings) }),
    ),
  },
  {
    ...ofDossier('revocation-notice'),
    basis: '19',
    hasCode: true,
    attachments: nothingAttached,
    inputs: ['joint', 'addressee', ...officialInputs],
    statuses: ['revoked'],
    needs: ['pilot-term', 'revocation'],
    subjects: () => [theOne],
    ...asLetter((facts: DossierDocumentFacts, typed: Typed) =>
      revocationNoticeLetter({ ...facts, notice: typedNotice(typed, facts.settings) }),
    ),
  },
  {
    ...ofDossier('archive-index'),
    basis: null,
    hasCode: true,
    attachments: nothingAttached,
    inputs: ['compiledBy', 'issuedOn'],
    statuses: ['accepted', 'supplement', 'filing-refused', 'not-accepted', 'withdrawn', 'closed', ...afterFiling],
    needs: [],
    subjects: () => [theOne],
    ...asComposed((facts: DossierDocumentFacts, typed: Typed) =>
      composeArchiveIndex({
        ...facts,
        ...facts.archive,
        compiledBy: typedText(typed, 'compiledBy'),
        compiledOn: typedDay(typed, 'issuedOn'),
      }),
    ),
  },
]
