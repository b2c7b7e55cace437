import { dossierStatuses, type DossierStatus } from '../domain/status'

/** What lists, pages and days ask of a status. No column has a default: a new status must answer each. */
export type StatusTraits = {
  /** Before the application for a pilot (Art. 5-7): nothing that Art. 8 asks for is missing yet. */
  readonly isInFiling: boolean
  /** May be put before a panel, or sits there already (Art. 12: after the divisions). */
  readonly meetsPanel: boolean
  /** May come into a batch, may get there soon, or went out with one (Art. 14). */
  readonly isNearBatch: boolean
  /** A pilot by its notice, be its term over or not (Art. 14-17); only a pilot has days to wait for. */
  readonly isPilot: boolean
}

const none = { isInFiling: false, meetsPanel: false, isNearBatch: false, isPilot: false } as const
const inFiling: StatusTraits = { ...none, isInFiling: true }
const meetsPanel: StatusTraits = { ...none, meetsPanel: true }
const nearBatch: StatusTraits = { ...none, isNearBatch: true }
const pilot: StatusTraits = { ...none, isNearBatch: true, isPilot: true }

const traits: Readonly<Record<DossierStatus, StatusTraits>> = {
  draft: inFiling,
  accepted: inFiling,
  supplement: inFiling,
  filed: inFiling,
  'filing-refused': inFiling,
  'not-accepted': inFiling,
  withdrawn: inFiling,
  closed: inFiling,
  'pilot-applied': none,
  'division-review': meetsPanel,
  'division-rejected': none,
  'panel-review': meetsPanel,
  'panel-rejected': none,
  'review-again': meetsPanel,
  'awaiting-consultation': nearBatch,
  decided: nearBatch,
  'not-decided': none,
  deferred: nearBatch,
  'in-batch': nearBatch,
  piloting: pilot,
  expired: pilot,
  revoked: none,
}

/** What is true of a status. */
export const traitsOf = (status: DossierStatus): StatusTraits => traits[status]

/** Every status of which a trait is true, in the order of the way. */
export const statusesThat = (trait: keyof StatusTraits): readonly DossierStatus[] =>
  dossierStatuses.filter((status) => traits[status][trait])
