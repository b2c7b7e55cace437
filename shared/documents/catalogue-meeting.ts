/** Papers for a meeting of the coordination group, made of many dossiers before anything is settled (Art. 13). */
import type { DossierFile } from '@shared/domain/dossier'
import type { OfficeSettings } from '@shared/domain/office'
import type { Typed } from './catalogue-facts'
import { summaryOf } from './catalogue-pilot'
import { asComposed, joinedName, nothingAttached, type Paper } from './paper'
import type { DocumentFrame } from './plain-document'
import { paperNames } from './vocabulary/papers'

/** What a desk knows of those that go to a meeting. */
export type MeetingDocumentFacts = DocumentFrame & {
  readonly dossiers: readonly DossierFile[]
  readonly settings: OfficeSettings
  readonly regulationTitle: string
}

/** 提请会商汇总表 of all that await a consultation. */
export const meetingSummaryPaper: Paper<MeetingDocumentFacts> = {
  kind: 'consultation-summary',
  basis: '13',
  scope: 'dossiers',
  inputs: ['issuedOn'],
  hasCode: true,
  about: () => ({}),
  baseName: ({ dossiers, draft }) => joinedName(paperNames['consultation-summary'], draft, `${dossiers.length}个联盟`),
  attachments: nothingAttached,
  ...asComposed((facts: MeetingDocumentFacts, typed: Typed) => summaryOf(facts, typed)),
}

/** What the summary says of one dossier, for its workbook. */
export { divisionLine, panelLine } from './office-papers'
