import { calendarDateSchema, type CalendarDate } from '../domain/date'
import type { DossierFile } from '../domain/dossier'
import type { ExpertId } from '../domain/ids'
import { criterionIds, type CriterionId, type EvidencePin, type JudgementVerdict } from '../domain/judgement'
import { panelOpinionSchema, type ExpertOpinion, type Panel, type PanelOpinion } from '../domain/panel'
import { computeTally, latestOpinions } from '../domain/tally'
import { dossierDocument } from '../documents/catalogue'
import type { DossierDocumentFacts } from '../documents/catalogue-facts'
import type { MissingValue } from '../documents/missing-values'
import type { PanelOpinionDraft } from '../documents/panel-opinion-facts'
import { err, ok, type Result } from '../lib/result'
import type { Action } from '../records/payloads'
import type { Gap, Person } from './act'
import { sealingGaps } from './panel-gaps'

export type ItemDraft = {
  readonly verdict: JudgementVerdict | null
  readonly reason: string
  readonly evidence: readonly EvidencePin[]
}

/** The panel's words as they are being written. Nothing is filled in by the machine. */
export type OpinionDraft = {
  readonly items: Readonly<Partial<Record<CriterionId, ItemDraft>>>
  readonly problems: string
  readonly suggestions: string
  readonly conclusion: PanelOpinion['conclusion'] | null
  readonly refusals: readonly { readonly expertId: ExpertId; readonly reason: string }[]
  readonly signedOn: string | null
  /** Content that its author had before the eyes when the writing began, or said to have looked at since. */
  readonly seenHash?: string
}

export const emptyItem: ItemDraft = { verdict: null, reason: '', evidence: [] }

/** Each expert's newest sealed opinion on this dossier. */
export const opinionsOnDossier = (file: DossierFile, panel: Panel): ReadonlyMap<ExpertId, ExpertOpinion> =>
  latestOpinions(panel, file.id, file.proceedings.expertOpinions)

/** Dissents are quoted word for word from the sealed opinions, never typed anew. */
const dissentsOf = (file: DossierFile, panel: Panel) =>
  [...opinionsOnDossier(file, panel).values()]
    .filter((opinion) => opinion.dissent.trim() !== '')
    .map(({ expertId, dissent }) => ({ expertId, text: dissent }))

/** What was typed as the paper takes it, with everything that is quoted and not typed. */
export function panelOpinionAsTyped(file: DossierFile, panel: Panel, draft: OpinionDraft): PanelOpinionDraft {
  const signedOn = calendarDateSchema.safeParse(draft.signedOn)
  return {
    items: criterionIds.map((criterionId) => ({ criterionId, ...(draft.items[criterionId] ?? emptyItem) })),
    problems: draft.problems,
    suggestions: draft.suggestions,
    conclusion: draft.conclusion,
    dissents: dissentsOf(file, panel),
    refusals: draft.refusals,
    leaderExpertId: panel.leaderExpertId,
    signedOn: signedOn.success ? signedOn.data : null,
  }
}

/**
 * Why an opinion cannot be sealed: what a final copy lacks by its Chinese name, else what contradicts the procedure.
 */
export type SealRefusal = { readonly missing: readonly MissingValue[]; readonly gaps: readonly Gap[] }

/**
 * The panel's opinion (Art. 12) as it would be sealed: what was typed, with the votes counted. `nextOpinionVersion`: no
 * number is given twice to a dossier. `countedOpinionIds` are the records of the opinions that were. Nothing is sealed
 * of which no final copy could be printed. Pure.
 */
export function panelOpinionToSeal(
  {
    today,
    nextOpinionVersion,
    ...facts
  }: Omit<DossierDocumentFacts, 'draft' | 'meant'> & {
    readonly today: CalendarDate
    readonly nextOpinionVersion: number
  },
  panel: Panel,
  draft: OpinionDraft,
  countedOpinionIds: readonly string[],
): Result<PanelOpinion, SealRefusal> {
  const { file, contentHash } = facts
  const said = panelOpinionAsTyped(file, panel, draft)
  const paper = dossierDocument('panel-opinion').compose({ ...facts, meant: { panel, panelOpinion: said } }, {}, '')
  if (!paper.ok) return err({ missing: paper.error.missing, gaps: [] })
  const { recusalDecisions, expertOpinions } = file.proceedings
  const opinion = panelOpinionSchema.parse({
    ...said,
    items: said.items.map((item) => ({ ...item, reason: item.reason.trim() })),
    problems: said.problems.trim(),
    suggestions: said.suggestions.trim(),
    panelId: panel.id,
    dossierId: file.id,
    dossierVersion: file.version,
    dossierHash: contentHash,
    version: nextOpinionVersion,
    tally: computeTally(panel, file.id, recusalDecisions, expertOpinions),
    countedOpinionIds,
  })
  const gaps = sealingGaps(opinion, panel, file, today)
  return gaps.length > 0 ? err({ missing: [], gaps }) : ok(opinion)
}

/** 专家组意见封存: the opinion that was read back. Pure. */
export const sealPanelOpinion = (opinion: PanelOpinion): readonly Action[] => [
  { type: 'panel-opinion.sealed', payload: opinion },
]

/** A person confirms that a panel's opinion holds for the present version (note 37). Pure. */
export const confirmReviewOf = (
  { file, contentHash }: { readonly file: DossierFile; readonly contentHash: string },
  { by, on, note }: Person & { readonly on: CalendarDate; readonly note: string },
): readonly Action[] => {
  const confirmation = { dossierVersion: file.version, dossierHash: contentHash, note, by, on }
  return [{ type: 'review.confirmed', payload: { dossierId: file.id, confirmation } }]
}
