import type { KeyObject } from 'node:crypto'
import type { AuditEntry } from '@shared/audit/entries'
import { auditEntries } from '@shared/audit/entries'
import { walkChains, type Breach, type ChainReport, type ReadLine, type SeenHead } from '@shared/audit/chain-walk'
import { namesIn, type AuditNames } from '@shared/audit/names'
import { deskStatementSchema, type DeskStatement } from '@shared/records/payloads'
import { foldRecords } from '@shared/records/desk-state'
import { isClosed } from '@shared/records/opinion-standing'
import type { JournalRecord, RecordEnvelope } from '@shared/records/record'
import { setImmediate } from 'node:timers/promises'
import { fingerprintOf } from '../keys/fingerprint'
import { spkiOf } from '../keys/identity'
import { isRecordSignature, publicKeyOf } from '../keys/signatures'
import { nativeSha256 } from '../lib/native-hash'

/** What is audited: lines as they were read, and what is known of them from elsewhere. */
export type AuditSource = {
  readonly lines: readonly ReadLine[]
  /** Desks that are known besides those that introduce themselves in the lines. */
  readonly statements: readonly DeskStatement[]
  /** The desk that reads; null: nobody's. */
  readonly readerKeyId: string | null
  readonly wholeChains: ReadonlySet<string>
  readonly seen: readonly SeenHead[]
  readonly also: readonly Breach[]
  readonly tornBytes: number
}

/** Everything that an audit found. */
export type AuditTrail = Pick<AuditSource, 'tornBytes'> & {
  readonly report: ChainReport
  /** In the order that holds on every desk, the oldest first. */
  readonly entries: readonly AuditEntry[]
  readonly names: AuditNames
  /** Ids of records of which nobody may read the content yet. */
  readonly closed: ReadonlySet<string>
  /** Fingerprints of the authors' keys, in groups of digits. */
  readonly fingerprints: ReadonlyMap<string, string>
}

export type AuditProgress = { readonly checked: number; readonly total: number }

/** How many lines one step takes: some milliseconds. */
const portion = 25

/** Walks the chains and says what every record changed. Yields after each portion of work. */
export async function* auditTrail(source: AuditSource): AsyncGenerator<AuditProgress, AuditTrail> {
  const { lines, tornBytes } = source
  const statements = [...source.statements, ...introductionsIn(lines)]
  const keys = keysOf(statements)
  const isSigned = ({ author, id, sig }: RecordEnvelope): boolean | null => {
    const key = keys.get(author) ?? null
    return key === null ? null : isRecordSignature(id, sig, key)
  }
  // Walking and comparing both go through all lines.
  const total = lines.length * 2
  const report = yield* inPortions(walkChains(lines, { ...source, isSigned, hash: nativeSha256 }), 0, total)
  const readable = report.lines.flatMap(({ record, place, state }) =>
    record === null ? [] : [{ record, place, counts: state !== 'bad' }],
  )
  const entries: AuditEntry[] = []
  const comparing = function* (): Generator<void, readonly AuditEntry[]> {
    for (const entry of auditEntries(readable)) {
      entries.push(entry)
      yield
    }
    return entries
  }
  yield* inPortions(comparing(), lines.length, total)
  return {
    report,
    entries,
    tornBytes,
    closed: closedRecords(
      readable.map(({ record }) => record),
      source.readerKeyId,
    ),
    names: namesIn(
      readable.map(({ record }) => record),
      statements,
    ),
    fingerprints: new Map(
      statements.flatMap(({ keyId, certificate }) => {
        const fingerprint = keys.has(keyId) ? fingerprintOf(spkiOf(Buffer.from(certificate, 'base64'))) : null
        return fingerprint === null ? [] : [[keyId, fingerprint]]
      }),
    ),
  }
}

/** The whole trail at once, for a caller without a screen. */
export async function auditAtOnce(source: AuditSource): Promise<AuditTrail> {
  const steps = auditTrail(source)
  for (;;) {
    const step = await steps.next()
    if (step.done === true) return step.value
  }
}

async function* inPortions<T>(
  steps: Generator<void, T>,
  before: number,
  total: number,
): AsyncGenerator<AuditProgress, T> {
  for (let count = 1; ; count += 1) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (count % portion !== 0) continue
    await setImmediate()
    yield { checked: Math.min(before + count, total), total }
  }
}

/**
 * Opinions of panels that open theirs together and have not done so: their authors alone may read them. What hides an
 * import hides no opening here, for what was read once is known.
 */
function closedRecords(records: readonly JournalRecord[], readerKeyId: string | null): ReadonlySet<string> {
  const { panels, opinionReveals } = foldRecords(
    records.filter(
      ({ type }) => type === 'panel.saved' || type === 'opinions.revealed' || type === 'conflict.resolved',
    ),
  )
  const reveals = [...opinionReveals.values()]
  const closed = new Set(
    [...panels.values()].filter(({ value }) => isClosed(value, reveals)).map(({ value }): string => value.id),
  )
  return new Set(
    records.flatMap((record) => {
      const isOpinion =
        (record.type === 'opinion.sealed' || record.type === 'opinion.marked') && closed.has(record.payload.panelId)
      return isOpinion && record.author !== readerKeyId ? [record.id] : []
    }),
  )
}

/** What authors say of themselves in records of their own. */
function introductionsIn(lines: readonly ReadLine[]): DeskStatement[] {
  return lines.flatMap((line) => {
    if (line.kind !== 'record' || typeof line.value !== 'object' || line.value === null) return []
    const { type, author, payload } = line.value as { type?: unknown; author?: unknown; payload?: unknown }
    if (type !== 'desk.introduced') return []
    const statement = deskStatementSchema.safeParse(payload)
    return statement.success && statement.data.keyId === author ? [statement.data] : []
  })
}

/** A key id is the hash of its key, so that whoever states it cannot state another key. */
function keysOf(statements: readonly DeskStatement[]): ReadonlyMap<string, KeyObject> {
  const keys = new Map<string, KeyObject>()
  for (const statement of statements) {
    const key = keys.has(statement.keyId) ? null : publicKeyOf(statement)
    if (key !== null) keys.set(statement.keyId, key)
  }
  return keys
}
