import type { CalendarDate } from '../domain/date'
import type { RuleId } from '../domain/rule-ids'
import type { Result } from '../lib/result'
import type { AssembledDossier } from '../records/assemble-dossier'
import type { Action } from '../records/payloads'
import type { AvailableAction } from '../workflow/status-machine'

/** What an act reads of a dossier: where it stands, what happened, and what the status table offers it. */
export type ActingDossier = Pick<AssembledDossier, 'file' | 'status'> & { readonly actions: readonly AvailableAction[] }

/** Who acts; the name stands in the record. */
export type Person = { readonly by: string }

export const gapCodes = [
  'needed',
  'need-date',
  'need-minutes',
  'need-decision',
  'not-offered',
  'blocked',
  'not-yet',
  'no-term',
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
}

export const gapAt = (field: string, code: GapCode): Gap => ({ code, field, rules: [] })

/** Records to be appended together, or every gap in the way; never both, never neither. */
export type Decided = Result<readonly Action[], readonly Gap[]>
