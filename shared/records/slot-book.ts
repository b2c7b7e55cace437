import { isRecordType, type Action } from './payloads'
import { slotKey, statementsOf } from './projection'
import { tableOf } from './record-kinds'
import { recordStamp, type JournalRecord, type RecordEnvelope } from './record'
import { rowId, type Spoken } from './row-id'
import { Lineage, type Claim } from './lineage'
import { headsOf } from './settle'

type Undoing = Claim & { readonly hides: readonly string[] }

export type SlotBookContent = {
  /** By slot. */
  readonly claims: Iterable<readonly [slot: string, claims: readonly Claim[]]>
  /** By bundle. */
  readonly undoings: Iterable<readonly [bundleId: string, undoing: Undoing]>
}

/** Who said something of which row, without what: enough to tell what a new record of this desk builds on. */
export class SlotBook {
  readonly #claims = new Map<string, Claim[]>()
  readonly #undoings = new Map<string, Undoing>()

  /** Takes a record of the journal, as its author signed it. Kinds that this version does not know say nothing here. */
  add(record: RecordEnvelope): void {
    if (!isRecordType(record.type)) return
    const stamp = recordStamp(record)
    const { id: recordId, refs } = record
    this.#put(slotKey({ table: tableOf(record.type), row: { id: rowId(record as JournalRecord) } }), {
      recordId,
      stamp,
      refs,
    })
    if (record.type === 'conflict.resolved') {
      const [, contested] = statementsOf(record as JournalRecord)
      if (contested !== undefined) {
        this.#put(slotKey(contested), { recordId, stamp, refs: contested.row.refs, choice: contested.row.choice })
      }
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

  /**
   * Ids of the statements that an action of this author builds on: those that stand, the one that shows first, and of every
   * other author the newest that their writers knew.
   */
  refsFor(action: Action, author: string): readonly string[] {
    // A choice knows exactly what the person was shown.
    if (action.type === 'conflict.resolved') return action.payload.recordIds
    const spoken = { id: '', type: action.type, payload: action.payload } as { id: string } & Spoken
    const claims = this.#claims.get(slotKey({ table: tableOf(action.type), row: { id: rowId(spoken) } })) ?? []
    const hidden = new Set([...this.#undoings.values()].flatMap(({ hides }) => hides))
    // What the statements say is not kept here: all that stand are named, whether they agree or not.
    const lineage = new Lineage(claims, ({ recordId }) => recordId)
    const heads = headsOf(lineage, hidden).toReversed()
    const known = new Set(heads.flatMap((head) => lineage.knownTo(head)))
    const newest = new Map(lineage.claims.filter((claim) => known.has(claim)).map((claim) => [writerOf(claim), claim]))
    newest.delete(author)
    return [...new Set([...heads, ...newest.values()])].map(({ recordId }) => recordId)
  }

  /** Ids of the records whose statements of a row hold now: more than one where people have yet to choose. */
  standing(slot: string): readonly string[] {
    const hidden = new Set([...this.#undoings.values()].flatMap(({ hides }) => hides))
    const lineage = new Lineage(this.#claims.get(slot) ?? [], ({ recordId }) => recordId)
    return headsOf(lineage, hidden).map(({ recordId }) => recordId)
  }

  /** Everything in it, to be read by `SlotBook.from`. */
  get content(): SlotBookContent {
    return { claims: this.#claims, undoings: this.#undoings }
  }

  /** The book with what another one held. */
  static from({ claims, undoings }: SlotBookContent): SlotBook {
    const book = new SlotBook()
    for (const [slot, own] of claims) book.#claims.set(slot, [...own])
    for (const [bundleId, undoing] of undoings) book.#undoings.set(bundleId, undoing)
    return book
  }

  #put(slot: string, claim: Claim): void {
    const claims = this.#claims.get(slot)
    if (claims === undefined) this.#claims.set(slot, [claim])
    else claims.push(claim)
  }
}

const writerOf = ({ stamp }: Claim): string => stamp.split('.')[1] ?? ''
