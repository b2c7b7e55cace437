import { Dexie } from 'dexie'
import { statementsOf } from '@shared/records/projection'
import { parseJournalRecord, type JournalRecord, type RecordEnvelope } from '@shared/records/record'
import type { DeskDatabase, MetaRow } from './database'
import { historyPages } from './history'
import { addMarks, marksAsText, marksFromText } from './row-cipher'
import { settleRows } from './settle-rows'
import { bookOf } from './summary-book'

/**
 * Applies records to the tables in one transaction, together with how many are applied. Every row is settled anew out
 * of everything that was said of it, so that order, splits and repetitions change nothing.
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
  try {
    await db.transaction('rw', db.tables, async () => {
      await db.history.bulkPut(historyPages(records))
      // First what is undone, for it decides what counts in every other row.
      await settleRows(db, undoings)
      const touched = undoings.flatMap((change) =>
        change.table === 'importUndoings' ? change.row.value.recordIds : [],
      )
      await bookOf(db).refresh(await settleRows(db, others, touched))
      await db.meta.put({
        key: 'applied',
        count: applied.count,
        headId: envelopes.at(-1)?.id ?? null,
        deskKeyId: applied.deskKeyId,
        marks: await sumsOfMarks(db),
      })
    })
  } catch (error) {
    bookOf(db).forget()
    throw error
  }
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

/** The sums of the marks of all rows as this transaction leaves them. */
async function sumsOfMarks(db: DeskDatabase): Promise<MetaRow['marks']> {
  const sums = new Map(Object.entries((await db.meta.get('applied'))?.marks ?? {}))
  const { idbtrans } = Dexie.currentTransaction
  for (const [table, change] of db.ledger.changesOf(idbtrans)) {
    sums.set(table, marksAsText(addMarks(marksFromText(sums.get(table) ?? '0'), change)))
  }
  return Object.fromEntries(sums)
}
