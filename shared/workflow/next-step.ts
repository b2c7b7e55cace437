import type { DossierStatus } from '../domain/status'
import type { StatusAction } from './status-actions'

/** Who moves next; names the message `actor.<id>`. */
export const actors = ['alliance', 'business', 'policy', 'panel', 'group', 'nobody'] as const
export type Actor = (typeof actors)[number]

/** What comes next in a status: the action that leads on, and who takes it. Its words are the message `next.<status>`. */
export type NextStep = { readonly actor: Actor; readonly action: StatusAction | null }

const steps: Readonly<Record<DossierStatus, NextStep>> = {
  draft: { actor: 'policy', action: 'accept' },
  accepted: { actor: 'policy', action: 'file' },
  supplement: { actor: 'alliance', action: null },
  filed: { actor: 'alliance', action: 'apply-pilot' },
  'filing-refused': { actor: 'nobody', action: null },
  'not-accepted': { actor: 'nobody', action: null },
  withdrawn: { actor: 'nobody', action: null },
  closed: { actor: 'nobody', action: null },
  'pilot-applied': { actor: 'business', action: 'start-division-review' },
  'division-review': { actor: 'business', action: 'convene-panel' },
  'division-rejected': { actor: 'nobody', action: null },
  'panel-review': { actor: 'panel', action: 'pass-panel' },
  'panel-rejected': { actor: 'nobody', action: null },
  'review-again': { actor: 'policy', action: 'confirm-rework' },
  'awaiting-consultation': { actor: 'group', action: 'decide' },
  decided: { actor: 'policy', action: 'add-to-batch' },
  'not-decided': { actor: 'nobody', action: null },
  deferred: { actor: 'group', action: 'resume-consultation' },
  'in-batch': { actor: 'group', action: 'publish' },
  piloting: { actor: 'alliance', action: 'receive-annual-report' },
  expired: { actor: 'policy', action: 'evaluate' },
  revoked: { actor: 'nobody', action: null },
}

export const nextStep = (status: DossierStatus): NextStep => steps[status]
