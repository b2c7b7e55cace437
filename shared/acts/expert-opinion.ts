import type { CalendarDate } from '../domain/date'
import type { Material } from '../domain/dossier'
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
  /**
   * The version of the dossier that its author had before the eyes when this was judged, where it is not the one that
   * the whole opinion is about: a supplement touched it, and nobody has looked at it since.
   */
  readonly looked?: About | undefined
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

/** A judgement is of what lies before its author: whoever gives one has looked. */
export const changeItem = (draft: OpinionDraft, id: CriterionId, change: Partial<DraftItem>): OpinionDraft => ({
  ...draft,
  items: {
    ...draft.items,
    [id]: { ...draft.items[id], ...change, ...('verdict' in change && { looked: undefined }) },
  },
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
    | 'not-looked-at'
    | 'text-changed'
    | 'vote-against-verdicts'
    | 'overdue'
    | 'contradicts'
  readonly blocks: boolean
  /** Where to go to mend it. */
  readonly criterionId: CriterionId | null
}

/** Folded for comparing texts: without white space and punctuation. */
const bare = (value: string): string => value.normalize('NFKC').replace(/[\s\p{P}]+/gu, '')

/** What an opinion is held against: the present version, its files, and until when it is asked for. */
export type HeldAgainst = About & {
  readonly files?: readonly Pick<Material, 'sha256'>[]
  readonly dueOn?: CalendarDate | null
  readonly today?: CalendarDate
}

/**
 * What is missing, and quiet hints to the author alone. Hints judge nothing and stop nothing.
 * @param clauseText the regulation's words of each criterion
 */
export function remarksOn(
  draft: OpinionDraft,
  current: HeldAgainst,
  clauseText: (id: CriterionId) => string,
): readonly DraftRemark[] {
  const remarks: DraftRemark[] = []
  const say = (code: DraftRemark['code'], blocks: boolean, criterionId: CriterionId | null = null) =>
    remarks.push({ code, blocks, criterionId })
  if (draft.dossierHash !== current.dossierHash) say('other-version', true)
  const files = current.files === undefined ? null : new Set(current.files.map(({ sha256 }) => sha256))
  const seen = new Set<string>()
  for (const id of criterionIds) {
    const { verdict, reason, evidence, looked } = draft.items[id]
    const words = bare(reason)
    if (verdict === null) say('no-verdict', true, id)
    if (words === '') say('no-reason', true, id)
    else if (bare(clauseText(id)).includes(words)) say('repeats-criterion', false, id)
    else if (seen.has(words)) say('same-reason', false, id)
    seen.add(words)
    if (looked !== undefined) say('not-looked-at', true, id)
    if (files !== null && evidence.some(({ sha256 }) => !files.has(sha256))) say('text-changed', false, id)
    if ((verdict === 'does-not-conform' || verdict === 'cannot-tell') && evidence.length === 0) {
      say('no-evidence', false, id)
    }
    if (contradicts(draft, id)) say('contradicts', false, id)
  }
  if (draft.overall.trim() === '') say('no-overall', true)
  if (draft.vote === null) say('no-vote', true)
  else if (isAgainstVerdicts(draft)) say('vote-against-verdicts', false)
  const { dueOn = null, today } = current
  if (dueOn !== null && today !== undefined && dueOn < today) say('overdue', false)
  return remarks
}

/** Agreeing although something does not conform, or disagreeing although everything does. */
function isAgainstVerdicts({ vote, items }: OpinionDraft): boolean {
  const verdicts = criterionIds.map((id) => items[id].verdict)
  if (vote === 'agree') return verdicts.includes('does-not-conform')
  return vote === 'disagree' && verdicts.every((verdict) => verdict === 'conforms' || verdict === 'mostly-conforms')
}

const tells = (verdict: JudgementVerdict | null): boolean | null =>
  verdict === null || verdict === 'cannot-tell' ? null : verdict !== 'does-not-conform'

/** The same words of the same page speak for an earlier criterion and against this one, or the other way round. */
function contradicts({ items }: OpinionDraft, id: CriterionId): boolean {
  const mine = tells(items[id].verdict)
  if (mine === null) return false
  const same = (a: EvidencePin, b: EvidencePin) =>
    a.sha256 === b.sha256 && a.page === b.page && a.quote !== '' && bare(a.quote) === bare(b.quote)
  return criterionIds
    .slice(0, criterionIds.indexOf(id))
    .some(
      (other) =>
        tells(items[other].verdict) === !mine &&
        items[other].evidence.some((theirs) => items[id].evidence.some((pin) => same(pin, theirs))),
    )
}

type Sealing = Pick<
  ExpertOpinion,
  'panelId' | 'dossierId' | 'expertId' | 'expertName' | 'regulationVersionId' | 'version'
> & { readonly handwriting: Handwriting | null; readonly signedOn: CalendarDate }

/** The opinion that a complete draft becomes; `null` while something is missing. */
export function opinionOfDraft(draft: OpinionDraft, sealing: Sealing): ExpertOpinion | null {
  const { vote, overall, problems, suggestions, dissent, dossierHash, dossierVersion } = draft
  const items = criterionIds.flatMap((criterionId) => {
    const { verdict, reason, evidence, looked } = draft.items[criterionId]
    return verdict === null || reason.trim() === '' || looked !== undefined
      ? []
      : [{ criterionId, verdict, reason, evidence: [...evidence] }]
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
