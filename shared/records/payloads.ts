import type { z } from 'zod'
import { recordKinds, type RecordType } from './record-kinds'

export { bundleKinds, headSchema, type BundleKind, type ChainHead } from './kinds/bundle'
export { contestableTypes, type ContestableType } from './kinds/contestable'
export { deskRoles, deskStatementSchema, type DeskStatement } from './kinds/desk'
export type { WrittenFile } from './kinds/written-file'
export { isRecordType, type RecordType } from './record-kinds'

type Schemas = { readonly [T in RecordType]: (typeof recordKinds)[T]['schema'] }

/** What a record of each kind carries. */
export const payloadSchemas = Object.fromEntries(
  Object.entries(recordKinds).map(([type, { schema }]) => [type, schema]),
) as unknown as Schemas

export type Payload<T extends RecordType> = Readonly<z.infer<Schemas[T]>>
export type PayloadInput<T extends RecordType> = z.input<Schemas[T]>

/** What a screen asks the journal to append: a kind and its payload; the host adds author, order and signature. */
export type Action = { readonly [T in RecordType]: { readonly type: T; readonly payload: PayloadInput<T> } }[RecordType]
