import type { DossierStatus } from '../domain/status'
import type { AvailableAction } from '../workflow/status-machine'
import { traitsOf } from '../workflow/status-table'

/**
 * Whether an act is asked once more with a read-back of what it will do: whatever decides on an alliance or ends
 * something. What only leads on along the way is not, nor what is entered of a pilot's life without deciding on it.
 */
export const isOfficial = (from: DossierStatus, { action, to }: Pick<AvailableAction, 'action' | 'to'>): boolean =>
  action === 'evaluate' || (from !== to && !traitsOf(to).isOnTheWay)
