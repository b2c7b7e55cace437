import type { CalendarDate } from '../domain/date'
import type { JudgementVerdict } from '../domain/judgement'
import { judgedNow } from '../domain/judging'
import type { CheckVerdict } from '../domain/rule-ids'
import { err, ok } from '../lib/result'
import type { CheckResult } from '../regulation/check-dossier'
import { gapAt, type ActingDossier, type Decided, type Gap, type Person } from './act'

export type OverrideVerdict = Exclude<CheckVerdict, 'provisional'>

/** What a person says of one rule, as typed: nothing is chosen beforehand. */
export type RuleAnswer<Verdict> = { readonly verdict: Verdict | null; readonly reason: string }

type Said = Person & { readonly today: CalendarDate }

/** What an answer still lacks, at its field. Pure. */
export const answerGaps = ({ verdict, reason }: RuleAnswer<unknown>): readonly Gap[] => [
  ...(verdict === null ? [gapAt('verdict', 'need-verdict')] : []),
  ...(reason.trim() === '' ? [gapAt('reason', 'need-reason')] : []),
]

const wordOn = <Verdict>(
  dossier: Pick<ActingDossier, 'file' | 'contentHash'>,
  ruleId: string,
  answer: { readonly verdict: Verdict; readonly reason: string },
  { by, today }: Said,
) => ({
  dossierId: dossier.file.id,
  ruleId,
  verdict: answer.verdict,
  reason: answer.reason.trim(),
  by,
  on: today,
  ...judgedNow(dossier),
})

/**
 * A person's answer to a rule that no machine decides, with its reason, on the version at hand. Gaps: `answerGaps`.
 * Pure.
 */
export function judgeRule(
  dossier: Pick<ActingDossier, 'file' | 'contentHash'>,
  ruleId: string,
  answer: RuleAnswer<JudgementVerdict>,
  said: Said,
): Decided {
  const { verdict, reason } = answer
  if (verdict === null || reason.trim() === '') return err(answerGaps(answer))
  return ok([{ type: 'rule.judged', payload: wordOn(dossier, ruleId, { verdict, reason }, said) }])
}

/**
 * A person overrides what the machine found; the reason is printed wherever the result is. Gaps: `answerGaps`. Pure.
 */
export function overrideRule(
  dossier: Pick<ActingDossier, 'file' | 'contentHash'>,
  ruleId: string,
  answer: RuleAnswer<OverrideVerdict>,
  said: Said,
): Decided {
  const { verdict, reason } = answer
  if (verdict === null || reason.trim() === '') return err(answerGaps(answer))
  return ok([{ type: 'rule.overridden', payload: wordOn(dossier, ruleId, { verdict, reason }, said) }])
}

/**
 * What was said of a rule on an earlier version holds for the present one: the same word, said again by whoever
 * confirms it. Nothing where no word is stale. Pure.
 */
export function confirmRuleWord(
  dossier: Pick<ActingDossier, 'file' | 'contentHash'>,
  { ruleId, kind, stale }: Pick<CheckResult, 'ruleId' | 'kind' | 'stale'>,
  said: Said,
): Decided {
  if (stale === null) return ok([])
  const { verdict, reason } = stale
  return kind === 'automatic'
    ? overrideRule(dossier, ruleId, { verdict: verdict as OverrideVerdict, reason }, said)
    : judgeRule(dossier, ruleId, { verdict: verdict as JudgementVerdict, reason }, said)
}
