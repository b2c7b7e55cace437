import { criterionIds, type CriterionId } from '../domain/judgement'
import { canonicalJson } from '../lib/canonical-json'
import type { DraftItem, OpinionDraft } from './expert-opinion'

/** Where in an opinion something is said: at a criterion, or over the dossier as a whole. */
export type OpinionPlace = CriterionId | 'overall'

/** One thing that its author did: from what to what, and when in ms. */
export type OpinionStep = { readonly from: OpinionDraft; readonly to: OpinionDraft; readonly at: number }

const wholeFields = ['overall', 'problems', 'suggestions', 'vote', 'dissent', 'dossierHash', 'dossierVersion'] as const
type WholeField = (typeof wholeFields)[number]
const itemFields = ['verdict', 'reason', 'evidence', 'looked'] as const
type ItemField = (typeof itemFields)[number]

type Field =
  { readonly place: CriterionId; readonly field: ItemField } | { readonly place: 'overall'; readonly field: WholeField }

const isSame = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a ?? null) === canonicalJson(b ?? null)

/** What differs between two drafts, in the order of the form. */
export function changedFields(from: OpinionDraft, to: OpinionDraft): readonly Field[] {
  return [
    ...criterionIds.flatMap((place): readonly Field[] =>
      from.items[place] === to.items[place]
        ? []
        : itemFields
            .filter((field) => !isSame(from.items[place][field], to.items[place][field]))
            .map((field) => ({ place, field })),
    ),
    ...wholeFields
      .filter((field) => !isSame(from[field], to[field]))
      .map((field): Field => ({ place: 'overall', field })),
  ]
}

/** Where a step was made; `null` if it made no difference. */
export const placeOfStep = ({ from, to }: OpinionStep): OpinionPlace | null => changedFields(from, to)[0]?.place ?? null

/** What a step changed as it was before it; all that it left alone stays as it is now. */
export function takeBack(now: OpinionDraft, { from, to }: Pick<OpinionStep, 'from' | 'to'>): OpinionDraft {
  let back = now
  for (const { place, field } of changedFields(from, to)) {
    back =
      place === 'overall'
        ? { ...back, [field]: from[field] }
        : { ...back, items: { ...back.items, [place]: itemWith(back.items[place], field, from.items[place][field]) } }
  }
  return back
}

const itemWith = (item: DraftItem, field: ItemField, value: unknown): DraftItem => ({ ...item, [field]: value })

/** Keys that follow one another in one text are one step, until one pauses, in ms. */
const pause = 1500
/** Steps that are kept. */
const mostSteps = 200

const isText = ({ field }: Field): boolean =>
  field !== 'verdict' && field !== 'evidence' && field !== 'vote' && field !== 'looked'

/** A step behind the others; typing in one text grows together with the typing before it. */
export function addStep(steps: readonly OpinionStep[], step: OpinionStep): readonly OpinionStep[] {
  const fields = changedFields(step.from, step.to)
  if (fields.length === 0) return steps
  const last = steps.at(-1)
  const [field] = fields
  if (last !== undefined && field !== undefined && fields.length === 1 && isText(field)) {
    const [before, ...others] = changedFields(last.from, last.to)
    const isOneText = others.length === 0 && before?.place === field.place && before.field === field.field
    if (isOneText && step.at - last.at < pause) {
      const grown = { ...step, from: last.from }
      const rest = steps.slice(0, -1)
      return changedFields(grown.from, grown.to).length === 0 ? rest : [...rest, grown]
    }
  }
  return [...steps, step].slice(-mostSteps)
}
