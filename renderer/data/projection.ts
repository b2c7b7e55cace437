import { Dexie } from 'dexie'
import { statementsOf } from '@shared/records/projection'
import { parseJournalRecord, type JournalRecord, type RecordEnvelope } from '@shared/records/record'
import type { DeskDatabase } from './database'
import { historyPages } from './history'
import { addMarks, marksAsText, marksFromText, SealedRowBroken, type PlainRow } from './row-cipher'
import { metaTable } from './sealed-tables'
import { settleRows } from './settle-rows'

/**
 * Applies records to the tables in one transaction, together with how many are applied. Every row is settled anew out of
 * everything that was said of it, so that order, splits and repetitions change nothing.
 * @returns the records that this version of the application does not understand.
 */
export async function applyRecords(
  db: DeskDatabase,
  envelopes: readonly RecordEnvelope[],
  applied: { readonly count: number; readonly deskKeyId: string },
): Promise<readonly RecordEnvelope[]> {
  const { records, unknown } = parseRecords(envelopes)
  const statements = records.flatMap(statementsOf)
  const undoings = statements.filter(({ table }) => table === 'importUndoings')
  const others = statements.filter(({ table }) => table !== 'importUndoings')
  await db.transaction('rw', db.tables, async () => {
    await db.history.bulkPut(historyPages(records))
    // First what is undone, for it decides what counts in every other row.
    await settleRows(db, undoings)
    const touched = undoings.flatMap((change) => (change.table === 'importUndoings' ? change.row.value.recordIds : []))
    await settleRows(db, others, touched)
    await db.meta.put({
      key: 'applied',
      count: applied.count,
      headId: envelopes.at(-1)?.id ?? null,
      deskKeyId: applied.deskKeyId,
      marks: await sumOfMarks(db),
    })
  })
  return unknown
}

/** Records, and those that this version of the application does not understand. */
export function parseRecords(envelopes: readonly RecordEnvelope[]): {
  readonly records: readonly JournalRecord[]
  readonly unknown: readonly RecordEnvelope[]
} {
  const unknown: RecordEnvelope[] = []
  const records: JournalRecord[] = []
  for (const envelope of envelopes) {
    const parsed = parseJournalRecord(envelope)
    if ('record' in parsed) records.push(parsed.record)
    else unknown.push(envelope)
  }
  return { records, unknown }
}

/** The sum of the marks of all rows as this transaction leaves them. */
async function sumOfMarks(db: DeskDatabase): Promise<string> {
  const before = (await db.meta.get('applied'))?.marks ?? '0'
  const { idbtrans } = Dexie.currentTransaction
  return marksAsText(addMarks(marksFromText(before), db.ledger.changeOf(idbtrans)))
}

/**
 * Whether the rows in the database are the very ones that were written last, each in its last version.
 * Reads every row, opens none.
 */
export async function isAsWritten(db: DeskDatabase): Promise<boolean> {
  try {
    const meta = await db.meta.get('applied')
    return marksFromText(meta?.marks ?? '0') === (await countMarks(db))
  } catch (error) {
    if (error instanceof SealedRowBroken) return false
    throw error
  }
}

async function countMarks(db: DeskDatabase): Promise<bigint> {
  const names = db.tables.map((table) => table.name).filter((name) => name !== metaTable)
  const transaction = db.backendDB().transaction(names, 'readonly')
  const lists = await Promise.all(
    names.map(async (name) => [name, await readAll(transaction.objectStore(name))] as const),
  )
  let marks = 0n
  for (const [name, rows] of lists) for (const row of rows) marks = addMarks(marks, db.cipher.markOf(name, row))
  return marks
}

const readAll = (store: IDBObjectStore): Promise<readonly PlainRow[]> =>
  new Promise((resolve, reject) => {
    const request = store.getAll() as IDBRequest<PlainRow[]>
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error(`${store.name} cannot be read`))
  })
