import type { CalendarDate } from '../domain/date'
import type { DossierId } from '../domain/ids'
import { err, ok, type Result } from '../lib/result'
import type { Action } from '../records/payloads'
import type { StatusAction } from '../workflow/status-actions'
import { arrivalAction, type Arrival } from '../workflow/status-moves'
import type { ActingDossier, Gap, Person } from './act'

type Said = Person & {
  readonly on: CalendarDate
  readonly note?: string
  readonly until?: CalendarDate | null
  readonly paper?: string
}

/**
 * The record of one way of the status table. All that moves a dossier calls this, or `arrive`: nothing else writes
 * `status.set`. A gap if the status does not offer the action, rules are in its way, or its day has not come. Pure.
 */
export function moveStatus(
  {
    file,
    status,
    actions,
  }: { readonly file: Pick<ActingDossier['file'], 'id'> } & Omit<ActingDossier, 'file' | 'contentHash'>,
  action: StatusAction,
  { on, by, note, until, paper }: Said,
): Result<Action, Gap> {
  const offered = actions.find((item) => item.action === action)
  if (offered === undefined) return err({ code: 'not-offered', field: null, rules: [] })
  if (!offered.enabled) {
    const { blockedBy, notBefore } = offered
    if (blockedBy.length > 0 || notBefore === undefined) return err({ code: 'blocked', field: null, rules: blockedBy })
    return err({ code: 'not-yet', field: null, rules: [], day: notBefore })
  }
  const said = {
    on,
    by,
    ...(note !== undefined && { note }),
    ...(until !== undefined && { until }),
    ...(paper !== undefined && { paper }),
  }
  return ok({
    type: 'status.set',
    payload: { dossierId: file.id, action, from: status, to: offered.to, ...said },
  })
}

/** The first word on a dossier that comes as a file, beside its first version. Pure. */
export const arrive = (
  dossierId: DossierId,
  to: Arrival,
  said: Required<Pick<Said, 'by' | 'on' | 'note'>>,
): Action => ({
  type: 'status.set',
  payload: { dossierId, action: arrivalAction, from: 'draft', to, ...said },
})
