import { assertNever } from '../lib/assert-never'
import type { RuleId } from '../domain/rule-ids'
import type { CheckResult } from './check-dossier'
import type { Facts } from './rule'

/** Check results as the guards that the status machine (`availableActions` of shared/workflow) asks for. */
export const workflowGuards = (results: readonly CheckResult[], { content, proceedings }: Facts) => ({
  states: new Map<RuleId, ReturnType<typeof guardState>>(results.map((item) => [item.ruleId, guardState(item)])),
  filed: content.filing.filedOn !== null || proceedings.filingDecision?.decision === 'filed',
  panelConclusion: proceedings.panelOpinion?.conclusion ?? null,
  evaluation: lastEvaluation(proceedings),
})

/** An evaluation counts for the term it was decided in or after, not for an earlier one. */
function lastEvaluation({ evaluations, pilotTerm }: Facts['proceedings']) {
  if (pilotTerm === null) return null
  const decided = evaluations.findLast(({ decidedOn }) => decidedOn !== null && decidedOn >= pilotTerm.from)
  return decided?.result ?? null
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
