import type { WorkCalendar } from '../calendar/work-calendar'
import type { CalendarDate } from '../domain/date'
import type { DossierContent } from '../domain/dossier'
import type { CriterionId } from '../domain/judgement'
import type { OfficeSettings } from '../domain/office'
import type { Proceedings } from '../domain/proceedings'
import type { CheckVerdict, RuleId } from '../domain/rule-ids'
import type { Stage } from '../domain/stage'
import type { ClauseRef } from './clause-ref'
import type { Evidence } from './evidence'

/** Everything that a rule may look at. No clock, no database: the caller collects it. */
export type Facts = {
  readonly content: DossierContent
  readonly proceedings: Proceedings
  readonly settings: OfficeSettings
  readonly today: CalendarDate
  readonly calendar: WorkCalendar
}

/** What follows if a rule is not met; names the message `consequence.<code>`. */
export const consequences = [
  'hint',
  'supplement',
  'not-accepted',
  'filing-refused',
  'assign-division',
  'division-opinion',
  'does-not-conform',
  'verify',
  'panel-judges',
  'review-missing',
  'no-consultation',
  'no-panel',
  'panel-invalid',
  'no-conclusion',
  'opinion-void',
  'no-batch',
  'no-notice',
  'opens-term',
  'late-mark',
  'reminder',
  'must-be-filed',
  'revocation',
  'revocation-and-bar',
  'banner',
] as const
export type Consequence = (typeof consequences)[number]

type RuleBase = {
  readonly id: RuleId
  /**
   * `work-rule` (工作规则): ours, a setting; never printed as if the regulation said so. `article` is where it is applied.
   */
  readonly source:
    { readonly kind: 'statute'; readonly clause: ClauseRef } | { readonly kind: 'work-rule'; readonly article: number }
  readonly stage: Stage
  readonly consequence: Consequence
  /** The panel's criteria (note 15) that this rule feeds with facts. */
  readonly criterionIds: readonly CriterionId[]
}

/**
 * The machine decides; a person may override with a reason. Missing data is not met, a stage not reached is not
 * applicable.
 */
export type AutomaticRule = RuleBase & {
  readonly kind: 'automatic'
  readonly check: (facts: Facts) => { readonly verdict: CheckVerdict; readonly evidence: readonly Evidence[] }
}

/** The machine prepares facts and hints; a person decides. It has no way to return a verdict. */
export type PreparedRule = RuleBase & {
  readonly kind: 'prepared'
  readonly gather: (facts: Facts) => readonly Evidence[]
}

/** A person decides; the machine only gathers what to look at. It has no way to return a verdict. */
export type JudgementRule = RuleBase & {
  readonly kind: 'judgement'
  readonly gather: (facts: Facts) => readonly Evidence[]
}

export type Rule = AutomaticRule | PreparedRule | JudgementRule
export const ruleKinds = ['automatic', 'prepared', 'judgement'] as const
export type RuleKind = Rule['kind']

/** One version of the regulation with its rules. Its span of validity is a setting (note 31). */
export type RegulationVersion = {
  readonly id: string
  readonly title: string
  readonly articleCount: number
  readonly rules: readonly Rule[]
  /** Article number to the reason why it has no rule. */
  readonly articlesWithoutRules: Readonly<Record<number, string>>
}
