import { payloadSchemas, type Action } from '@shared/records/payloads'
import { isArrival, isMoveOfTable } from '@shared/workflow/status-moves'
import { fail } from '../failure'

/**
 * Holds every move that this desk is about to record against the status table: its way from one status to the other, by its
 * action. A dossier that comes as a file may be set down where its acts carry it, in one append with its first version.
 * @throws HostFailure `journal.unknown-move`
 */
export function refuseUnknownMoves(actions: readonly Action[]): void {
  const brought = new Set<string>()
  for (const action of actions) {
    if (action.type === 'dossier.saved') brought.add(action.payload.dossierId)
    if (action.type !== 'status.set') continue
    const move = payloadSchemas['status.set'].parse(action.payload)
    if (isMoveOfTable(move) || (isArrival(move) && brought.has(move.dossierId))) continue
    fail('journal.unknown-move', { dossierId: move.dossierId, action: move.action, from: move.from, to: move.to })
  }
}
