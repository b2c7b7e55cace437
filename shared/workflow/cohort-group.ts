import type { CohortGroup } from '../domain/campaign'
import type { CalendarDate } from '../domain/date'
import type { Proceedings } from '../domain/proceedings'
import type { DossierStatus } from '../domain/status'
import { statusOn } from './deadline-of'
import { traitsOf } from './status-table'

/** The group that a campaign counts an alliance among; null: it is asked by none (not filed yet, or ended). */
export function cohortGroupOf(
  status: DossierStatus,
  proceedings: Pick<Proceedings, 'pilotTerm'>,
  today: CalendarDate,
): CohortGroup | null {
  const { isPilot, isFiledOnly } = traitsOf(status)
  if (isFiledOnly) return 'filed'
  if (!isPilot) return null
  return statusOn(status, proceedings, today) === 'expired' ? 'expired' : 'piloting'
}
