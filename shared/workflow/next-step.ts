import type { StatusAction } from './status-actions'

/** Who moves next; names the message `actor.<id>`. */
export const actors = ['alliance', 'business', 'policy', 'panel', 'group', 'nobody'] as const
export type Actor = (typeof actors)[number]

/**
 * What comes next in a status: the action that leads on, and who takes it. Its words are the message `next.<status>`.
 */
export type NextStep = { readonly actor: Actor; readonly action: StatusAction | null }
