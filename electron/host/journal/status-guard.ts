import { payloadSchemas, type Action, type Payload } from '@shared/records/payloads'
import { isArrival, isMoveOfTable } from '@shared/workflow/status-moves'
import { fail } from '../lib/failure'

/**
 * Holds every move that this desk is about to record against the status table: its way from one status to the other, by
 * its action. A dossier that comes as a file may be set down where its acts carry it, in one append with its first
 * version. Who settles a conflict may choose any statement that is there, but writes a third one by hand only where the
 * table has it.
 * @throws HostFailure `journal.unknown-move`
 */
export function refuseUnknownMoves(actions: readonly Action[]): void {
  const brought = new Set<string>()
  for (const action of actions) {
    if (action.type === 'dossier.saved') brought.add(action.payload.dossierId)
    if (action.type === 'status.set') {
      const move = payloadSchemas['status.set'].parse(action.payload)
      if (!isMoveOfTable(move) && !(isArrival(move) && brought.has(move.dossierId))) refuse(move)
    }
    if (action.type === 'conflict.resolved' && action.payload.contested === 'status.set') {
      const { chosen, value } = action.payload
      const { data: move } = payloadSchemas['status.set'].safeParse(value)
      if (chosen === null && move !== undefined && !isMoveOfTable(move) && !isArrival(move)) refuse(move)
    }
  }
}

const refuse = ({ dossierId, action, from, to }: Payload<'status.set'>): never =>
  fail('journal.unknown-move', { dossierId, action, from, to })
