import { isRecordType, type Action } from './payloads'
import { statementsOf, slotKey, tableOfType } from './projection'
import { recordStamp, type JournalRecord, type RecordEnvelope } from './record'
import { rowId, type Spoken } from './row-id'
import { knownTo, settle, type Claim } from './settle'

/**
 * Who said something of which row, without what: enough to tell what a new record of this desk builds on. Only what
 * shows counts as known: who edits a row with rivals has seen the one that shows, and the conflict stays open.
 */
export class SlotBook {
  readonly #claims = new Map<string, Claim[]>()
  readonly #undoings = new Map<string, Claim & { readonly hides: readonly string[] }>()

  /** Takes a record of the journal, as its author signed it. Kinds that this version does not know say nothing here. */
  add(record: RecordEnvelope): void {
    if (!isRecordType(record.type)) return
    const stamp = recordStamp(record)
    const { id: recordId, refs } = record
    this.#put(`${tableOfType[record.type]}/${rowId(record as JournalRecord)}`, { recordId, stamp, refs })
    if (record.type === 'conflict.resolved') {
      const [, contested] = statementsOf(record as JournalRecord)
      if (contested !== undefined) this.#put(slotKey(contested), { recordId, stamp, refs: contested.row.refs })
    }
    if (record.type !== 'import.undone') return
    const { bundleId, recordIds, redone } = record.payload as {
      bundleId: string
      recordIds: string[]
      redone?: boolean
    }
    const present = this.#undoings.get(bundleId)
    if (present !== undefined && present.stamp > stamp) return
    this.#undoings.set(bundleId, { recordId: record.id, stamp, refs: [], hides: redone === true ? [] : recordIds })
  }

  /** Ids of the statements that an action replaces: the one that shows, and of every author the newest that it knew. */
  refsFor(action: Action): readonly string[] {
    // A choice knows exactly what the person was shown.
    if (action.type === 'conflict.resolved') return action.payload.recordIds
    const spoken = { id: '', type: action.type, payload: action.payload } as { id: string } & Spoken
    const claims = this.#claims.get(`${tableOfType[action.type]}/${rowId(spoken)}`) ?? []
    const hidden = new Set([...this.#undoings.values()].flatMap(({ hides }) => hides))
    const { shown } = settle(claims, hidden)
    if (shown === null) return []
    const known = knownTo(shown, claims)
    const newest = new Map<string, Claim>()
    for (const claim of claims) {
      if (claim !== shown && !known.has(claim.recordId)) continue
      const author = claim.stamp.split('.')[1] ?? ''
      if ((newest.get(author)?.stamp ?? '') < claim.stamp) newest.set(author, claim)
    }
    return [...newest.values()].map((claim) => claim.recordId)
  }

  #put(slot: string, claim: Claim): void {
    const claims = this.#claims.get(slot)
    if (claims === undefined) this.#claims.set(slot, [claim])
    else claims.push(claim)
  }
}
