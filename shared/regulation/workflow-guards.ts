import { addDays, addMonths } from '../domain/date'
import { isFiled } from '../domain/is-filed'
import { evaluationOf } from '../domain/pilot-terms'
import { assertNever } from '../lib/assert-never'
import type { RuleId } from '../domain/rule-ids'
import type { CheckResult } from './check-dossier'
import type { Facts } from './rule'

/** Check results as the guards that the status machine (`availableActions` of shared/workflow) asks for. */
export const workflowGuards = (results: readonly CheckResult[], { content, proceedings, settings, today }: Facts) => ({
  states: new Map<RuleId, ReturnType<typeof guardState>>(results.map((item) => [item.ruleId, guardState(item)])),
  filed: isFiled(content, proceedings),
  panelConclusion: proceedings.panelOpinion?.conclusion ?? null,
  evaluation: decidedEvaluation(proceedings),
  today,
  days: wayDays(proceedings, settings),
})

/** What the evaluation of the present term came to: one of an earlier term says nothing of it (Art. 17). */
const decidedEvaluation = (proceedings: Facts['proceedings']) =>
  proceedings.pilotTerm === null ? null : (evaluationOf(proceedings, proceedings.pilotTerm)?.result ?? null)

/** The first day of each way of the status table that has a day of its own. */
function wayDays({ pilotTerm, lastMove }: Facts['proceedings'], { interpretation }: Facts['settings']) {
  const until = lastMove?.until ?? null
  return {
    'supplement-over': until === null ? null : addDays(until, 1),
    'term-over': pilotTerm === null ? null : addDays(pilotTerm.to, 1),
    'evaluation-opens': pilotTerm === null ? null : addMonths(pilotTerm.to, -interpretation.evaluationLeadMonths),
  }
}

function guardState({ outcome, kind, evidence }: CheckResult) {
  switch (outcome.by) {
    case 'system':
    case 'override':
      return outcome.verdict
    case 'person':
      if (outcome.judgement === 'cannot-tell') return 'open'
      return outcome.judgement === 'does-not-conform' ? 'judged-against' : 'judged-for'
    case 'person-needed':
      return kind === 'prepared' && evidence.every((item) => item.level === 'fact') ? 'clear' : 'open'
    default:
      return assertNever(outcome, 'unknown kind of outcome')
  }
}
