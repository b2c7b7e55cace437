import { stages } from '../domain/stage'
import type { CheckResult } from './check-dossier'
import { criteria, type Criterion } from './criteria'
import { openResults } from './open-results'

/** One of the five conditions of Art. 9, as everything that is asked of it stands. */
export type Condition = {
  readonly criterion: Criterion
  /** In the order of the clause. */
  readonly results: readonly CheckResult[]
  /**
   * `against`: something of it is not met or was judged against; `open`: something waits for a person, is provisional;
   * `clear`: neither. Never a verdict: whether a condition is met, the panel says (Art. 12).
   */
  readonly standing: 'against' | 'open' | 'clear'
}

/** Art. 9: the five conditions side by side. A rule that only hints weighs nothing. Pure. */
export const fiveConditions = (results: readonly CheckResult[]): readonly Condition[] =>
  criteria
    .filter(({ clause }) => clause.startsWith('9.'))
    .map((criterion) => {
      const own = results.filter(({ ruleId }) => criterion.ruleIds.includes(ruleId))
      const weighing = own.filter(({ consequence }) => consequence !== 'hint')
      const open = openResults(weighing, stages[stages.length - 1] ?? 'pilot')
      return {
        criterion,
        results: own,
        standing: open.some(isAgainst) ? 'against' : open.length > 0 ? 'open' : 'clear',
      }
    })

const isAgainst = ({ outcome }: CheckResult): boolean =>
  outcome.by === 'person'
    ? outcome.judgement === 'does-not-conform'
    : outcome.by !== 'person-needed' && outcome.verdict === 'not-met'
