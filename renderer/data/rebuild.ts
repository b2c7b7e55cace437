import { Folding } from '@shared/records/desk-state'
import { slotKey } from '@shared/records/projection'
import type { PayloadTable } from '@shared/records/record-kinds'
import type { JournalRecord } from '@shared/records/record'
import type { DeskDatabase, MetaRow } from './database'
import { historyPages } from './history'
import { addMarks, marksAsText, type PlainRow } from './row-cipher'
import { clearPaths } from './sealed-tables'
import { conflictRow, shelvedRow } from './settle-rows'
import { summariesIn } from './summaries-in'
import { summaryPages, summaryTable } from './summary-book'

/** Rows encrypted, and then written, at a time. */
const portionSize = 1000

/** A row that was written before everything was said of it. */
type EarlyRow = { readonly recordId: string; readonly mark: bigint }

/**
 * Fills the tables of an empty database with what all records together say: the same rows as `applyRecords` settles one
 * portion after the other, but nothing is read from it. What a row says first is written while the next records are
 * still on their way, for most rows are spoken of once; what turns out otherwise is written again in the end. What is
 * applied is noted last: a database left half-filled is found unsound and built anew.
 */
export class TableFilling {
  readonly #folding = new Folding()
  /** By slot. */
  readonly #early = new Map<string, EarlyRow>()
  /** By table. */
  readonly #marks = new Map<string, bigint>()
  #written: Promise<void> = Promise.resolve()

  constructor(private readonly db: DeskDatabase) {}

  /** Takes the next records. Their writing goes on when this answers. */
  async take(records: readonly JournalRecord[]): Promise<void> {
    const rows = new RowsByTable()
    const recordIds = new Map<string, string>()
    for (const record of records) {
      for (const { table, rowId, claims } of this.#folding.add(record)) {
        rows.add(table, ...claims)
        recordIds.set(slotKey({ table, row: { id: rowId } }), record.id)
      }
    }
    for (const [table, portion] of rows.portions()) {
      const marks = await this.#write(table, portion)
      for (const [index, { id }] of portion.entries()) {
        const slot = slotKey({ table: table as PayloadTable, row: { id: String(id) } })
        this.#early.set(slot, { recordId: recordIds.get(slot) ?? '', mark: marks[index] ?? 0n })
      }
    }
    await this.#writeAndCount('history', historyPages(records))
  }

  /** Writes what is left, and notes what is applied. */
  async finish(applied: Omit<MetaRow, 'key' | 'marks'>): Promise<void> {
    const { state, slots, conflicts, hidden } = this.#folding.finish()
    const rows = new RowsByTable()
    const gone = new Map<string, string[]>()
    for (const [slot, { table, rowId, claims }] of slots) {
      const shown = (state[table] as ReadonlyMap<string, PlainRow>).get(rowId)
      const early = this.#early.get(slot)
      for (const claim of claims) {
        if (claim.recordId !== shown?.['recordId']) rows.add('shelved', shelvedRow(slot, rowId, claim))
        else if (claim.recordId !== early?.recordId) rows.add(table, claim)
        else this.#count(table, [early.mark])
      }
      if (shown === undefined) gone.set(table, [...(gone.get(table) ?? []), rowId])
    }
    for (const { slot, table, rivals } of conflicts.values()) {
      rows.add('conflicts', conflictRow(slot, table, slot.slice(table.length + 1), rivals))
    }
    rows.add(summaryTable, ...summaryPages(await summariesIn({ state, slots, hidden })))
    for (const [table, portion] of rows.portions()) await this.#writeAndCount(table, portion)
    for (const [table, ids] of gone) await this.#write(table, [], ids)
    await this.#written
    const marks = Object.fromEntries([...this.#marks].map(([table, sum]) => [table, marksAsText(sum)]))
    await this.db.meta.put({ key: 'applied', ...applied, marks })
  }

  #count(table: string, marks: readonly bigint[]): void {
    this.#marks.set(table, marks.reduce(addMarks, this.#marks.get(table) ?? 0n))
  }

  async #writeAndCount(table: string, rows: readonly PlainRow[]): Promise<void> {
    this.#count(table, await this.#write(table, rows))
  }

  /**
   * Begins to write rows, and to take others away, once what was begun before is written.
   * @returns the marks of the rows
   */
  async #write(table: string, rows: readonly PlainRow[], gone: readonly string[] = []): Promise<readonly bigint[]> {
    const marked = await this.db.cipher.sealMany(table, rows, clearPaths(this.db.table(table).core.schema))
    await this.#written
    this.#written = writeRows(
      this.db,
      table,
      marked.map(({ row }) => row),
      gone,
    )
    // Heard at the next writing; until then a failure is nobody's.
    this.#written.catch(() => undefined)
    return marked.map(({ mark }) => mark)
  }
}

class RowsByTable {
  readonly #tables = new Map<string, PlainRow[]>()

  add(table: string, ...rows: readonly PlainRow[]): void {
    const known = this.#tables.get(table)
    if (known === undefined) this.#tables.set(table, [...rows])
    else known.push(...rows)
  }

  *portions(): Generator<readonly [table: string, rows: readonly PlainRow[]]> {
    for (const [table, rows] of this.#tables) {
      for (let from = 0; from < rows.length; from += portionSize) yield [table, rows.slice(from, from + portionSize)]
    }
  }
}

/** Rows as they are, past Dexie. Whether they reached the disk is decided by the last writing, which waits for it. */
const writeRows = (
  db: DeskDatabase,
  table: string,
  rows: readonly PlainRow[],
  gone: readonly string[],
): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = db.backendDB().transaction(table, 'readwrite', { durability: 'relaxed' })
    const store = transaction.objectStore(table)
    for (const row of rows) store.put(row)
    for (const id of gone) store.delete(id)
    transaction.oncomplete = () => {
      resolve()
    }
    transaction.onabort = () => {
      reject(transaction.error ?? new Error(`${table} cannot be written`))
    }
    transaction.commit()
  })
