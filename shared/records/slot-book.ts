import { isRecordType, type Action } from './payloads'
import { slotKey, statementsOf } from './projection'
import { tableOf } from './record-kinds'
import { recordStamp, type JournalRecord, type RecordEnvelope } from './record'
import { rowId, type Spoken } from './row-id'
import { Lineage, type Claim } from './lineage'
import { headsOf } from './settle'

type Undoing = Claim & { readonly hides: readonly string[] }

/** Imports that were undone or redone, by bundle. */
export type Undoings = Iterable<readonly [bundleId: string, undoing: Undoing]>

/** Where claims lie, by slot. */
export type ClaimShelf = {
  readonly of: (slot: string) => readonly Claim[]
  /** @param isOwn it is what the record says of its own row, not what a choice says of another */
  readonly put: (slot: string, claim: Claim, isOwn: boolean) => void
}

/** Claims in memory. */
function memoryShelf(): ClaimShelf {
  const claims = new Map<string, Claim[]>()
  return {
    of: (slot) => claims.get(slot) ?? [],
    put: (slot, claim) => {
      const present = claims.get(slot)
      if (present === undefined) claims.set(slot, [claim])
      else present.push(claim)
    },
  }
}

/** Who said something of which row, without what: enough to tell what a new record of this desk builds on. */
export class SlotBook {
  readonly #undoings: Map<string, Undoing>

  /** @param shelf in memory unless whoever asks keeps claims elsewhere */
  constructor(
    private readonly shelf: ClaimShelf = memoryShelf(),
    undoings: Undoings = [],
  ) {
    this.#undoings = new Map(undoings)
  }

  /** Takes a record of the journal, as its author signed it. Kinds that this version does not know say nothing here. */
  add(record: RecordEnvelope): void {
    if (!isRecordType(record.type)) return
    const stamp = recordStamp(record)
    const { id: recordId, refs } = record
    const own = slotKey({ table: tableOf(record.type), row: { id: rowId(record as JournalRecord) } })
    this.shelf.put(own, { recordId, stamp, refs }, true)
    if (record.type === 'conflict.resolved') {
      const [, contested] = statementsOf(record as JournalRecord)
      if (contested !== undefined) {
        const { refs: shown, choice } = contested.row
        this.shelf.put(slotKey(contested), { recordId, stamp, refs: shown, choice }, false)
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
   * Ids of the statements that an action of this author builds on: those that stand, the one that shows first, and of
   * every other author the newest that their writers knew.
   */
  refsFor(action: Action, author: string): readonly string[] {
    // A choice knows exactly what the person was shown.
    if (action.type === 'conflict.resolved') return action.payload.recordIds
    const spoken = { id: '', type: action.type, payload: action.payload } as { id: string } & Spoken
    const claims = this.shelf.of(slotKey({ table: tableOf(action.type), row: { id: rowId(spoken) } }))
    // What the statements say is not kept here: all that stand are named, whether they agree or not.
    const lineage = new Lineage(claims, ({ recordId }) => recordId)
    const heads = headsOf(lineage, this.#hidden()).toReversed()
    const known = new Set(heads.flatMap((head) => lineage.knownTo(head)))
    const newest = new Map(lineage.claims.filter((claim) => known.has(claim)).map((claim) => [writerOf(claim), claim]))
    newest.delete(author)
    return [...new Set([...heads, ...newest.values()])].map(({ recordId }) => recordId)
  }

  /** Ids of the records whose statements of a row hold now: more than one where people have yet to choose. */
  standing(slot: string): readonly string[] {
    const lineage = new Lineage(this.shelf.of(slot), ({ recordId }) => recordId)
    return headsOf(lineage, this.#hidden()).map(({ recordId }) => recordId)
  }

  /** For a book over the same claims. */
  get undoings(): Undoings {
    return this.#undoings
  }

  #hidden(): ReadonlySet<string> {
    return new Set([...this.#undoings.values()].flatMap(({ hides }) => hides))
  }
}

const writerOf = ({ stamp }: Claim): string => stamp.split('.')[1] ?? ''
