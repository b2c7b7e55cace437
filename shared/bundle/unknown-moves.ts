import type { DossierId, KeyId } from '../domain/ids'
import type { Payload } from '../records/payloads'
import { statementsOf } from '../records/projection'
import { isArrival, isMoveOfTable } from '../workflow/status-moves'
import type { BundleRecord } from './incoming'

/**
 * A move of another desk that the status table does not have. It is merged like all that was said; a person shall know.
 */
export type UnknownMove = Pick<Payload<'status.set'>, 'action' | 'from' | 'to' | 'on' | 'by'> & {
  readonly recordId: string
  readonly dossierId: DossierId
  readonly author: KeyId
}

/**
 * Every such move among the records that would be taken, also one that was chosen out of a conflict; in their order.
 */
export const unknownMoves = (
  records: readonly BundleRecord[],
  isTaken: (recordId: string) => boolean,
): readonly UnknownMove[] =>
  records.flatMap((incoming) => {
    if (incoming.kind !== 'read' || !isTaken(incoming.record.id)) return []
    const { id: recordId, author } = incoming.record
    return statementsOf(incoming.record).flatMap(({ table, row }) => {
      if (table !== 'statuses') return []
      const { dossierId, action, from, to, on, by } = row.value
      const move = { action, from, to }
      if (isMoveOfTable(move) || isArrival(move)) return []
      return [{ recordId, dossierId, author, ...move, on, by }]
    })
  })
