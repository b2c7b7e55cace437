import { canonicalJson } from '../lib/canonical-json'
import { criterionIds, type CriterionId, type JudgementVerdict } from './judgement'
import type { ExpertOpinion, Vote } from './panel'

type FromTo<T> = { readonly from: T; readonly to: T }

const textFields = ['overall', 'problems', 'suggestions', 'dissent'] as const

/** One thing that a later version of an opinion says otherwise. */
export type ChangedPart =
  | ({ readonly kind: 'dossier-version' } & FromTo<number>)
  | ({ readonly kind: 'vote' } & FromTo<Vote>)
  | {
      readonly kind: 'criterion'
      readonly criterionId: CriterionId
      readonly verdict: FromTo<JudgementVerdict> | null
      readonly reason: FromTo<string> | null
      /** Other pages were pinned. */
      readonly isEvidenceChanged: boolean
    }
  | ({ readonly kind: 'text'; readonly field: (typeof textFields)[number] } & FromTo<string>)

/**
 * What `to` says otherwise than `from`, two versions of one opinion, the vote first. How and when it was signed is left
 * out.
 */
export function changedParts(from: ExpertOpinion, to: ExpertOpinion): readonly ChangedPart[] {
  const parts: ChangedPart[] = []
  if (from.vote !== to.vote) parts.push({ kind: 'vote', from: from.vote, to: to.vote })
  if (from.dossierHash !== to.dossierHash) {
    parts.push({ kind: 'dossier-version', from: from.dossierVersion, to: to.dossierVersion })
  }
  for (const criterionId of criterionIds) {
    const before = from.items.find((item) => item.criterionId === criterionId)
    const after = to.items.find((item) => item.criterionId === criterionId)
    if (before === undefined || after === undefined || canonicalJson(before) === canonicalJson(after)) continue
    parts.push({
      kind: 'criterion',
      criterionId,
      verdict: before.verdict === after.verdict ? null : { from: before.verdict, to: after.verdict },
      reason: before.reason === after.reason ? null : { from: before.reason, to: after.reason },
      isEvidenceChanged: canonicalJson(before.evidence) !== canonicalJson(after.evidence),
    })
  }
  for (const field of textFields) {
    if (from[field] !== to[field]) parts.push({ kind: 'text', field, from: from[field], to: to[field] })
  }
  return parts
}
