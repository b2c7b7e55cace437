import type { CriterionId } from '../domain/judgement'
import type { RuleId } from '../domain/rule-ids'
import type { ClauseRef } from './clause-ref'

/** What the panel judges one by one (note 15). Its title is the message `criterion.<id>.title`. */
export type Criterion = {
  readonly id: CriterionId
  readonly clause: ClauseRef
  readonly ruleIds: readonly RuleId[]
}

/** Art. 12(1), 12(2) and, through 12(3), the five conditions of Art. 9, in the order of the opinion form. */
export const criteria: readonly Criterion[] = [
  { id: 'C12-1', clause: '12.1', ruleIds: ['R12-1a', 'R12-1b', 'R12-1c', 'R12-1d'] },
  { id: 'C12-2', clause: '12.2', ruleIds: ['R12-2a', 'R12-2b'] },
  { id: 'C9-1', clause: '9.1', ruleIds: ['R09-1a', 'R09-1b', 'R09-1c', 'R09-1d', 'R09-1e'] },
  { id: 'C9-2', clause: '9.2', ruleIds: ['R09-2a', 'R09-2b', 'R09-2c'] },
  { id: 'C9-3', clause: '9.3', ruleIds: ['R09-3a', 'R09-3b', 'R09-3c', 'R09-3d'] },
  { id: 'C9-4', clause: '9.4', ruleIds: ['R09-4a', 'R09-4b', 'R09-4c'] },
  { id: 'C9-5', clause: '9.5', ruleIds: ['R09-5a', 'R09-5b'] },
]

/** @throws Error for an id that is no criterion. */
export function criterionOf(id: CriterionId): Criterion {
  const criterion = criteria.find((item) => item.id === id)
  if (criterion === undefined) throw new Error(`no such criterion: ${id}`)
  return criterion
}
