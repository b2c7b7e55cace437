import { calendarDateSchema, type CalendarDate } from '@shared/domain/date'
import type { ExpertId } from '@shared/domain/ids'
import { criterionIds, type CriterionId, type EvidencePin, type JudgementVerdict } from '@shared/domain/judgement'
import { panelOpinionSchema, type ExpertOpinion, type Panel, type PanelOpinion } from '@shared/domain/panel'
import { computeTally, latestOpinions } from '@shared/domain/tally'
import type { MissingValue } from '@shared/documents/missing-values'
import { composePanelOpinion } from '@shared/documents/panel-opinion'
import type { PanelOpinionDraft, PanelOpinionFacts } from '@shared/documents/panel-opinion-facts'
import { gapAt, type Gap } from '@shared/acts/act'
import { sealingGaps } from '@shared/acts/panel-gaps'
import { canonicalJson } from '@shared/lib/canonical-json'
import { err, ok, type Result } from '@shared/lib/result'
import { loadCase, type DossierCase } from '@renderer/data/cases'
import { append } from '@renderer/data/desk'
import { panelOpinionFacts } from '@renderer/data/panel-opinion-facts'
import { loadOpinionRows } from '@renderer/data/panels'
import { ActRefused } from '@renderer/platform/act-refused'

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
}

export const emptyOpinion: OpinionDraft = {
  items: {},
  problems: '',
  suggestions: '',
  conclusion: null,
  refusals: [],
  signedOn: null,
}

/** A correction begins with what was sealed. */
export const draftOfOpinion = (sealed: PanelOpinion): OpinionDraft => ({
  items: Object.fromEntries(
    sealed.items.map(({ criterionId, verdict, reason, evidence }) => [criterionId, { verdict, reason, evidence }]),
  ),
  problems: sealed.problems,
  suggestions: sealed.suggestions,
  conclusion: sealed.conclusion,
  refusals: sealed.refusals,
  signedOn: sealed.signedOn,
})

export const emptyItem: ItemDraft = { verdict: null, reason: '', evidence: [] }

/** Each expert's newest sealed opinion on this dossier. */
export const opinionsOf = (dossier: DossierCase, panel: Panel): ReadonlyMap<ExpertId, ExpertOpinion> =>
  latestOpinions(panel, dossier.file.id, dossier.file.proceedings.expertOpinions)

export const tallyOf = (dossier: DossierCase, panel: Panel) =>
  computeTally(
    panel,
    dossier.file.id,
    dossier.file.proceedings.recusalDecisions,
    dossier.file.proceedings.expertOpinions,
  )

/** Dissents are quoted word for word from the sealed opinions, never typed anew. */
const dissentsOf = (dossier: DossierCase, panel: Panel) =>
  [...opinionsOf(dossier, panel).values()]
    .filter((opinion) => opinion.dissent.trim() !== '')
    .map(({ expertId, dissent }) => ({ expertId, text: dissent }))

/** What the composer is given: people's words, and everything it counts by itself. */
export function opinionFacts(
  dossier: DossierCase,
  panel: Panel,
  draft: OpinionDraft,
  createdAt: string,
  copy: 'draft' | 'final',
): PanelOpinionFacts {
  const signedOn = calendarDateSchema.safeParse(draft.signedOn)
  const opinion: PanelOpinionDraft = {
    items: criterionIds.map((criterionId) => ({ criterionId, ...(draft.items[criterionId] ?? emptyItem) })),
    problems: draft.problems,
    suggestions: draft.suggestions,
    conclusion: draft.conclusion,
    dissents: dissentsOf(dossier, panel),
    refusals: draft.refusals,
    leaderExpertId: panel.leaderExpertId,
    signedOn: signedOn.success ? signedOn.data : null,
  }
  return panelOpinionFacts(dossier, panel, opinion, createdAt, copy)
}

/** Why an opinion cannot be sealed: what a final copy lacks by its Chinese name, else what contradicts the procedure. */
export type SealRefusal = { readonly missing: readonly MissingValue[]; readonly gaps: readonly Gap[] }

/** The opinion to seal, or why it cannot be. Pure. */
export function decideSeal(
  dossier: DossierCase,
  panel: Panel,
  draft: OpinionDraft,
  countedOpinionIds: readonly string[],
  createdAt: string,
): Result<PanelOpinion, SealRefusal> {
  const facts = opinionFacts(dossier, panel, draft, createdAt, 'final')
  const composed = composePanelOpinion(facts)
  if (!composed.ok) return err({ missing: composed.error.missing, gaps: [] })
  const { items, problems, suggestions, conclusion, dissents, refusals, leaderExpertId, signedOn } = facts.opinion
  const opinion: unknown = {
    panelId: panel.id,
    dossierId: dossier.file.id,
    dossierVersion: dossier.file.version,
    dossierHash: dossier.contentHash,
    version: (dossier.file.proceedings.panelOpinion?.version ?? 0) + 1,
    items: items.map((item) => ({ ...item, reason: item.reason.trim() })),
    problems: problems.trim(),
    suggestions: suggestions.trim(),
    conclusion,
    dissents,
    refusals,
    tally: tallyOf(dossier, panel),
    countedOpinionIds,
    leaderExpertId,
    signedOn,
  }
  const parsed = panelOpinionSchema.parse(opinion)
  const gaps = sealingGaps(parsed, panel, dossier.file, dossier.facts.today)
  return gaps.length > 0 ? err({ missing: [], gaps }) : ok(parsed)
}

/** The opinion as it would be sealed over what stands on the desk this very moment. */
export async function prepareSeal(
  shown: DossierCase,
  panel: Panel,
  draft: OpinionDraft,
  createdAt: string,
): Promise<Result<PanelOpinion, SealRefusal>> {
  const dossier = await loadCase(shown.file.id, shown.facts.today)
  if (dossier === null) return err({ missing: [], gaps: [gapAt(null, 'not-offered')] })
  const rows = await loadOpinionRows(panel.id, dossier.file.id)
  return decideSeal(
    dossier,
    panel,
    draft,
    rows.map((row) => row.recordId),
    createdAt,
  )
}

/**
 * Seals the panel's opinion that was read back, once, and only if it is still what the draft makes.
 * @throws ActRefused with what came in its way meanwhile
 */
export async function sealOpinion(
  shown: DossierCase,
  panel: Panel,
  draft: OpinionDraft,
  readBack: PanelOpinion,
  createdAt: string,
): Promise<void> {
  const decided = await prepareSeal(shown, panel, draft, createdAt)
  if (!decided.ok) {
    throw new ActRefused(decided.error.gaps.length > 0 ? decided.error.gaps : [gapAt(null, 'not-offered')])
  }
  if (canonicalJson(decided.value) !== canonicalJson(readBack)) throw new ActRefused([gapAt(null, 'not-offered')])
  await append({ type: 'panel-opinion.sealed', payload: decided.value })
}

/** A person confirms that a panel's opinion holds for the present version (trap A37). */
export async function confirmReview(
  { file, contentHash }: DossierCase,
  note: string,
  by: string,
  on: CalendarDate,
): Promise<void> {
  const confirmation = { dossierVersion: file.version, dossierHash: contentHash, note, by, on }
  await append({ type: 'review.confirmed', payload: { dossierId: file.id, confirmation } })
}
