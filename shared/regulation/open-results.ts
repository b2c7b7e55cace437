import type { DossierStatus } from '../domain/status'
import type { CheckResult } from './check-dossier'
import { stages, type Stage } from './rule'

/** The furthest stage whose rules are asked of a dossier in a status. */
const stageReached: Readonly<Record<DossierStatus, Stage>> = {
  draft: 'filing',
  accepted: 'filing',
  supplement: 'application',
  filed: 'filing',
  'filing-refused': 'filing',
  'not-accepted': 'filing',
  withdrawn: 'filing',
  closed: 'filing',
  'pilot-applied': 'application',
  'division-review': 'division',
  'division-rejected': 'division',
  'panel-review': 'panel',
  'panel-rejected': 'panel',
  'review-again': 'panel',
  'awaiting-consultation': 'consultation',
  decided: 'consultation',
  'not-decided': 'consultation',
  deferred: 'consultation',
  'in-batch': 'publication',
  piloting: 'pilot',
  expired: 'pilot',
  revoked: 'pilot',
}

/** Results that a person should look at now: of a stage that is reached, and not met, provisional, overridden, unjudged, judged against,
 * or judged on an earlier version. */
export const openResults = (results: readonly CheckResult[], status: DossierStatus): readonly CheckResult[] => {
  const reached = stages.indexOf(stageReached[status])
  return results.filter((result) => stages.indexOf(result.stage) <= reached && wantsLook(result))
}

const wantsLook = ({ outcome, stale }: CheckResult): boolean =>
  stale !== null ||
  outcome.by === 'person-needed' ||
  outcome.by === 'override' ||
  (outcome.by === 'system' && (outcome.verdict === 'not-met' || outcome.verdict === 'provisional')) ||
  (outcome.by === 'person' && (outcome.judgement === 'does-not-conform' || outcome.judgement === 'cannot-tell'))
