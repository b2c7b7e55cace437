import { dossierStatuses, type DossierStatus } from '../domain/status'
import { transitions, type StatusAction } from './status-actions'

/** What a record of a move says of it; `action` is any text, for another version may have written it. */
export type StatusMove = { readonly action: string; readonly from: DossierStatus; readonly to: DossierStatus }

/** Whether the status table knows this way from one status to the other, by this very action. */
export const isMoveOfTable = ({ action, from, to }: StatusMove): boolean =>
  transitions.some((row) => row.action === action && row.from.includes(from) && row.to === to)

/**
 * Where a dossier that comes as a file is set down: as far as the file's own acts carry it. Recorded as `accept` out of
 * `draft`, together with the first version of the dossier; no button leads there.
 */
export const arrivals = ['accepted', 'filed', 'filing-refused', 'pilot-applied', 'piloting', 'revoked'] as const
export type Arrival = (typeof arrivals)[number]
export const arrivalAction = 'accept' satisfies StatusAction

/** Whether the move may be the first word on a dossier that came as a file. */
export const isArrival = ({ action, from, to }: StatusMove): boolean =>
  action === arrivalAction && from === 'draft' && arrivals.some((status) => status === to)

/** Whether a status has a row for this action, whatever guards it. */
export const takesAction = (status: DossierStatus, action: StatusAction): boolean =>
  transitions.some((row) => row.action === action && row.from.includes(status))

/** Every status that has a row for one of these actions. */
export const statusesTaking = (...actions: readonly StatusAction[]): readonly DossierStatus[] =>
  dossierStatuses.filter((status) => actions.some((action) => takesAction(status, action)))
