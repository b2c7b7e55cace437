import type { KeyObject } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { readEntryName } from '@shared/bundle/entry-names'
import type { BundleRecord } from '@shared/bundle/incoming'
import { inBundleOrder, summariseRecords, type Manifest } from '@shared/bundle/manifest'
import { canonicalJson } from '@shared/lib/canonical-json'
import { readTolerantly } from '@shared/lib/unknown-fields'
import { deskStatementSchema, type DeskStatement } from '@shared/records/payloads'
import { parseRecord, recordEnvelopeSchema, recordId, type RecordEnvelope } from '@shared/records/record'
import { refuse } from '../lib/failure'
import { isRecordSignature } from '../keys/signatures'

/** One entry of records: its lines as values. */
export type RecordFile = { readonly path: string; readonly values: readonly unknown[] }

type Signers = {
  readonly manifest: Pick<Manifest, 'records'>
  readonly statements: readonly DeskStatement[]
  readonly keys: ReadonlyMap<string, KeyObject>
}

/**
 * Verifies every record of a bundle: envelope, id, the author's signature by a key that is inside, one number once,
 * links between neighbours (numbers may be missing: a bundle carries what its receiver needs), the manifest's summary,
 * and that every author's key file says what its own signed introduction says.
 * Lets the process breathe between records, for thousands take seconds.
 * A record signed well but of a kind or version not known here is passed on as not understood.
 * @throws HostFailure `bundle.record-*`, `bundle.chain`, `bundle.double-number`, `bundle.key-replaced`
 */
export async function verifyBundleRecords(
  files: readonly RecordFile[],
  { manifest, statements, keys }: Signers,
): Promise<BundleRecord[]> {
  const envelopes = files.flatMap((file) => readFile(file))
  const records = await verifyEnvelopes(envelopes, keys)
  if (canonicalJson(summariseRecords(inBundleOrder(envelopes))) !== canonicalJson(manifest.records)) {
    refuse('bundle.record-summary')
  }
  checkIntroductions(records, statements)
  return records
}

/**
 * Verifies records on their own: id, signature and links between neighbours.
 * @throws HostFailure `bundle.record-*`, `bundle.chain`, `bundle.double-number`, `bundle.unknown-key`
 */
export async function verifyEnvelopes(
  envelopes: readonly RecordEnvelope[],
  keys: ReadonlyMap<string, KeyObject>,
): Promise<BundleRecord[]> {
  for (const [index, envelope] of envelopes.entries()) {
    if (index % 200 === 0) await setImmediate()
    checkSignature(envelope, keys)
  }
  checkChain(envelopes)
  return envelopes.map(understand)
}

function readFile({ path, values }: RecordFile): RecordEnvelope[] {
  const named = readEntryName(path)
  const envelopes = values.map((value, index) => {
    const parsed = recordEnvelopeSchema.safeParse(value)
    return parsed.success ? parsed.data : refuse('bundle.record-invalid', { name: `${path}:${index + 1}` })
  })
  const isInPlace = envelopes.every(
    ({ author, seq }, index) =>
      named?.kind === 'records' && author === named.author && seq > (envelopes[index - 1]?.seq ?? named.from - 1),
  )
  const isNamedRight =
    named?.kind === 'records' && envelopes[0]?.seq === named.from && envelopes.at(-1)?.seq === named.to
  if (!isInPlace || !isNamedRight) refuse('bundle.record-place', { name: path })
  return envelopes
}

function checkSignature(envelope: RecordEnvelope, keys: ReadonlyMap<string, KeyObject>): void {
  const record = envelope.id
  const key = keys.get(envelope.author)
  if (key === undefined) return refuse('bundle.unknown-key', { keyId: envelope.author })
  if (recordId(envelope) !== record) refuse('bundle.record-changed', { record })
  if (!isRecordSignature(record, envelope.sig, key)) refuse('bundle.record-signature', { record })
}

function checkChain(envelopes: readonly RecordEnvelope[]): void {
  const bySlot = new Map<string, RecordEnvelope>()
  for (const envelope of envelopes) {
    const slot = `${envelope.author}/${envelope.seq}`
    if (bySlot.has(slot)) refuse('bundle.double-number', { keyId: envelope.author, seq: envelope.seq })
    bySlot.set(slot, envelope)
  }
  for (const { author, seq, prev, id } of envelopes) {
    const before = bySlot.get(`${author}/${seq - 1}`)
    if ((seq === 1) !== (prev === null) || (before !== undefined && before.id !== prev)) {
      refuse('bundle.chain', { record: id, seq })
    }
  }
}

function understand(envelope: RecordEnvelope): BundleRecord {
  const parsed = parseRecord(envelope)
  if ('record' in parsed) return { kind: 'read', envelope, record: parsed.record }
  const { problem } = parsed
  switch (problem.kind) {
    case 'unknown-type':
    case 'bad-payload':
    case 'newer-version':
      return { kind: 'not-understood', envelope, reason: problem.kind, fields: [] }
    case 'unknown-fields':
      return { kind: 'not-understood', envelope, reason: problem.kind, fields: problem.fields }
    case 'not-a-record':
    case 'wrong-id':
      return refuse('bundle.record-invalid', { name: envelope.id })
  }
}

/**
 * An author introduces itself with its first record, and anew when something changed; the key file says what the newest
 * says.
 */
function checkIntroductions(records: readonly BundleRecord[], statements: readonly DeskStatement[]): void {
  for (const statement of statements) {
    const introduction = records.findLast(
      (incoming) =>
        (incoming.kind === 'read' || incoming.reason === 'unknown-fields') &&
        incoming.envelope.type === 'desk.introduced' &&
        incoming.envelope.author === statement.keyId,
    )
    const said = introduction === undefined ? null : readTolerantly(deskStatementSchema, introduction.envelope.payload)
    if (said === null || 'error' in said || canonicalJson(said.data) !== canonicalJson(statement)) {
      refuse('bundle.key-replaced', { keyId: statement.keyId })
    }
  }
}
