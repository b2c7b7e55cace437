import { calendarDateSchema, type CalendarDate } from '../domain/date'
import type { DossierFile } from '../domain/dossier'
import type { JudgementVerdict } from '../domain/judgement'
import { judgedNow } from '../domain/judging'
import { divisionOpinionSchema, type DivisionOpinion, type DivisionOpinionOnFile } from '../domain/proceedings'
import { err, ok } from '../lib/result'
import type { Action } from '../records/payloads'
import { dayFaults } from '../workflow/day-order'
import { isPlaceholder, isSampleAlliance } from '../domain/sample'
import { gapAt, gapOfFault, type ActingDossier, type Decided, type Gap, type Person } from './act'
import { daysOnFile } from './days-on-file'
import { sealDivisionOpinion } from './panel'
import { reviewItems } from './review-items'

export type ReviewAnswer = { readonly verdict: JudgementVerdict | null; readonly reason: string }

/** A division's opinion as it is being written; verdicts and conclusion begin empty. */
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

/** Everything that is still wanted of an opinion, each at its place: a rule id or a field. Pure. */
export function reviewGaps(kind: DivisionOpinion['kind'], draft: ReviewDraft): readonly Gap[] {
  const items = reviewItems[kind].flatMap((ruleId) => {
    const answer = draft.answers[ruleId]
    if (answer?.verdict === undefined || answer.verdict === null) return [gapAt(ruleId, 'need-verdict')]
    return answer.reason.trim() === '' ? [gapAt(ruleId, 'need-reason')] : []
  })
  return [
    ...items,
    ...(draft.divisionId === null ? [gapAt('divisionId', 'need-division')] : []),
    ...(kind === 'business' && draft.standing.trim() === '' ? [gapAt('standing', 'need-standing')] : []),
    ...(draft.conclusion === null ? [gapAt('conclusion', 'need-conclusion')] : []),
    ...(draft.signer.trim() === '' ? [gapAt('signer', 'need-signer')] : []),
    ...(calendarDateSchema.safeParse(draft.signedOn).success ? [] : [gapAt('signedOn', 'need-date')]),
  ]
}

/** What contradicts the procedure in the day of a division's opinion. Pure. */
export const reviewDayGaps = (
  kind: DivisionOpinion['kind'],
  signedOn: CalendarDate | null,
  dossier: Pick<DossierFile, 'content' | 'proceedings'>,
  today: CalendarDate,
): readonly Gap[] =>
  dayFaults(
    kind === 'business' ? { 'business-opinion': signedOn } : { 'organisation-opinion': signedOn },
    daysOnFile(dossier),
    today,
  ).map((fault) => gapOfFault(fault, 'signedOn'))

/**
 * 处室审核意见封存 (Art. 10, 11): what was typed, over the version of the dossier that it read. Gaps: `reviewGaps` and
 * `reviewSealGaps`, else `reviewDayGaps`. Pure.
 */
export function sealReview(
  dossier: Pick<ActingDossier, 'file'> & { readonly contentHash: string },
  kind: DivisionOpinion['kind'],
  draft: ReviewDraft,
  { divisionName, today }: { readonly divisionName: string; readonly today: CalendarDate },
): Decided {
  const gaps = [
    ...reviewGaps(kind, draft),
    ...reviewSealGaps(divisionName, dossier.file),
    // One that the office abolished since, or gave another role, signs nothing.
    ...(draft.divisionId !== null && divisionName === '' ? [gapAt('divisionId', 'need-division')] : []),
  ]
  if (gaps.length > 0) return err(gaps)
  const opinion = divisionOpinionSchema.parse({
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
  })
  const ofDay = reviewDayGaps(kind, opinion.signedOn, dossier.file, today)
  return ofDay.length > 0 ? err(ofDay) : ok(sealDivisionOpinion(dossier, opinion))
}

/** 处室意见复核确认: a division's opinion holds for the present version. The sealed words stay as they are. Pure. */
export const confirmDivisionOpinion = (
  dossier: Pick<ActingDossier, 'file' | 'contentHash'>,
  { kind, divisionId }: Pick<DivisionOpinionOnFile, 'kind' | 'divisionId'>,
  { by, on, note }: Person & { readonly on: CalendarDate; readonly note: string },
): readonly Action[] => [
  {
    type: 'division-opinion.confirmed',
    payload: {
      dossierId: dossier.file.id,
      kind,
      divisionId,
      confirmation: { ...judgedNow(dossier), note: note.trim(), by, on },
    },
  },
]

/**
 * What is in the way of sealing a division's opinion whatever it says: the alliance is published (Art. 14),
 * or the division's name is a placeholder of the settings and the alliance is real. Pure.
 */
export function reviewSealGaps(
  divisionName: string,
  { content, proceedings }: Pick<DossierFile, 'content' | 'proceedings'>,
): readonly Gap[] {
  if (proceedings.pilotTerm !== null) return [gapAt(null, 'published')]
  return isPlaceholder(divisionName) && !isSampleAlliance(content.alliance)
    ? [gapAt('divisionId', 'placeholder', { name: divisionName })]
    : []
}
