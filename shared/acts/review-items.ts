import type { RuleId } from '../domain/rule-ids'
import type { DivisionOpinion } from '../domain/proceedings'

/**
 * What each opinion answers. Business: standing, necessity, technology (Art. 10, 11), with Art. 8's four subjects and
 * what Art. 9(1) asks of the trade. Organisation: composition, liability and funds as the agreement orders them (Art.
 * 10).
 */
export const reviewItems: Readonly<Record<DivisionOpinion['kind'], readonly RuleId[]>> = {
  business: ['R11-0', 'R11-1a', 'R11-1b', 'R11-2', 'R11-3', 'R11-4', 'R08-4', 'R09-1c', 'R09-1d', 'R09-1e'],
  organisation: ['R09-1a', 'R09-1b', 'R09-2b', 'R09-2c', 'R09-3a', 'R09-3b'],
}
