/**
 * The sentences of one criterion: facts counted by the program, then the panel's judgement and reason as people wrote
 * them.
 */
import { formatChineseDate } from '@shared/domain/date'
import type { JudgementVerdict } from '@shared/domain/judgement'
import type { CheckResult } from '@shared/regulation/check-dossier'
import type { ClauseRef } from '@shared/regulation/clause-ref'
import { criterionOf } from '@shared/regulation/criteria'
import { clauseName, sentence, withEvidence } from './chinese-text'
import { countedFacts } from './criterion-facts'
import type { PanelOpinionDraft, PanelOpinionFacts } from './panel-opinion-facts'
import { ruleNames } from './vocabulary/rules'

/**
 * What the panel found on one criterion, as one paragraph: counted facts, judgement, reason with evidence, overrides.
 */
export function criterionText(item: PanelOpinionDraft['items'][number], facts: PanelOpinionFacts): string {
  const { clause } = criterionOf(item.criterionId)
  const overridden = overrides(facts.checks).filter((check) => check.criterionIds.includes(item.criterionId))
  return [
    countedFacts(item.criterionId, facts),
    ...(item.verdict === null ? [] : [judgementSentence(item.verdict, clause)]),
    withEvidence(item.reason, item.evidence),
    ...overridden.map(overrideSentence),
  ].join('')
}

/** Overridden checks that belong to no criterion: they are shown apart, never left out. */
export const otherOverrides = (checks: readonly CheckResult[]): string[] =>
  overrides(checks)
    .filter((check) => check.criterionIds.length === 0)
    .map(overrideSentence)

function judgementSentence(verdict: JudgementVerdict, clause: ClauseRef): string {
  const rule = `《办法》${clauseName(clause)}的要求`
  switch (verdict) {
    case 'conforms':
      return `专家组认为，本项符合${rule}。`
    case 'mostly-conforms':
      return `专家组认为，本项基本符合${rule}。`
    case 'does-not-conform':
      return `专家组认为，本项不符合${rule}。`
    case 'cannot-tell':
      return `专家组认为，现有材料不足以判断本项是否符合${rule}。`
  }
}

type Overridden = CheckResult & { readonly outcome: { readonly by: 'override' } }

const overrides = (checks: readonly CheckResult[]): Overridden[] =>
  checks.filter((check): check is Overridden => check.outcome.by === 'override')

const verdictWords = { met: '满足', 'not-met': '不满足', provisional: '暂定', 'not-applicable': '不适用' } as const

/** A person may overrule the machine, never unseen: both results, who, when and why are printed. */
function overrideSentence({ ruleId, source, outcome }: Overridden): string {
  const title = ruleNames[ruleId]
  const basis = source.kind === 'statute' ? `《办法》${clauseName(source.clause)}` : '评审工作规则'
  const { systemVerdict, verdict, person, on, reason } = outcome
  return (
    `${basis}“${title}”一项系统核对结果为${verdictWords[systemVerdict]}，` +
    `${person}于${formatChineseDate(on)}更正为${verdictWords[verdict]}，理由：${sentence(reason)}`
  )
}
