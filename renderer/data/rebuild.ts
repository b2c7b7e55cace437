import { foldDesk } from '@shared/records/desk-state'
import type { JournalRecord } from '@shared/records/record'
import type { DeskDatabase, MetaRow } from './database'
import { historyPages } from './history'
import { addMarks, marksAsText, type PlainRow } from './row-cipher'
import { clearPaths } from './sealed-tables'
import { conflictRow, shelvedRow } from './settle-rows'

/** Rows encrypted, and then written, at a time. */
const portionSize = 1000

type Portion = { readonly table: string; readonly rows: readonly PlainRow[] }

/**
 * Fills the tables of an empty database with what all records together say: the same rows as `applyRecords` settles one
 * portion after the other, but nothing is read, each row is written once, and the next rows are encrypted while the browser
 * writes. What is applied is noted last: a database left half-filled is found unsound and built anew.
 * @param onProgress share of the rows that are written, 0 to 1
 */
export async function fillTables(
  db: DeskDatabase,
  records: readonly JournalRecord[],
  applied: Omit<MetaRow, 'key' | 'marks'>,
  onProgress: (share: number) => void,
): Promise<void> {
  const portions = portionsOf(rowsOf(records))
  let marks = 0n
  let written: Promise<void> = Promise.resolve()
  for (const [index, { table, rows }] of portions.entries()) {
    const sealed = await db.cipher.sealMany(table, rows, clearPaths(db.table(table).core.schema))
    await written
    onProgress(index / portions.length)
    written = write(db, table, sealed)
    // Heard below; until then a failure is nobody's.
    written.catch(() => undefined)
    for (const row of sealed) marks = addMarks(marks, db.cipher.markOf(table, row))
  }
  await written
  await db.meta.put({ key: 'applied', ...applied, marks: marksAsText(marks) })
}

function rowsOf(records: readonly JournalRecord[]): ReadonlyMap<string, readonly PlainRow[]> {
  const { state, slots, conflicts } = foldDesk(records)
  const tables = new Map<string, PlainRow[]>([['history', historyPages(records)]])
  const put = (table: string, row: PlainRow): void => {
    const rows = tables.get(table)
    if (rows === undefined) tables.set(table, [row])
    else rows.push(row)
  }
  for (const [slot, { table, rowId, claims }] of slots) {
    const shown = (state[table] as ReadonlyMap<string, PlainRow>).get(rowId)
    for (const claim of claims) {
      if (claim.recordId === shown?.['recordId']) put(table, claim)
      else put('shelved', shelvedRow(slot, rowId, claim))
    }
  }
  for (const { slot, table, rivals } of conflicts.values()) {
    put('conflicts', conflictRow(slot, table, slot.slice(table.length + 1), rivals))
  }
  return tables
}

const portionsOf = (tables: ReadonlyMap<string, readonly PlainRow[]>): readonly Portion[] =>
  [...tables].flatMap(([table, rows]) =>
    Array.from({ length: Math.ceil(rows.length / portionSize) }, (_, index) => ({
      table,
      rows: rows.slice(index * portionSize, (index + 1) * portionSize),
    })),
  )

/** Rows as they are, past Dexie. Whether they reached the disk is decided by the last writing, which waits for it. */
const write = (db: DeskDatabase, table: string, rows: readonly PlainRow[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = db.backendDB().transaction(table, 'readwrite', { durability: 'relaxed' })
    const store = transaction.objectStore(table)
    for (const row of rows) store.put(row)
    transaction.oncomplete = () => {
      resolve()
    }
    transaction.onabort = () => {
      reject(transaction.error ?? new Error(`${table} cannot be written`))
    }
    transaction.commit()
  })
