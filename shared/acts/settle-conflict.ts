import { dossierContentHash } from '../domain/dossier'
import type { DossierId } from '../domain/ids'
import { err, ok } from '../lib/result'
import type { ContestableType, Payload } from '../records/payloads'
import { gapAt, type Decided, type Person } from './act'

/** One statement of a contested row: whose it is, when it was made, what it says. */
export type Statement = {
  readonly recordId: string
  readonly author: string
  /** Local clock of the author. */
  readonly at: string
  readonly value: Readonly<Record<string, unknown>>
}

/** A row of which people who had not known of each other said different things. */
export type Contest = {
  readonly contested: ContestableType
  readonly rowId: string
  readonly dossierIds: readonly string[]
  readonly rivals: readonly Statement[]
}

/**
 * A person's choice: one of the statements (`chosen`), or a third text (`chosen` null, `value` by hand). It holds on
 * every desk that gets the record. Gaps: `reason`. Pure.
 */
export function settleConflict(
  { contested, rowId, dossierIds, rivals }: Contest,
  { chosen, value }: { readonly chosen: Statement | null; readonly value: Statement['value'] },
  { reason, by }: Person & { readonly reason: string },
): Decided {
  if (reason.trim() === '') return err([gapAt('reason', 'need-reason')])
  const payload = {
    contested,
    rowId,
    dossierIds: [...dossierIds] as DossierId[],
    recordIds: rivals.map(({ recordId }) => recordId),
    chosen: chosen === null ? null : { recordId: chosen.recordId, author: chosen.author, at: chosen.at },
    value: contested === 'dossier.saved' && chosen === null ? rehashed(value) : value,
    reason: reason.trim(),
    by,
  }
  return ok([{ type: 'conflict.resolved', payload }])
}

/** A dossier that was put together by hand has a hash of its own. */
function rehashed(value: Statement['value']): Statement['value'] {
  const { content } = value as Pick<Payload<'dossier.saved'>, 'content'>
  return { ...value, contentHash: dossierContentHash(content) }
}
