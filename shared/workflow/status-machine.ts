import type { PanelOpinion } from '../domain/panel'
import type { RuleId } from '../domain/rule-ids'
import type { DossierStatus } from '../domain/status'
import { transitions, type StatusAction, type Transition } from './status-actions'

/**
 * How a rule stands as a guard. `clear`: prepared, and nothing to look at was found. `open`: a person has not judged yet,
 * or could not tell.
 */
export type GuardState =
  'met' | 'not-met' | 'provisional' | 'not-applicable' | 'judged-for' | 'judged-against' | 'clear' | 'open'

/** What the table is asked with; `workflowGuards` of shared/regulation computes it from check results. */
export type Guards = {
  readonly states: ReadonlyMap<RuleId, GuardState>
  /** Whether the alliance is filed (Art. 6, 8). */
  readonly filed: boolean
  readonly panelConclusion: PanelOpinion['conclusion'] | null
  /** Result of the last evaluation (Art. 17) after the term began. */
  readonly evaluation: 'qualified' | 'not-qualified' | null
}

export type AvailableAction = {
  readonly action: StatusAction
  readonly to: DossierStatus
  readonly enabled: boolean
  /** Rules in the way, in the order of the table; empty if enabled. */
  readonly blockedBy: readonly RuleId[]
}

/** Guards where no fact is looked at: only what needs none is enabled. */
export const withoutFacts: Guards = { states: new Map(), filed: false, panelConclusion: null, evaluation: null }

/** The buttons of a status, each with the rules that block it. A rule nobody computed blocks: silence is no consent. */
export const availableActions = (status: DossierStatus, guards: Guards): readonly AvailableAction[] =>
  transitions
    .filter((transition) => transition.from.includes(status) && isOffered(transition, guards))
    .map((transition) => {
      const blockedBy = blockers(transition, guards)
      return { action: transition.action, to: transition.to, enabled: blockedBy.length === 0, blockedBy }
    })

/** The status after an action, or `null` if the status does not offer it or a rule blocks it. */
export const statusAfter = (status: DossierStatus, action: StatusAction, guards: Guards): DossierStatus | null =>
  availableActions(status, guards).find((item) => item.action === action && item.enabled)?.to ?? null

const isOffered = ({ only, conclusion, evaluation }: Transition, guards: Guards): boolean =>
  (only === undefined || (only === 'filed') === guards.filed) &&
  (conclusion === undefined || conclusion === guards.panelConclusion) &&
  (evaluation === undefined || evaluation === guards.evaluation)

function blockers({ needs = [], unless = [] }: Transition, { states }: Guards): readonly RuleId[] {
  return [
    ...needs.filter((id) => !satisfied.has(states.get(id) ?? 'open')),
    ...unless.filter((id) => broken.has(states.get(id) ?? 'open')),
  ]
}

const satisfied: ReadonlySet<GuardState> = new Set(['met', 'judged-for'])
const broken: ReadonlySet<GuardState> = new Set(['not-met', 'provisional', 'judged-against', 'open'])
