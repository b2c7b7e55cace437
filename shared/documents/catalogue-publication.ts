/** Papers around a published notice: each of its lists as a file of its own. */
import type { Correction } from '@shared/domain/issued-notice'
import { typedDay, typedText, type BatchDocumentFacts, type Typed } from './catalogue-facts'
import { composeCorrectionNotice } from './correction-notice'
import { withPresent } from './catalogue-entry'
import { isComposite, sectionAnnex, sectionsOf, sectionNames } from './notice-sections'
import { asComposed, joinedName, nothingAttached, type DocumentSubject, type Paper } from './paper'
import { plainDocument } from './plain-document'
import { ok } from '@shared/lib/result'
import { paperNames } from './vocabulary/papers'

/** Sections whose lists can be written, each a subject of the paper. */
export const annexSubjects = (facts: Parameters<typeof sectionsOf>[0]): readonly DocumentSubject[] =>
  sectionsOf(facts)
    .filter(({ dossiers }) => dossiers.length > 0)
    .map(({ kind }) => ({ id: kind, label: sectionNames[kind] }))

/** The section of that name as it is printed. */
export const annexOf = (facts: BatchDocumentFacts, subjectId: string) => {
  const section = sectionsOf(facts).find(({ kind, dossiers }) => kind === subjectId && dossiers.length > 0)
  return section === undefined ? null : sectionAnnex(section, null, facts)
}

/** 公布名单: an annex of the notice as a file of its own. */
export const noticeAnnexPaper: Paper<BatchDocumentFacts> = {
  kind: 'notice-annex',
  basis: null,
  scope: 'batch',
  inputs: [],
  hasCode: true,
  about: ({ batch }) => ({ batchId: batch.id }),
  baseName: ({ batch, draft }, { label }) =>
    joinedName(
      paperNames['notice-annex'],
      draft,
      label,
      isComposite(batch) && batch.dossierIds.length === 0 ? String(batch.year) : `${batch.year}年第${batch.seq}批`,
    ),
  attachments: nothingAttached,
  ...asComposed((facts: BatchDocumentFacts, _typed, subjectId: string) =>
    withPresent(
      annexOf(facts, subjectId),
      '名单',
      (annex) =>
        ok(
          plainDocument(facts, {
            kind: 'notice-annex',
            about: `${facts.batch.id}/${subjectId}`,
            title: annex.title,
            blocks: annex.blocks,
          }),
        ),
      'batch.sections',
    ),
  ),
}

/** 更正通知, of one correction. */
export const correctionNoticePaper: Paper<BatchDocumentFacts & { readonly correction: Correction }> = {
  kind: 'correction-notice',
  basis: null,
  scope: 'batch',
  inputs: ['addressee', 'copiedTo', 'printedBy', 'printedOn'],
  hasCode: true,
  about: ({ batch }) => ({ batchId: batch.id }),
  baseName: ({ batch, correction, draft }) =>
    joinedName(paperNames['correction-notice'], draft, `${batch.year}年第${batch.seq}批`, correction.writtenOn),
  attachments: nothingAttached,
  ...asComposed((facts: BatchDocumentFacts & { readonly correction: Correction }, typed: Typed) =>
    composeCorrectionNotice({
      ...facts,
      typed: {
        addressee: typedText(typed, 'addressee'),
        copiedTo: typedText(typed, 'copiedTo'),
        printedBy: typedText(typed, 'printedBy'),
        printedOn: typedDay(typed, 'printedOn'),
      },
    }),
  ),
}

/** What may be listed in a section, and the columns that it has unless people chose. */
export { lacksForSection, usualColumns } from './notice-sections'
