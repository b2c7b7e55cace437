import { tableOfType, projectRecord, type PayloadTable, type Row } from './projection'
import type { JournalRecord } from './record'

/** All tables in memory, for the command line and for tests; the renderer keeps the same rows in Dexie. */
export type DeskState = { readonly [N in PayloadTable]: ReadonlyMap<string, Row<N>> }

/** Folds records into tables: per row the newest stamp wins. Any order, split or repetition gives the same state. */
export function foldRecords(records: Iterable<JournalRecord>): DeskState {
  const tables = Object.fromEntries(
    Object.values(tableOfType).map((name) => [name, new Map<string, { readonly stamp: string }>()]),
  ) as Record<PayloadTable, Map<string, { readonly stamp: string }>>
  for (const record of records) {
    const { table, row } = projectRecord(record)
    const present = tables[table].get(row.id)
    if (present === undefined || present.stamp < row.stamp) tables[table].set(row.id, row)
  }
  return tables as unknown as DeskState
}
