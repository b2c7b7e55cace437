import type { CalendarDate } from '../domain/date'
import {
  criterionIds,
  type CriterionId,
  type EvidencePin,
  type Handwriting,
  type JudgementVerdict,
} from '../domain/judgement'
import type { ExpertOpinion, Vote } from '../domain/panel'

export type DraftItem = {
  readonly verdict: JudgementVerdict | null
  readonly reason: string
  readonly evidence: readonly EvidencePin[]
}

/** An opinion while it is written. Nothing is judged until its author does. */
export type OpinionDraft = {
  /** The version of the dossier that its author last said to be judging. */
  readonly dossierHash: string
  readonly dossierVersion: number
  readonly items: Readonly<Record<CriterionId, DraftItem>>
  readonly overall: string
  readonly problems: string
  readonly suggestions: string
  readonly vote: Vote | null
  readonly dissent: string
}

/** A version of a dossier. */
export type About = { readonly dossierHash: string; readonly dossierVersion: number }

export const emptyItem: DraftItem = { verdict: null, reason: '', evidence: [] }

export const emptyDraft = (about: About): OpinionDraft => ({
  ...about,
  items: itemsBy(() => emptyItem),
  overall: '',
  problems: '',
  suggestions: '',
  vote: null,
  dissent: '',
})

/** A correction begins with what was sealed. */
export const draftOfOpinion = (opinion: ExpertOpinion): OpinionDraft => ({
  dossierHash: opinion.dossierHash,
  dossierVersion: opinion.dossierVersion,
  items: itemsBy((id) => {
    const item = opinion.items.find((candidate) => candidate.criterionId === id)
    return item === undefined ? emptyItem : { verdict: item.verdict, reason: item.reason, evidence: item.evidence }
  }),
  overall: opinion.overall,
  problems: opinion.problems,
  suggestions: opinion.suggestions,
  vote: opinion.vote,
  dissent: opinion.dissent,
})

export const changeItem = (draft: OpinionDraft, id: CriterionId, change: Partial<DraftItem>): OpinionDraft => ({
  ...draft,
  items: { ...draft.items, [id]: { ...draft.items[id], ...change } },
})

/** The pin of a criterion that already holds the place of another: the same bytes, page and words or part of it. */
export const pinAtPlaceOf = (pins: readonly EvidencePin[], pin: EvidencePin): EvidencePin | undefined =>
  pins.find(
    ({ sha256, page, quote, region }) =>
      sha256 === pin.sha256 && page === pin.page && quote === pin.quote && isSamePlace(region, pin.region),
  )

/** Whether two parts of a page are one to the eye. */
const isSamePlace = (a: EvidencePin['region'], b: EvidencePin['region']): boolean =>
  a === null || b === null
    ? a === b
    : (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(a[side] - b[side]) < 0.005)

export const isAnswered = ({ verdict, reason }: DraftItem): boolean => verdict !== null && reason.trim() !== ''

/** How many of the seven criteria have a verdict and a reason. */
export const answeredCount = (draft: OpinionDraft): number =>
  criterionIds.filter((id) => isAnswered(draft.items[id])).length

/**
 * Something to look at before sealing: `blocks` where an opinion cannot be sealed without it, else a hint to its
 * author.
 */
export type DraftRemark = {
  readonly code:
    | 'no-verdict'
    | 'no-reason'
    | 'no-overall'
    | 'no-vote'
    | 'other-version'
    | 'no-evidence'
    | 'repeats-criterion'
    | 'same-reason'
  readonly blocks: boolean
  /** Where to go to mend it. */
  readonly criterionId: CriterionId | null
}

/** Folded for comparing texts: without white space and punctuation. */
const bare = (value: string): string => value.normalize('NFKC').replace(/[\s\p{P}]+/gu, '')

/**
 * What is missing, and quiet hints to the author alone. Hints judge nothing and stop nothing.
 * @param clauseText the regulation's words of each criterion
 */
export function remarksOn(
  draft: OpinionDraft,
  current: About,
  clauseText: (id: CriterionId) => string,
): readonly DraftRemark[] {
  const remarks: DraftRemark[] = []
  const say = (code: DraftRemark['code'], blocks: boolean, criterionId: CriterionId | null = null) =>
    remarks.push({ code, blocks, criterionId })
  if (draft.dossierHash !== current.dossierHash) say('other-version', true)
  const seen = new Set<string>()
  for (const id of criterionIds) {
    const { verdict, reason, evidence } = draft.items[id]
    const words = bare(reason)
    if (verdict === null) say('no-verdict', true, id)
    if (words === '') say('no-reason', true, id)
    else if (bare(clauseText(id)).includes(words)) say('repeats-criterion', false, id)
    else if (seen.has(words)) say('same-reason', false, id)
    seen.add(words)
    if ((verdict === 'does-not-conform' || verdict === 'cannot-tell') && evidence.length === 0) {
      say('no-evidence', false, id)
    }
  }
  if (draft.overall.trim() === '') say('no-overall', true)
  if (draft.vote === null) say('no-vote', true)
  return remarks
}

type Sealing = Pick<
  ExpertOpinion,
  'panelId' | 'dossierId' | 'expertId' | 'expertName' | 'regulationVersionId' | 'version'
> & { readonly handwriting: Handwriting | null; readonly signedOn: CalendarDate }

/** The opinion that a complete draft becomes; `null` while something is missing. */
export function opinionOfDraft(draft: OpinionDraft, sealing: Sealing): ExpertOpinion | null {
  const { vote, overall, problems, suggestions, dissent, dossierHash, dossierVersion } = draft
  const items = criterionIds.flatMap((criterionId) => {
    const { verdict, reason, evidence } = draft.items[criterionId]
    return verdict === null || reason.trim() === '' ? [] : [{ criterionId, verdict, reason, evidence: [...evidence] }]
  })
  if (items.length !== criterionIds.length || vote === null || overall.trim() === '') return null
  return {
    format: 'lianshen-opinion/1',
    ...sealing,
    dossierVersion,
    dossierHash,
    items,
    overall,
    problems,
    suggestions,
    vote,
    dissent,
  }
}

export function itemsBy(item: (id: CriterionId) => DraftItem): OpinionDraft['items'] {
  return Object.fromEntries(criterionIds.map((id) => [id, item(id)])) as Record<CriterionId, DraftItem>
}
