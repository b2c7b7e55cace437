import type { Json } from '../lib/canonical-json'
import { dossiersOf, projectRecord, slotKey, statementsOf } from '../records/projection'
import { recordStamp, type JournalRecord } from '../records/record'
import { kindOf } from '../records/record-kinds'
import { changesBetween, type Change } from './changes'

/** Where a record stands: which one it is of those that were read, from 1; in a bundle also file and line in it. */
export type Place = { readonly number: number; readonly file?: string; readonly line?: number }

/** A record that can be read, and how it was found. */
export type AuditedRecord = {
  readonly record: JournalRecord
  readonly place: Place
  /** False: it counts for nothing here (its id or signature is wrong, or its number was taken). */
  readonly counts: boolean
}

/** What one record did: which places of the matter it speaks of it changed, from what, to what. */
export type AuditEntry = Pick<JournalRecord, 'author' | 'seq' | 'lamport' | 'at' | 'type'> & {
  readonly recordId: string
  readonly place: Place
  readonly dossierIds: readonly string[]
  /** Nothing was known of the matter before. */
  readonly isFirst: boolean
  /** None if the record says what held already. */
  readonly changes: readonly Change[]
}

/**
 * The entry of every record, in the order that holds on every desk: (lamport, author, seq). Before a record holds what
 * the records before it in that order left; what an undone import had brought counts for nothing while it stands
 * undone.
 */
export function* auditEntries(audited: readonly AuditedRecord[]): Generator<AuditEntry, void> {
  const inOrder = audited
    .map((one) => ({ ...one, stamp: recordStamp(one.record) }))
    .sort((a, b) => (a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : a.place.number - b.place.number))
  const said = new Map<string, { readonly recordId: string; readonly value: Json }[]>()
  const undone = new Map<string, readonly string[]>()
  let hidden: ReadonlySet<string> = new Set()
  for (const { record, place, counts } of inOrder) {
    const subject = subjectOf(record)
    const value = valueOf(record)
    const before = said.get(subject)?.findLast((claim) => !hidden.has(claim.recordId))
    const { id: recordId, author, seq, lamport, at, type } = record
    yield {
      recordId,
      author,
      seq,
      lamport,
      at,
      type,
      place,
      dossierIds: dossiersOf(record),
      isFirst: before === undefined,
      changes: changesBetween(before?.value ?? {}, value),
    }
    if (!counts) continue
    const claims = said.get(subject)
    if (claims === undefined) said.set(subject, [{ recordId, value }])
    else claims.push({ recordId, value })
    if (record.type !== 'import.undone') continue
    undone.set(record.payload.bundleId, record.payload.redone ? [] : record.payload.recordIds)
    hidden = new Set([...undone.values()].flat())
  }
}

/** What the record leaves of its matter: a choice between rivals leaves the statement that was chosen. */
const valueOf = (record: JournalRecord): Json =>
  (record.type === 'conflict.resolved' ? record.payload.value : record.payload) as Json

/**
 * The matter that a record speaks of. That is its row, but a new version of a dossier, an opinion or a letter's words
 * is compared with the version before.
 */
function subjectOf(record: JournalRecord): string {
  const stated =
    record.type === 'conflict.resolved'
      ? { type: record.payload.contested, payload: record.payload.value }
      : { type: record.type, payload: record.payload }
  const { versionOf } = kindOf(stated.type)
  if (versionOf !== null) return `${stated.type}/${versionOf(stated.payload)}`
  return slotKey(statementsOf(record).at(-1) ?? projectRecord(record))
}
