import type { CalendarDate } from '@shared/domain/date'
import type { DossierFile } from '@shared/domain/dossier'
import type { ExpertId } from '@shared/domain/ids'
import type { CriterionId, EvidencePin, JudgementVerdict } from '@shared/domain/judgement'
import type { OfficeSettings } from '@shared/domain/office'
import type { ExpertOpinion, Panel, PanelOpinion, RecusalDecision, Tally } from '@shared/domain/panel'
import type { SealingRound } from '@shared/domain/sealing-round'
import { countedOpinions, recusedExperts } from '@shared/domain/tally'
import type { CheckResult } from '@shared/regulation/check-dossier'
import type { DocumentModel } from './blocks'

/** The panel's sentences as far as people have written them; a sealed `PanelOpinion` is one of these. */
export type PanelOpinionDraft = {
  readonly items: readonly {
    readonly criterionId: CriterionId
    readonly verdict: JudgementVerdict | null
    readonly reason: string
    readonly evidence: readonly EvidencePin[]
  }[]
  readonly problems: string
  readonly suggestions: string
  readonly conclusion: PanelOpinion['conclusion'] | null
  readonly dissents: readonly { readonly expertId: ExpertId; readonly text: string }[]
  readonly refusals: readonly { readonly expertId: ExpertId; readonly reason: string }[]
  readonly leaderExpertId: ExpertId | null
  readonly signedOn: CalendarDate | null
  /** Version and content that a sealed opinion was given on; checked against the dossier. */
  readonly dossierVersion?: number
  readonly dossierHash?: string
  /** Tally that was sealed; checked against a recount. */
  readonly tally?: Tally
}

/** All that goes into 专家组综合审核意见. Nothing is typed here that can be computed. */
export type PanelOpinionFacts = {
  /** The dossier with its proceedings: sealed expert opinions, recusal decisions, overrides. */
  readonly file: DossierFile
  /** SHA-256 of the content, `dossierContentHash`. */
  readonly contentHash: string
  readonly panel: Panel
  readonly opinion: PanelOpinionDraft
  /** `checkDossier` over the same dossier. */
  readonly checks: readonly CheckResult[]
  readonly settings: OfficeSettings
  /** Title of the regulation version the dossier was judged by. */
  readonly regulationTitle: string
  /** Instant in UTC for the file's metadata. */
  readonly createdAt: string
  /** Hashes sent ahead and opening together, where the panel worked so. */
  readonly sealing?: SealingRound | null
  /** Marks every page; date, leader and votes still on their way may be open in a draft. */
  readonly draft?: NonNullable<DocumentModel['draft']>
}

/** The newest sealed opinion of everybody whose vote counts for this dossier. */
export const sealedOpinions = ({ file, panel }: Pick<PanelOpinionFacts, 'file' | 'panel'>): readonly ExpertOpinion[] =>
  countedOpinions(panel, file.id, file.proceedings.recusalDecisions, file.proceedings.expertOpinions)

/** The standing decision on every expert who is recused for this dossier. */
export function recusalsOf({ file, panel }: Pick<PanelOpinionFacts, 'file' | 'panel'>): readonly RecusalDecision[] {
  const { recusalDecisions } = file.proceedings
  const recused = recusedExperts(panel, file.id, recusalDecisions)
  return [...recused].flatMap(
    (id) =>
      recusalDecisions.findLast(
        (item) => item.panelId === panel.id && item.dossierId === file.id && item.expertId === id,
      ) ?? [],
  )
}
