import { lockStanding, type DossierLock, type LockStanding } from '@shared/domain/dossier-lock'
import type { DeskState, FoldedDesk } from '@shared/records/desk-state'
import type { Action } from '@shared/records/payloads'
import type { Row } from '@shared/records/projection'
import type { RecordEnvelope } from '@shared/records/record'
import { rowIdOf } from '@shared/records/row-id'
import { importingDesk } from '../desk/importing-desk'
import { fileSystemError, HostFailure } from '../lib/failure'
import type { OpenDesk } from '../desk/open-desk'

/** Where a lock stands on this desk, by what is on record. */
export const standingOf = (lock: DossierLock, state: DeskState): LockStanding =>
  lockStanding(
    state.lockSettlements.get(rowIdOf('lock.settled', lock))?.value ?? null,
    state.recusalDeclarations.get(rowIdOf('recusal.declared', lock))?.value ?? null,
    state.recusalDecisions.get(rowIdOf('recusal.decided', lock))?.value ?? null,
  )

/**
 * Destroys what a recused expert may not open: on record first, then the key, then the parts. Removes what newer locks
 * took the place of as well. Does nothing at a division's desk, which wrote the dossiers itself. What a full or failing
 * disk refuses is done at the next opening: the declaration stands, and by it nothing opens meanwhile.
 * @returns the records that were appended
 */
export async function settleLocks(desk: OpenDesk): Promise<readonly RecordEnvelope[]> {
  if (desk.identity.desk.role !== 'expert') return []
  try {
    return await settle(desk)
  } catch (error) {
    if (error instanceof HostFailure || fileSystemError(error) !== null) return []
    throw error
  }
}

async function settle(desk: OpenDesk): Promise<readonly RecordEnvelope[]> {
  const { folded } = await importingDesk(desk)
  const { state } = folded
  const closed = [...state.dossierLocks.values()]
    .map(({ value }) => value)
    .filter((lock) => standingOf(lock, state) === 'recused')
  const actions = closed.map(({ lockId, dossierId }): Action => ({
    type: 'lock.settled',
    payload: { lockId, dossierId, outcome: 'destroyed' },
  }))
  const records = actions.length === 0 ? [] : await desk.append(actions)
  for (const lock of closed) await desk.locked.destroy(lock)
  const held = new Set(await desk.locked.keys.list())
  for (const { value: lock } of held.size === 0 ? [] : allLocks(folded)) {
    const isOver = state.lockSettlements.has(lock.lockId) || isReplaced(lock, state)
    if (held.has(lock.lockId) && isOver) await desk.locked.destroy(lock)
  }
  return records
}

/** A newer lock of the same dossier shows in its place. */
const isReplaced = (lock: DossierLock, state: DeskState): boolean =>
  (state.dossierLocks.get(rowIdOf('dossier.locked', lock))?.value.lockId ?? lock.lockId) !== lock.lockId

/** Every lock that was ever stated here, also those hidden by an undone import. */
const allLocks = ({ slots }: FoldedDesk): readonly Row<'dossierLocks'>[] =>
  [...slots.values()].flatMap(({ table, claims }) =>
    table === 'dossierLocks' ? (claims as Row<'dossierLocks'>[]) : [],
  )
