import type { JudgementVerdict } from '../domain/judgement'
import type { CriterionId } from '../domain/judgement'
import type { RuleId } from '../domain/rule-ids'
import { checkRule, type Outcome } from './check-dossier'
import type { Facts, RegulationVersion, Rule } from './rule'

/** What the panel has said on its criteria so far: its opinion, or the draft of it. */
export type JudgedCriteria = readonly {
  readonly criterionId: CriterionId
  readonly verdict: JudgementVerdict | null
}[]

/**
 * Rules under the panel's criteria that nobody has answered yet (待判断): Art. 12(1), 12(2) and, by 12(3), Art. 9. A
 * panel's answer to the criterion answers its rules; 材料不足以判断 answers nothing; a provisional verdict is none. `judged`
 * defaults to the panel opinion on file; a screen gives its draft.
 */
export const unresolvedForPanel = (
  regulation: RegulationVersion,
  facts: Facts,
  judged: JudgedCriteria = facts.proceedings.panelOpinion?.items ?? [],
): readonly RuleId[] => unresolvedAmong(regulation.rules, facts, judged)

export const unresolvedAmong = (rules: readonly Rule[], facts: Facts, judged: JudgedCriteria): readonly RuleId[] =>
  rules
    .filter((rule) => rule.criterionIds.length > 0 && !rule.criterionIds.some((id) => isAnswered(id, judged)))
    .filter((rule) => isOpen(checkRule(rule, facts).outcome))
    .map(({ id }) => id)

const isAnswered = (id: CriterionId, judged: JudgedCriteria): boolean =>
  judged.some((item) => item.criterionId === id && item.verdict !== null && item.verdict !== 'cannot-tell')

function isOpen(outcome: Outcome): boolean {
  switch (outcome.by) {
    case 'person-needed':
      return true
    case 'person':
      return outcome.judgement === 'cannot-tell'
    case 'system':
    case 'override':
      return outcome.verdict === 'provisional'
  }
}
