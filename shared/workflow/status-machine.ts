import type { CalendarDate } from '../domain/date'
import type { PanelOpinion } from '../domain/panel'
import type { RuleId } from '../domain/rule-ids'
import type { DossierStatus } from '../domain/status'
import { transitions, type StatusAction, type Transition, type WayDay } from './status-actions'

/**
 * How a rule stands as a guard. `clear`: prepared, and nothing to look at was found. `open`: a person has not judged
 * yet, or could not tell.
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
  /** The day on which the table is asked; `null`: of no day, so that no way with a day is open. */
  readonly today: CalendarDate | null
  /** The first day of each way that has one; `null`: not known. */
  readonly days: Readonly<Record<WayDay, CalendarDate | null>>
}

export type AvailableAction = {
  readonly action: StatusAction
  readonly to: DossierStatus
  readonly enabled: boolean
  /** Rules in the way, in the order of the table; empty if enabled. */
  readonly blockedBy: readonly RuleId[]
  /** The day from which on it may be done, where that day has not come. */
  readonly notBefore?: CalendarDate
}

/** Guards where no fact is looked at: only what needs none is enabled. */
export const withoutFacts: Guards = {
  states: new Map(),
  filed: false,
  panelConclusion: null,
  evaluation: null,
  today: null,
  days: { 'term-over': null, 'evaluation-opens': null, 'supplement-over': null },
}

/** The buttons of a status, each with the rules that block it. A rule nobody computed blocks: silence is no consent. */
export const availableActions = (status: DossierStatus, guards: Guards): readonly AvailableAction[] =>
  transitions
    .filter((transition) => transition.from.includes(status) && isOffered(transition, guards))
    .map((transition) => {
      const blockedBy = blockers(transition, guards)
      const { isOpen, notBefore } = openingOf(transition, guards)
      const enabled = blockedBy.length === 0 && isOpen
      return {
        action: transition.action,
        to: transition.to,
        enabled,
        blockedBy,
        ...(notBefore !== null && { notBefore }),
      }
    })

/** The status after an action, or `null` if the status does not offer it or a rule blocks it. */
export const statusAfter = (status: DossierStatus, action: StatusAction, guards: Guards): DossierStatus | null =>
  availableActions(status, guards).find((item) => item.action === action && item.enabled)?.to ?? null

const isOffered = ({ only, conclusion, evaluation }: Transition, guards: Guards): boolean =>
  (only === undefined || (only === 'filed') === guards.filed) &&
  (conclusion === undefined || [conclusion].flat().some((one) => one === guards.panelConclusion)) &&
  (evaluation === undefined || evaluation === guards.evaluation)

/** Whether the day of a way has come, and which day that is where it has not. */
function openingOf(
  { notBefore }: Transition,
  { today, days }: Guards,
): { readonly isOpen: boolean; readonly notBefore: CalendarDate | null } {
  if (notBefore === undefined) return { isOpen: true, notBefore: null }
  const day = days[notBefore]
  const isOpen = today !== null && day !== null && day <= today
  return { isOpen, notBefore: isOpen ? null : day }
}

function blockers({ needs = [], unless = [] }: Transition, { states }: Guards): readonly RuleId[] {
  return [
    ...needs.filter((id) => !satisfied.has(states.get(id) ?? 'open')),
    ...unless.filter((id) => broken.has(states.get(id) ?? 'open')),
  ]
}

const satisfied: ReadonlySet<GuardState> = new Set(['met', 'judged-for'])
const broken: ReadonlySet<GuardState> = new Set(['not-met', 'provisional', 'judged-against', 'open'])
