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

/** A fold that takes its records as they come. */
export class Folding {
  readonly #slots = new Map<string, Slot>()
  readonly #seen = new Set<string>()

  /** @returns the slots that this record is the first to speak of, each with what it says of it */
  add(record: JournalRecord): readonly Slot[] {
    if (this.#seen.has(record.id)) return []
    this.#seen.add(record.id)
    return statementsOf(record)
      .map((change) => addClaim(this.#slots, change))
      .filter(({ claims }) => claims.length === 1)
  }

  finish(): FoldedDesk {
    return settleSlots(this.#slots)
  }
}

function settleSlots(slots: ReadonlyMap<string, Slot>): FoldedDesk {
  const tables = Object.fromEntries(recordTypes.map((type) => [tableOf(type), new Map<string, AnyRow>()])) as Record<
    PayloadTable,
    Map<string, AnyRow>
  >
  const conflicts = new Map<string, Conflict>()
  const hidden = hiddenBy([...slots.values()].flatMap(undoingOf))
  for (const [slot, { table, rowId, claims }] of slots) {
    const { shown, rivals } = settleRow(table, claims, hidden)
    if (shown !== null) tables[table].set(rowId, shown)
    if (rivals.length > 0) conflicts.set(slot, { slot, table, rivals })
  }
  return { state: tables as unknown as DeskState, conflicts, slots, hidden }
}

/** Puts what a record states of a row beside what others state of it. */
export function addClaim(slots: Map<string, Slot>, change: RowChange): Slot {
  const key = slotKey(change)
  const slot = slots.get(key) ?? { table: change.table, rowId: change.row.id, claims: [] }
  slot.claims.push(change.row)
  slots.set(key, slot)
  return slot
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
