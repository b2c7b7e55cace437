import type { Payload } from './payloads'
import { kindOf, recordKinds, type RecordType } from './record-kinds'

/** A kind of record with what it carries. */
export type Spoken = { [T in RecordType]: { readonly type: T; readonly payload: Payload<T> } }[RecordType]

/** The row that a record writes within its table. */
export const rowId = ({ id, type, payload }: { readonly id: string } & Spoken): string =>
  kindOf(type).rowId(payload, id)

/** What a row of a kind is known by; its record's id where every record has a row of its own. */
export type KnownBy<T extends RecordType> = Parameters<(typeof recordKinds)[T]['rowId']>

/** The row of a kind that speaks of something: only what the row is known by has to be told. */
export const rowIdOf = <T extends RecordType>(type: T, ...known: KnownBy<T>): string =>
  (recordKinds[type].rowId as (...known: KnownBy<T>) => string)(...known)
