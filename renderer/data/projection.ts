import { Dexie } from 'dexie'
import { historyRow, projectRecord, type PayloadTable } from '@shared/records/projection'
import { parseRecord, recordStamp, type JournalRecord, type RecordEnvelope } from '@shared/records/record'
import type { DeskDatabase } from './database'
import { addMarks, marksAsText, marksFromText, SealedRowBroken, type PlainRow } from './row-cipher'
import { metaTable } from './sealed-tables'

/**
 * Applies records to the tables in one transaction, together with how many are applied.
 * Per row the newest stamp wins, so replaying any of them again changes nothing.
 * @returns the records that this version of the application does not understand.
 */
export async function applyRecords(
  db: DeskDatabase,
  envelopes: readonly RecordEnvelope[],
  applied: { readonly count: number; readonly deskKeyId: string },
): Promise<readonly RecordEnvelope[]> {
  const unknown: RecordEnvelope[] = []
  const records: JournalRecord[] = []
  for (const envelope of envelopes) {
    const parsed = parseRecord(envelope)
    if ('record' in parsed) records.push(parsed.record)
    else unknown.push(envelope)
  }
  records.sort((a, b) => (recordStamp(a) < recordStamp(b) ? -1 : 1))
  await db.transaction('rw', db.tables, async () => {
    for (const [name, rows] of rowsByTable(records)) await putNewest(db, name, rows)
    await db.history.bulkPut(records.map(historyRow))
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

type AnyRow = { readonly id: string; readonly stamp: string }

function rowsByTable(records: readonly JournalRecord[]): ReadonlyMap<PayloadTable, readonly AnyRow[]> {
  const byTable = new Map<PayloadTable, AnyRow[]>()
  for (const { table, row } of records.map(projectRecord)) {
    const rows = byTable.get(table)
    if (rows === undefined) byTable.set(table, [row])
    else rows.push(row)
  }
  return byTable
}

async function putNewest(db: DeskDatabase, name: PayloadTable, rows: readonly AnyRow[]) {
  // Later rows of one batch win over earlier ones: they come sorted by stamp.
  const latest = new Map(rows.map((row) => [row.id, row]))
  const table = db.table<{ id: string; stamp: string }, string>(name)
  const present = await table.bulkGet([...latest.keys()])
  for (const row of present) {
    const incoming = row === undefined ? undefined : latest.get(row.id)
    if (row !== undefined && incoming !== undefined && row.stamp >= incoming.stamp) latest.delete(row.id)
  }
  await table.bulkPut([...latest.values()])
}
