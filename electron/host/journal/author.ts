import { payloadSchemas, type Action } from '@shared/records/payloads'
import { maxLamport, parseRecord, recordId, recordVersion, type RecordEnvelope } from '@shared/records/record'
import type { Identity } from '../keys/identity'
import { signRecordId } from '../keys/signatures'
import { nativeSha256 } from '../lib/native-hash'
import type { Journal } from './journal'

/**
 * Makes signed records of this desk out of actions, in order, following on the journal as it stands. The first of
 * them refers to the heads of other authors that arrived since this desk last wrote: a checkpoint of their chains. Each
 * refers to the statements of its row that this desk knows and replaces: whoever wrote without knowing them is a rival.
 */
export function sealActions(
  actions: readonly Action[],
  identity: Pick<Identity, 'desk' | 'privateKey'>,
  journal: Pick<Journal, 'headOf' | 'lamport' | 'headsSince' | 'refsFor'>,
  at: string,
): RecordEnvelope[] {
  const author = identity.desk.keyId
  const head = journal.headOf(author)
  const arrived = journal.headsSince(author)
  const records: RecordEnvelope[] = []
  for (const [index, action] of actions.entries()) {
    const unsigned = {
      v: recordVersion,
      author,
      seq: (head?.seq ?? 0) + index + 1,
      prev: records.at(-1)?.id ?? head?.id ?? null,
      lamport: Math.min(journal.lamport + index + 1, maxLamport),
      at,
      type: action.type,
      // The journal never holds what its own reader would refuse.
      payload: payloadSchemas[action.type].parse(action.payload) as Record<string, unknown>,
      refs: [...new Set([...journal.refsFor(action, author), ...(index === 0 ? arrived : [])])].slice(0, 1000),
    }
    const id = recordId(unsigned, nativeSha256)
    const record = { ...unsigned, id, sig: signRecordId(id, identity.privateKey) }
    if (action.type === 'conflict.resolved' && 'problem' in parseRecord(record)) {
      throw new Error(`a choice about ${action.payload.rowId} carries no whole statement of that row`)
    }
    records.push(record)
  }
  return records
}
