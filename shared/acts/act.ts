import type { CalendarDate } from '../domain/date'
import type { RuleId } from '../domain/rule-ids'
import type { Result } from '../lib/result'
import type { AssembledDossier } from '../records/assemble-dossier'
import type { Action } from '../records/payloads'
import type { DayFault } from '../workflow/day-order'
import type { AvailableAction } from '../workflow/status-machine'

/** What an act reads of a dossier: where it stands, what happened, and what the status table offers it. */
export type ActingDossier = Pick<AssembledDossier, 'file' | 'contentHash' | 'status'> & {
  readonly actions: readonly AvailableAction[]
}

/** Who acts; the name stands in the record. */
export type Person = { readonly by: string }

export const gapCodes = [
  'needed',
  'need-date',
  'need-minutes',
  'need-decision',
  'need-verdict',
  'need-reason',
  'need-division',
  'need-standing',
  'need-conclusion',
  'need-signer',
  'need-title',
  'need-dossier',
  'need-members',
  'need-pledge',
  'not-offered',
  'blocked',
  'not-yet',
  'no-term',
  'day-early',
  'day-late',
  'need-year',
  'need-seq',
  'need-copies',
  'year-outside',
  'too-long',
  'number-form',
  'number-year',
  'number-taken',
  'batch-year',
  'dossier-twice',
  'expert-twice',
  'ending-listed',
  'published',
  'sealed-already',
  'same-divisions',
  'sample-among-real',
  'placeholder',
  'cohort-empty',
  'cohort-open',
  'campaign-twice',
  'campaign-governs',
  'extension-same',
  'arrival-no-part',
  'arrival-no-day',
  'arrival-to-come',
  'no-number',
  'change-not-member',
  'change-is-member',
  'change-same-name',
  'change-not-lead',
  'change-holds-office',
  'change-few-units',
  'change-nothing',
  'change-carried',
  'change-not-filed',
  'evaluation-not-open',
  'more-returned',
  'ends-before',
  'rectify-off',
  'rectify-decided',
  'rectify-running',
  'display-off',
  'no-yuan',
  'section-kept-back',
  'draw-pool-small',
  'draw-seed',
  'draw-one-person',
  'number-of-notice',
  'correction-same',
  'display-one-contact',
  'display-missing',
  'display-running',
  'display-after-notice',
  'display-not-shown',
  'objection-early',
  'objection-to-come',
  'objection-open',
  'objection-upheld',
  'consultation-reason',
  'consultation-until',
  'support-outside',
  'support-no-pilot',
  'support-to-come',
] as const
/** Why an act cannot be done as it is; words in messages as `gap.<code>`. */
export type GapCode = (typeof gapCodes)[number]

export type Gap = {
  readonly code: GapCode
  /** Field of the form; null if it is the act itself that is in the way. */
  readonly field: string | null
  /** Rules in the way, for `blocked`. */
  readonly rules: readonly RuleId[]
  /** The first day on which it can be done, for `not-yet`. */
  readonly day?: CalendarDate
  /** Two days that contradict each other, for `day-early` and `day-late`. */
  readonly fault?: DayFault
  /** What the sentence names beside. */
  readonly params?: Readonly<Record<string, string | number>>
}

export const gapAt = (field: string | null, code: GapCode, params?: Gap['params']): Gap => ({
  code,
  field,
  rules: [],
  ...(params !== undefined && { params }),
})

/** A day that contradicts another, at its field; `name`: the dossier that it is about, where there are several. */
export const gapOfFault = (fault: DayFault, field: string | null, name = ''): Gap => ({
  ...gapAt(field, fault.kind === 'early' ? 'day-early' : 'day-late', { name }),
  fault,
})

/** Records to be appended together, or every gap in the way; never both, never neither. */
export type Decided = Result<readonly Action[], readonly Gap[]>
