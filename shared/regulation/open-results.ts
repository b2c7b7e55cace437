import type { CheckResult } from './check-dossier'
import { stages, type Stage } from '../domain/stage'

/**
 * Results that a person should look at now: of a stage that is reached, and not met, provisional, overridden, unjudged,
 * judged against, or judged on an earlier version. `reached`: the furthest stage whose rules are asked.
 */
export const openResults = (results: readonly CheckResult[], reached: Stage): readonly CheckResult[] =>
  results.filter(({ stage }) => stages.indexOf(stage) <= stages.indexOf(reached)).filter(wantsLook)

const wantsLook = ({ outcome, stale }: CheckResult): boolean =>
  stale !== null ||
  outcome.by === 'person-needed' ||
  outcome.by === 'override' ||
  (outcome.by === 'system' && (outcome.verdict === 'not-met' || outcome.verdict === 'provisional')) ||
  (outcome.by === 'person' && (outcome.judgement === 'does-not-conform' || outcome.judgement === 'cannot-tell'))
