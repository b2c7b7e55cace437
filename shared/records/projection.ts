import type { JournalRecord } from './record'
import { recordStamp } from './record'
import type { Payload, RecordType } from './payloads'
import { tableOf, type PayloadTable, type TypesWith } from './record-kinds'
import { rowId, rowIdOf, type KnownBy } from './row-id'

type RowBase = {
  readonly id: string
  /** (lamport, author, seq) of the record that wrote the row: the newer stamp wins, whatever came first. */
  readonly stamp: string
  readonly recordId: string
  readonly author: string
  /** Local clock of the author, ISO instant. */
  readonly at: string
  /** Ids of records that the writer had seen, among them the statements of this row that it builds on. */
  readonly refs: readonly string[]
  /** Of a row that a person chose between rivals: the statements that he or she was shown. */
  readonly choice?: readonly string[] | undefined
}

/** Row of a table: what the record said, and which record said it. */
export type Row<N extends PayloadTable> = RowBase & { readonly value: Payload<TypesWith<'table', N>> }

/** One line of the audit trail: every record has one. */
export type HistoryRow = {
  readonly id: string
  readonly stamp: string
  readonly type: RecordType
  readonly author: string
  readonly at: string
  readonly dossierIds: readonly string[]
  /** The row that the record speaks of: `slotKey`. */
  readonly slot: string
}

export type RowChange = { [N in PayloadTable]: { readonly table: N; readonly row: Row<N> } }[PayloadTable]

/**
 * The row that a record writes. Pure, and independent of every other record: applying the changes of a set of records
 * in any order, by newest stamp per row, gives the same tables (commutative, associative, idempotent).
 */
export function projectRecord(record: JournalRecord): RowChange {
  const row = {
    id: rowId(record),
    stamp: recordStamp(record),
    recordId: record.id,
    author: record.author,
    at: record.at,
    refs: record.refs,
    value: record.payload,
  }
  return { table: tableOf(record.type), row } as unknown as RowChange
}

/** Name of a row among all tables. */
export const slotKey = ({ table, row }: { readonly table: PayloadTable; readonly row: { readonly id: string } }) =>
  `${table}/${row.id}`

/** The same of the row that a kind of record speaks of. */
export const slotOf = <T extends RecordType>(type: T, ...known: KnownBy<T>): string =>
  slotKey({ table: tableOf(type), row: { id: rowIdOf(type, ...known) } })

/**
 * Everything that a record states: its own row, and for a choice between rivals the contested row, with the value that
 * was chosen, in the name of whose it is.
 */
export function statementsOf(record: JournalRecord): readonly RowChange[] {
  const own = projectRecord(record)
  if (record.type !== 'conflict.resolved') return [own]
  const { contested, rowId: id, recordIds, chosen, value } = record.payload
  const row = {
    ...own.row,
    id,
    author: chosen?.author ?? record.author,
    at: chosen?.at ?? record.at,
    refs: recordIds,
    choice: recordIds,
    value,
  }
  return [own, { table: tableOf(contested), row } as unknown as RowChange]
}

/** Dossiers that a record speaks of: for the timeline, and to choose what an archive carries. */
export const dossiersOf = (record: JournalRecord): readonly string[] => dossiersOfValue(record.payload)

/** The same of what a row says. */
export function dossiersOfValue(value: unknown): readonly string[] {
  const { dossierId, dossierIds } = value as { dossierId?: string | null; dossierIds?: readonly string[] }
  if (dossierId !== undefined && dossierId !== null) return [dossierId]
  return dossierIds ?? []
}

export const historyRow = (record: JournalRecord): HistoryRow => ({
  id: record.id,
  stamp: recordStamp(record),
  type: record.type,
  author: record.author,
  at: record.at,
  dossierIds: dossiersOf(record),
  slot: slotKey(statementsOf(record).at(-1) ?? projectRecord(record)),
})
