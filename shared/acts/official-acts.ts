import type { DossierStatus } from '../domain/status'
import type { AvailableAction } from '../workflow/status-machine'

/** On the way: what leads here can be gone on from, and gone back on. */
const onTheWay: ReadonlySet<DossierStatus> = new Set<DossierStatus>([
  'draft',
  'accepted',
  'supplement',
  'pilot-applied',
  'division-review',
  'panel-review',
  'review-again',
  'awaiting-consultation',
  'deferred',
  'decided',
  'in-batch',
])

/**
 * Whether an act is asked once more with a read-back of what it will do: whatever decides on an alliance or ends something. What
 * only leads on along the way is not, nor what is entered of a pilot's life without deciding on it.
 */
export const isOfficial = (from: DossierStatus, { action, to }: Pick<AvailableAction, 'action' | 'to'>): boolean =>
  action === 'evaluate' || (from !== to && !onTheWay.has(to))
