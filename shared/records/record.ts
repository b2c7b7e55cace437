import { z } from 'zod'
import { canonicalJson } from '../lib/canonical-json'
import { sha256OfText } from '../lib/sha256'
import { readTolerantly } from '../lib/unknown-fields'
import { instantSchema } from '../domain/date'
import { keyIdSchema, sha256Schema } from '../domain/ids'
import { isRecordType, payloadSchemas, type ContestableType, type Payload, type RecordType } from './payloads'
import { kindOf } from './record-kinds'
import { rowId, type Spoken } from './row-id'

/** Version of the envelope and of its payload. A higher one was written by a newer version (docs/adr/0014). */
export const recordVersion = 1

/** Signed over with the id, so that no signature of another kind of thing can pass for a record's. */
export const recordDomainTag = 'lianshen/record/1'

/**
 * Where the logical clock stands still: a record that claims the end of all numbers can neither stop a desk from
 * writing nor from being read by others. Twelve digits, as `recordStamp` has places.
 */
export const maxLamport = 999_999_999_999

export const recordEnvelopeSchema = z.strictObject({
  v: z.int().min(1),
  /** SHA-256 of the canonical JSON of all other fields but `sig`. */
  id: sha256Schema,
  author: keyIdSchema,
  /** 1, 2, 3 … without gaps per author. */
  seq: z.int().min(1),
  /** Id of the author's previous record; null for the first. */
  prev: sha256Schema.nullable(),
  /** Greater than every lamport the author had seen. Order is (lamport, author, seq), never the clock. */
  lamport: z.int().min(1).max(maxLamport),
  /** Local clock of the author, information only. */
  at: instantSchema,
  type: z.string().min(1).max(60),
  payload: z.record(z.string(), z.unknown()),
  /** Ids of records this one builds on. */
  refs: z.array(sha256Schema).max(1000),
  /** ECDSA P-256 over `recordDomainTag` + id, IEEE P1363, base64. */
  sig: z.base64(),
})
export type RecordEnvelope = Readonly<z.infer<typeof recordEnvelopeSchema>>

/** A record whose payload was checked against its kind. */
export type JournalRecord = {
  readonly [T in RecordType]: Omit<RecordEnvelope, 'type' | 'payload'> & {
    readonly type: T
    readonly payload: Payload<T>
  }
}[RecordType]

/** SHA-256 of a text in UTF-8, hexadecimal; where thousands are read, the system's own is handed in. */
export type HashOfText = (text: string) => string

/** The id a record must have: SHA-256 over the canonical JSON of everything but `id` and `sig`. */
export function recordId(record: Omit<RecordEnvelope, 'id' | 'sig'>, hash: HashOfText = sha256OfText): string {
  const { v, author, seq, prev, lamport, at, type, payload, refs } = record
  return hash(canonicalJson({ v, author, seq, prev, lamport, at, type, payload, refs }))
}

export type RecordProblem =
  | { readonly kind: 'not-a-record'; readonly detail: string }
  | { readonly kind: 'newer-version'; readonly v: number }
  | { readonly kind: 'unknown-type'; readonly type: string }
  | { readonly kind: 'bad-payload'; readonly type: string; readonly detail: string }
  /** Everything known here is in order, but a newer version said more. */
  | { readonly kind: 'unknown-fields'; readonly type: string; readonly fields: readonly string[] }
  | { readonly kind: 'wrong-id' }

/** Whether a newer version of this program would understand the record; what is wrong stays wrong in any version. */
export const isOfNewerVersion = ({ kind }: Pick<RecordProblem, 'kind'>): boolean =>
  kind === 'newer-version' || kind === 'unknown-type' || kind === 'unknown-fields'

/**
 * Reads one record: shape, known kind, payload, id. The signature is the host's to check.
 * Defaults are never filled into a stored payload: the hash covers what its author wrote.
 */
export function parseRecord(value: unknown, hash: HashOfText = sha256OfText): ParsedRecord {
  return parse(value, (record) => recordId(record, hash) === record.id)
}

/**
 * The same of a record out of the desk's own journal, where the host checked every id: hashing is most of the reading.
 */
export function parseJournalRecord(value: unknown): ParsedRecord {
  return parse(value, () => true)
}

type ParsedRecord = { readonly record: JournalRecord } | { readonly problem: RecordProblem }

function parse(value: unknown, hasItsId: (record: RecordEnvelope) => boolean): ParsedRecord {
  const envelope = recordEnvelopeSchema.safeParse(value)
  if (!envelope.success) return { problem: { kind: 'not-a-record', detail: z.prettifyError(envelope.error) } }
  const record = envelope.data
  if (record.v > recordVersion) return { problem: { kind: 'newer-version', v: record.v } }
  if (!isRecordType(record.type)) return { problem: { kind: 'unknown-type', type: record.type } }
  if (!hasItsId(record)) return { problem: { kind: 'wrong-id' } }
  const payload = readPayload(record.type, record.type, record.payload)
  if ('problem' in payload) return payload
  const parsed = { ...record, payload: payload.data } as JournalRecord
  return parsed.type === 'conflict.resolved' ? parseResolution(parsed) : { record: parsed }
}

/** What a record of `type` says, read as a payload of the kind `contested`. */
function readPayload(
  type: RecordType,
  contested: RecordType,
  value: unknown,
): { readonly data: unknown } | { readonly problem: RecordProblem } {
  const reading = readTolerantly<unknown>(payloadSchemas[contested], value)
  if ('error' in reading) {
    return { problem: { kind: 'bad-payload', type, detail: z.prettifyError(reading.error) } }
  }
  if (reading.unknown.length > 0) return { problem: { kind: 'unknown-fields', type, fields: reading.unknown } }
  return { data: reading.data }
}

/**
 * Whether a person may write a third text where statements of this kind conflict: what was sealed is chosen whole or
 * not at all.
 */
export const takesThirdText = (type: ContestableType): boolean => !kindOf(type).isSealed

/** A choice carries a whole statement of the contested kind, about the contested row. */
function parseResolution(record: Extract<JournalRecord, { type: 'conflict.resolved' }>): ParsedRecord {
  const { contested, rowId: wanted, recordIds, chosen } = record.payload
  const bad = (detail: string) => ({ problem: { kind: 'bad-payload', type: record.type, detail } }) as const
  const value = readPayload(record.type, contested, record.payload.value)
  if ('problem' in value) return value
  const stated = { id: record.id, type: contested, payload: value.data } as { id: string } & Spoken
  if (rowId(stated) !== wanted) return bad('another row')
  if (chosen === null ? !takesThirdText(contested) : !recordIds.includes(chosen.recordId)) return bad('chosen')
  return { record: { ...record, payload: { ...record.payload, value: value.data as Record<string, unknown> } } }
}

/** Total order of records on every desk: (lamport, author, seq), as one string that sorts. */
export const recordStamp = ({ lamport, author, seq }: Pick<RecordEnvelope, 'lamport' | 'author' | 'seq'>): string =>
  `${String(lamport).padStart(12, '0')}.${author}.${String(seq).padStart(9, '0')}`
