import { Dexie, type EntityTable, type Table } from 'dexie'
import type { AnyRow } from '@shared/records/desk-state'
import type { HistoryRow, Row } from '@shared/records/projection'
import { kindOf, recordTypes, tableOf, type PayloadTable } from '@shared/records/record-kinds'
import type { SummaryPage } from './dossier-summary'
import type { RowCipher } from './row-cipher'
import { MarkLedger, sealTables } from './sealed-tables'

/** Lines of the audit trail that were applied together: one row, for a row for each costs seconds in ten thousand. */
export type HistoryPage = {
  /** Hash over the ids of the records. */
  readonly id: string
  /** Of the first line. */
  readonly stamp: string
  readonly dossierIds: readonly string[]
  readonly lines: readonly HistoryRow[]
}

export type MetaRow = {
  readonly key: 'applied'
  readonly count: number
  readonly headId: string | null
  readonly deskKeyId: string
  /** Of every table that has any rows the sum of their marks, see `row-cipher.ts`. */
  readonly marks: Readonly<Record<string, string>>
}

/** A statement of a row that does not show: replaced, beaten by a rival, or hidden by an undone import. */
export type ShelvedRow = Omit<AnyRow, 'id' | 'value'> & {
  /** Slot and record. */
  readonly id: string
  readonly slot: string
  readonly rowId: string
  readonly value: unknown
}

/** A row that people stated differently without knowing of each other, until somebody chooses. */
export type ConflictRow = {
  /** The slot. */
  readonly id: string
  readonly table: PayloadTable
  readonly rowId: string
  readonly dossierIds: readonly string[]
  /** The rival statements, in order. */
  readonly recordIds: readonly string[]
}

/**
 * Raise it whenever the tables change: the database is a projection of the journal and is simply built anew.
 * There are no migrations of rows, for there is nothing in it that the journal does not have.
 */
export const projectionVersion = 14

/** Tables that no kind of record writes. */
const ownStores = {
  shelved: 'id, slot',
  conflicts: 'id, *dossierIds',
  history: 'id, *dossierIds',
  summaries: 'id',
  meta: 'key',
} as const

/** Every table with what its rows are found by, in the words of Dexie. */
const stores: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    recordTypes.map((type) => [tableOf(type), ['id', ...kindOf(type).indexes.map(clear)].join(', ')]),
  ),
  ...ownStores,
}

/** The path of an item of what a row says; a list's entries are each looked up. */
function clear(index: string): string {
  return index.startsWith('*') ? `*value.${index.slice(1)}` : `value.${index}`
}

/**
 * The desk as rows to query: a deterministic fold over the journal (docs/adr/0001). Rows are closed with the desk's own
 * key; indexed paths lie in the clear, so they may name ids, states and days only.
 */
export class DeskDatabase extends Dexie {
  declare history: EntityTable<HistoryPage, 'id'>
  declare shelved: EntityTable<ShelvedRow, 'id'>
  declare conflicts: EntityTable<ConflictRow, 'id'>
  declare summaries: EntityTable<SummaryPage, 'id'>
  declare meta: EntityTable<MetaRow, 'key'>

  readonly ledger = new MarkLedger()

  constructor(
    name: string,
    readonly cipher: RowCipher,
  ) {
    super(name, { chromeTransactionDurability: 'strict' })
    this.version(projectionVersion).stores(stores)
    this.use(sealTables(cipher, this.ledger))
  }

  /** The table of one kind of row. */
  rows<N extends PayloadTable>(name: N): Table<Row<N>, string> {
    return this.table(name)
  }
}
