import { slotKey, statementsOf, type Row, type RowChange } from './projection'
import type { JournalRecord } from './record'
import { recordTypes, tableOf, type PayloadTable } from './record-kinds'
import { settleRow } from './settle'

/** All tables in memory, for the command line and for tests; the renderer keeps the same rows in Dexie. */
export type DeskState = { readonly [N in PayloadTable]: ReadonlyMap<string, Row<N>> }

export type AnyRow = RowChange['row']

/** Statements of one row among which a person has to choose, in the order of their stamps. */
export type Conflict = { readonly slot: string; readonly table: PayloadTable; readonly rivals: readonly AnyRow[] }

/** Everything said of one row. */
export type Slot = { readonly table: PayloadTable; readonly rowId: string; readonly claims: AnyRow[] }

export type FoldedDesk = {
  readonly state: DeskState
  /** By slot. */
  readonly conflicts: ReadonlyMap<string, Conflict>
  /** By slot. */
  readonly slots: ReadonlyMap<string, Slot>
  /** Ids of records whose import was undone. */
  readonly hidden: ReadonlySet<string>
}

/** Folds records into tables. Any order, split or repetition gives the same state. */
export const foldRecords = (records: Iterable<JournalRecord>): DeskState => foldDesk(records).state

/** The same, with the conflicts and everything that was said. */
export function foldDesk(records: Iterable<JournalRecord>): FoldedDesk {
  const folding = new Folding()
  for (const record of records) folding.add(record)
  return folding.finish()
}

/**
 * A fold that takes its records as they come. What `finish` hands out stays what it is, whatever is added later; to
 * finish again costs no more than the rows that were spoken of since, but for an import that was undone or redone.
 */
export class Folding {
  readonly #slots = new Map<string, Slot>()
  readonly #seen = new Set<string>()
  /** Slots that nobody was handed yet: they may be written to. */
  #own = new Set<Slot>()
  /** Slots that were spoken of since the last finish. */
  #touched = new Set<string>()
  #folded: FoldedDesk | null = null

  /** @returns the slots that this record is the first to speak of, each with what it says of it */
  add(record: JournalRecord): readonly Slot[] {
    if (this.#seen.has(record.id)) return []
    this.#seen.add(record.id)
    return statementsOf(record)
      .map((change) => this.#addClaim(change))
      .filter(({ claims }) => claims.length === 1)
  }

  finish(): FoldedDesk {
    if (this.#folded === null || this.#touched.size > 0) {
      this.#folded = settleSlots(this.#slots, this.#touched, this.#folded)
      this.#touched = new Set()
      this.#own = new Set()
    }
    return this.#folded
  }

  /** Puts what a record states of a row beside what others state of it. */
  #addClaim(change: RowChange): Slot {
    const key = slotKey(change)
    this.#touched.add(key)
    const present = this.#slots.get(key)
    if (present !== undefined && this.#own.has(present)) {
      present.claims.push(change.row)
      return present
    }
    const slot = { table: change.table, rowId: change.row.id, claims: [...(present?.claims ?? []), change.row] }
    this.#slots.set(key, slot)
    this.#own.add(slot)
    return slot
  }
}

type Tables = Record<PayloadTable, Map<string, AnyRow>>

const noTables = (): Tables =>
  Object.fromEntries(recordTypes.map((type) => [tableOf(type), new Map<string, AnyRow>()])) as Tables

/**
 * Settles what was touched anew on top of `before`; everything, where there is none or where other records are hidden
 * now.
 */
function settleSlots(
  slots: ReadonlyMap<string, Slot>,
  touched: ReadonlySet<string>,
  before: FoldedDesk | null,
): FoldedDesk {
  const hidden = hiddenIn(slots, touched, before)
  const isSame = before !== null && hidden === before.hidden
  const tables: Tables = isSame ? { ...(before.state as unknown as Tables) } : noTables()
  const conflicts = new Map(isSame ? before.conflicts : [])
  const copied = new Set<PayloadTable>(isSame ? [] : (Object.keys(tables) as PayloadTable[]))
  for (const key of isSame ? touched : slots.keys()) {
    const slot = slots.get(key)
    if (slot === undefined) continue
    const { table, rowId, claims } = slot
    if (!copied.has(table)) {
      tables[table] = new Map(tables[table])
      copied.add(table)
    }
    const { shown, rivals } = settleRow(table, claims, hidden)
    if (shown === null) tables[table].delete(rowId)
    else tables[table].set(rowId, shown)
    if (rivals.length > 0) conflicts.set(key, { slot: key, table, rivals })
    else conflicts.delete(key)
  }
  return { state: tables as unknown as DeskState, conflicts, slots: new Map(slots), hidden }
}

/** What stands hidden: the very set of before, unless an import was undone or redone since. */
function hiddenIn(
  slots: ReadonlyMap<string, Slot>,
  touched: ReadonlySet<string>,
  before: FoldedDesk | null,
): ReadonlySet<string> {
  const isTouched = [...touched].some((key) => slots.get(key)?.table === 'importUndoings')
  return before !== null && !isTouched ? before.hidden : hiddenBy([...slots.values()].flatMap(undoingOf))
}

/** Ids hidden by imports that stand undone. */
export const hiddenBy = (undoings: readonly Pick<Row<'importUndoings'>, 'value'>[]): ReadonlySet<string> =>
  new Set(undoings.flatMap(({ value }) => (value.redone ? [] : value.recordIds)))

const nothing: ReadonlySet<string> = new Set()

function undoingOf({ table, claims }: Slot): readonly Row<'importUndoings'>[] {
  if (table !== 'importUndoings') return []
  const { shown } = settleRow(table, claims as Row<'importUndoings'>[], nothing)
  return shown === null ? [] : [shown]
}
