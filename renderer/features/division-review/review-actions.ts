import { sealDivisionOpinion } from '@shared/acts/panel'
import { calendarDateSchema, type CalendarDate } from '@shared/domain/date'
import type { JudgementVerdict } from '@shared/domain/judgement'
import { divisionOpinionSchema, type DivisionOpinion } from '@shared/domain/proceedings'
import { err, ok, type Result } from '@shared/lib/result'
import type { MessageKey } from '@shared/messages/catalogue'
import type { DossierCase } from '@renderer/data/cases'
import { append } from '@renderer/data/desk'
import { reviewItems } from './review-items'

export type ReviewAnswer = { readonly verdict: JudgementVerdict | null; readonly reason: string }

/** The opinion as it is being written; verdicts and conclusion begin empty. */
export type ReviewDraft = {
  readonly divisionId: string | null
  readonly answers: Readonly<Record<string, ReviewAnswer>>
  readonly standing: string
  readonly conclusion: DivisionOpinion['conclusion'] | null
  readonly comment: string
  readonly signer: string
  readonly signedOn: string | null
  /** Content that its author had before the eyes when the writing began, or said to have looked at since. */
  readonly seenHash?: string
}

export const emptyReview = (signer: string, signedOn: CalendarDate): ReviewDraft => ({
  divisionId: null,
  answers: {},
  standing: '',
  conclusion: null,
  comment: '',
  signer,
  signedOn,
})

/** A correction begins with what was sealed, and with the day on which it is corrected. */
export const reviewOf = (sealed: DivisionOpinion, signedOn: CalendarDate): ReviewDraft => ({
  divisionId: sealed.divisionId,
  answers: Object.fromEntries(sealed.items.map(({ ruleId, verdict, reason }) => [ruleId, { verdict, reason }])),
  standing: sealed.standing,
  conclusion: sealed.conclusion,
  comment: sealed.comment,
  signer: sealed.signer,
  signedOn,
})

/** What keeps the opinion from being sealed, by place: a rule id or a field. */
export type ReviewGaps = ReadonlyMap<string, MessageKey>

/** The opinion that a draft makes, or everything that is still wanted. Pure. */
export function decideReview(
  kind: DivisionOpinion['kind'],
  draft: ReviewDraft,
  divisionName: string,
): Result<DivisionOpinion, ReviewGaps> {
  const gaps = new Map<string, MessageKey>()
  for (const ruleId of reviewItems[kind]) {
    const answer = draft.answers[ruleId]
    if (answer?.verdict === undefined || answer.verdict === null) gaps.set(ruleId, 'checks.needVerdict')
    else if (answer.reason.trim() === '') gaps.set(ruleId, 'checks.needReason')
  }
  if (draft.divisionId === null) gaps.set('divisionId', 'review.needDivision')
  if (kind === 'business' && draft.standing.trim() === '') gaps.set('standing', 'review.needStanding')
  if (draft.conclusion === null) gaps.set('conclusion', 'review.needConclusion')
  if (draft.signer.trim() === '') gaps.set('signer', 'review.needSigner')
  if (!calendarDateSchema.safeParse(draft.signedOn).success) gaps.set('signedOn', 'common.needDate')
  if (gaps.size > 0) return err(gaps)
  return ok(
    divisionOpinionSchema.parse({
      kind,
      divisionId: draft.divisionId,
      divisionName,
      items: reviewItems[kind].map((ruleId) => ({
        ruleId,
        verdict: draft.answers[ruleId]?.verdict,
        reason: draft.answers[ruleId]?.reason.trim(),
      })),
      standing: draft.standing.trim(),
      conclusion: draft.conclusion,
      comment: draft.comment.trim(),
      signer: draft.signer.trim(),
      signedOn: draft.signedOn,
    }),
  )
}

/** Seals a division's opinion over the version of the dossier that it read. */
export async function sealReview(dossier: DossierCase, opinion: DivisionOpinion): Promise<void> {
  await append(...sealDivisionOpinion(dossier, opinion))
}
