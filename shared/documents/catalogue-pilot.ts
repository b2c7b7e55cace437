import { typedDay, typedNotice, typedText, type DossierDocumentFacts, type Typed } from './catalogue-facts'
import { afterFiling, asLetter, pilot, settled, withPresent, type DossierDocument } from './catalogue-entry'
import { annualReminderLetter } from './annual-reminder'
import { composeArchiveIndex } from './archive-index'
import { changeReceiptLetter } from './change-receipt'
import { evaluationNoticeLetter } from './evaluation-notice'
import { composeConsultationSummary } from './office-papers'
import { revocationNoticeLetter } from './revocation-notice'

const officialInputs = ['docNo', 'writtenOn', 'copiedTo', 'printedBy', 'printedOn'] as const

/** Documents from the consultation to the end of a pilot (Art. 13-19), and the index of everything. */
export const pilotDocuments: readonly DossierDocument[] = [
  {
    kind: 'consultation-summary',
    title: 'document.consultation-summary',
    basis: '13',
    inputs: ['issuedOn'],
    statuses: [...settled, ...pilot],
    needs: ['panel-opinion'],
    compose: (facts, typed) =>
      withPresent(typedDay(typed, 'issuedOn'), '文书日期', (submittedOn) =>
        composeConsultationSummary({ ...facts, dossiers: [facts.file], submittedOn }),
      ),
  },
  {
    kind: 'annual-reminder',
    title: 'document.annual-reminder',
    basis: '16',
    inputs: ['year', ...officialInputs],
    statuses: ['piloting', 'expired'],
    needs: ['pilot-term'],
    ...asLetter((facts: DossierDocumentFacts, typed: Typed) =>
      withPresent(/^\d{4}$/u.test(typedText(typed, 'year')) ? Number(typed.year) : null, '报告年度', (year) =>
        annualReminderLetter({ ...facts, year, notice: typedNotice(typed, facts.settings) }),
      ),
    ),
  },
  {
    kind: 'change-receipt',
    title: 'document.change-receipt',
    basis: '18',
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
    kind: 'evaluation-notice',
    title: 'document.evaluation-notice',
    basis: '17',
    inputs: ['joint', 'addressee', ...officialInputs],
    statuses: pilot,
    needs: ['pilot-term', 'evaluation'],
    ...asLetter((facts: DossierDocumentFacts, typed: Typed) =>
      evaluationNoticeLetter({ ...facts, dossiers: [facts.file], notice: typedNotice(typed, facts.settings) }),
    ),
  },
  {
    kind: 'revocation-notice',
    title: 'document.revocation-notice',
    basis: '19',
    inputs: ['joint', 'addressee', ...officialInputs],
    statuses: ['revoked'],
    needs: ['pilot-term', 'revocation'],
    ...asLetter((facts: DossierDocumentFacts, typed: Typed) =>
      revocationNoticeLetter({ ...facts, notice: typedNotice(typed, facts.settings) }),
    ),
  },
  {
    kind: 'archive-index',
    title: 'document.archive-index',
    basis: null,
    inputs: ['compiledBy', 'issuedOn'],
    statuses: ['accepted', 'supplement', 'filing-refused', 'not-accepted', 'withdrawn', 'closed', ...afterFiling],
    needs: [],
    compose: (facts, typed) =>
      composeArchiveIndex({
        ...facts,
        ...facts.archive,
        compiledBy: typedText(typed, 'compiledBy'),
        compiledOn: typedDay(typed, 'issuedOn'),
      }),
  },
]
