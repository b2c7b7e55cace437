import type { BatchDocumentFacts, DossierDocumentFacts } from '../documents/catalogue-facts'
import type { DocumentFrame } from '../documents/plain-document'
import type { PaperKind } from '../documents/vocabulary/papers'
import type { OfficeSettings } from '../domain/office'
import type { Batch } from '../domain/pilot'
import { presentRegulation, regulationOf } from '../regulation/versions'
import type { DossierCase } from './dossier-case'
import { caseAt, caseOfPanelOpinion } from './judged-case'

type Copy = Pick<DocumentFrame, 'draft'>

/** A copy that goes round before anything is final. */
export const draftCopy: Copy = { draft: '征求意见稿' }

/** The paper that is asked for: a form of an expert or a division is that of one of them. */
export type PaperAsked = { readonly kind: PaperKind; readonly subjectId: string }

/** 专家组综合审核意见: a dossier has one. */
export const panelOpinionAsked: PaperAsked = { kind: 'panel-opinion', subjectId: '' }

/** What a paper is made of beside what stands: another copy, words that are meant. */
export type Changed = Copy & Pick<DossierDocumentFacts, 'meant'>

/**
 * Everything that one paper of a dossier is made of, on the version that its act judged; `meant` where it is not what
 * stands on file.
 */
export function factsOfPaper(
  present: DossierCase,
  archive: DossierDocumentFacts['archive'],
  createdAt: string,
  asked: PaperAsked,
  more: Changed = {},
): DossierDocumentFacts {
  const { file, contentHash, results, facts, sealing } = caseOfPaper(present, asked, more.meant)
  return {
    file,
    contentHash,
    checks: results,
    settings: facts.settings,
    calendar: facts.calendar,
    sealing,
    regulationTitle: regulationOf(file).title,
    createdAt,
    archive,
    ...more,
  }
}

/**
 * A paper says of a dossier what the act judged that it is of: each on its own version. What is being written is of the
 * present one.
 */
function caseOfPaper(dossier: DossierCase, { kind, subjectId }: PaperAsked, meant: Changed['meant']): DossierCase {
  const { divisionOpinions, expertOpinions, panelOpinion, consultation } = dossier.file.proceedings
  switch (kind) {
    case 'business-opinion':
    case 'organisation-opinion':
      return caseAt(
        dossier,
        divisionOpinions.find((item) => `${item.kind}-opinion` === kind && item.divisionId === subjectId) ?? {},
      )
    case 'personal-opinion':
      return caseAt(
        dossier,
        meant?.expertOpinion ?? expertOpinions.findLast((item) => item.expertId === subjectId) ?? {},
      )
    case 'panel-opinion':
    case 'tally-sheet':
    case 'panel-minutes': {
      const opinion = meant?.panelOpinion ?? panelOpinion
      return opinion?.dossierHash === undefined
        ? dossier
        : caseOfPanelOpinion(dossier, { dossierHash: opinion.dossierHash })
    }
    case 'consultation-summary':
      return caseAt(dossier, consultation ?? {})
    default:
      return dossier
  }
}

/** Everything that the papers of a batch are made of; counts, names and terms are computed by the composers. */
export const batchDocumentFacts = (
  batch: Batch,
  cases: readonly DossierCase[],
  settings: OfficeSettings,
  createdAt: string,
  more: Copy & Pick<BatchDocumentFacts, 'shown' | 'listed'> = {},
): BatchDocumentFacts => ({
  batch,
  dossiers: cases.map((dossier) => dossier.file),
  settings,
  regulationTitle: presentRegulation.title,
  createdAt,
  ...more,
})
