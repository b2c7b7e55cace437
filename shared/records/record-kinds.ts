import type { z } from 'zod'
import { plainRecords } from './kinds/contestable'
import type { RecordKind, Scope, Side } from './kinds/kind'
import { mergingRecords } from './kinds/merging'

/**
 * The table of kinds: one row for each kind of record there is, with everything that the desk, its database, imports,
 * merging, undoing and the audit have to know of it (docs/adr/0021). Adding a kind: docs/CONTRIBUTING.md.
 */
export const recordKinds = { ...plainRecords, ...mergingRecords }

type Kinds = typeof recordKinds
export type RecordType = keyof Kinds
export type TableOf<T extends RecordType> = Kinds[T]['table']
export type PayloadTable = TableOf<RecordType>

/** A row of the table as code reads it that is the same for all kinds. */
type AnyKind = RecordKind<
  z.ZodType,
  PayloadTable,
  (said: unknown, recordId: string) => string,
  Side,
  Scope,
  boolean,
  boolean
>

/** Kinds of which a column says one of some values. */
export type TypesWith<Column extends keyof AnyKind, Value> = {
  [T in RecordType]: Kinds[T][Column] extends Value ? T : never
}[RecordType]

export const recordTypes = Object.keys(recordKinds) as readonly RecordType[]
export const isRecordType = (type: string): type is RecordType => Object.hasOwn(recordKinds, type)

/** What the table says of a kind. Its functions take what a record of that very kind says. */
export const kindOf = (type: RecordType): AnyKind => recordKinds[type] as unknown as AnyKind

/** Kinds of which a column says this, in the order of the table. */
export const typesWith = <Column extends keyof AnyKind, const Value extends AnyKind[Column]>(
  column: Column,
  value: Value,
): readonly TypesWith<Column, Value>[] =>
  recordTypes.filter((type): type is TypesWith<Column, Value> => kindOf(type)[column] === value)

/** Which table a kind writes. The value of a row is what the record says. */
export const tableOf = <T extends RecordType>(type: T): TableOf<T> => recordKinds[type].table

const types = new Map<PayloadTable, RecordType>(recordTypes.map((type) => [tableOf(type), type]))

/** The kind that writes a table. */
export function typeOf(table: PayloadTable): RecordType {
  const type = types.get(table)
  if (type === undefined) throw new Error(`no kind of record writes ${table}`)
  return type
}

/** The index by which the rows of a kind are found that speak of a dossier; null: there is none. */
export function dossierIndexOf(type: RecordType): 'value.dossierId' | 'value.dossierIds' | null {
  const indexes: readonly string[] = kindOf(type).indexes
  if (indexes.includes('dossierId')) return 'value.dossierId'
  return indexes.includes('*dossierIds') ? 'value.dossierIds' : null
}
