import { copyFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { KeyObject } from 'node:crypto'
import { placePrefix } from '@shared/ipc/draft'
import type { DrillFault } from '@shared/ipc/snapshot'
import { canonicalJson } from '@shared/lib/canonical-json'
import { deskStatementSchema } from '@shared/records/payloads'
import { recordId, type RecordEnvelope } from '@shared/records/record'
import { readPieces } from '../bytes/byte-source'
import { HostFailure } from '../lib/failure'
import { createHash } from 'node:crypto'
import { isRecordSignature, publicKeyOf } from '../keys/signatures'
import { OpenDesk } from '../desk/open-desk'
import { makeFolder } from '../files/durable-file'
import { profileFolder } from '../profile/profile-folder'
import { copySnapshotJournal } from './snapshot-journal'
import type { Snapshot } from './snapshot-manifest'

export type DrillProgress = { readonly checked: number; readonly total: number }

export type DrillOutcome =
  | { readonly kind: 'passed'; readonly records: number; readonly drafts: number; readonly attachments: number }
  | { readonly kind: 'failed'; readonly fault: DrillFault; readonly subject: string }

type World = Parameters<typeof OpenDesk.open>[2]

const pageSize = 200

class Fault extends Error {
  constructor(
    readonly fault: DrillFault,
    readonly subject: string,
  ) {
    super(fault)
  }
}

/**
 * 恢复演练: restores a snapshot into a folder of its own and compares it with the desk: every record the same, in its
 * place and well signed; every draft the same; every attachment that either speaks of there and whole. The desk itself
 * is only read. Yields after each piece of work; whoever stops in the middle leaves nothing in `sandbox`.
 */
export async function* drill(
  desk: OpenDesk,
  snapshot: Snapshot,
  sandbox: string,
  world: World,
): AsyncGenerator<DrillProgress, DrillOutcome> {
  const drafts = desk.drafts.list()
  try {
    const folder = profileFolder(sandbox)
    await makeFolder(folder.attachments)
    for (const { name } of snapshot.manifest.files) await copyFile(join(snapshot.path, name), join(sandbox, name))
    if (snapshot.manifest.journal !== undefined) await copySnapshotJournal(snapshot, folder.journal)
    const copy = await OpenDesk.open(folder, desk, world)
    try {
      if (!copy.journal.isWritable || copy.notices.length > 0) throw new Fault('journal', basename(copy.journal.path))
      return yield* compare(desk, copy, { drafts, count: snapshot.manifest.records.count })
    } finally {
      await copy.close()
    }
  } catch (error) {
    if (error instanceof Fault) return { kind: 'failed', fault: error.fault, subject: error.subject }
    throw error
  } finally {
    await rm(sandbox, { recursive: true, force: true })
  }
}

async function* compare(
  desk: OpenDesk,
  copy: OpenDesk,
  expected: { readonly drafts: ReturnType<OpenDesk['drafts']['list']>; readonly count: number },
): AsyncGenerator<DrillProgress, DrillOutcome> {
  const attached = new Set<string>()
  const keys = new Map<string, KeyObject | null>()
  const { count } = copy.journal
  if (count !== expected.count) throw new Fault('count', String(count))
  for (let after = 0; after < count; after += pageSize) {
    const [kept, restored] = await Promise.all([desk.journal, copy.journal].map((each) => each.read(after, pageSize)))
    for (const [index, record] of (restored ?? []).entries()) {
      if (canonicalJson(record) !== canonicalJson(kept?.[index] ?? null)) throw new Fault('record', record.id)
      learnKey(record, keys)
      checkRecord(record, keys)
      collectHashes(record.payload, attached)
    }
    yield { checked: Math.min(count, after + pageSize), total: count + attached.size }
  }
  const restored = new Map(copy.drafts.list().map((draft) => [draft.key, draft]))
  for (const draft of expected.drafts) {
    if (canonicalJson(restored.get(draft.key) ?? null) !== canonicalJson(draft)) throw new Fault('draft', draft.key)
    collectHashes(draft.value, attached)
  }
  let attachments = 0
  for (const [index, sha256] of [...attached].entries()) {
    if ((await desk.attachments.sizeOf(sha256)) !== null) {
      await checkAttachment(desk, sha256)
      attachments += 1
    }
    yield { checked: count + index + 1, total: count + attached.size }
  }
  return { kind: 'passed', records: count, drafts: expected.drafts.filter(isTyped).length, attachments }
}

/** The key of an author, from the first statement that it made of itself. */
function learnKey(record: RecordEnvelope, keys: Map<string, KeyObject | null>): void {
  if (record.type !== 'desk.introduced' || keys.has(record.author)) return
  const statement = deskStatementSchema.safeParse(record.payload)
  if (statement.success && statement.data.keyId === record.author) keys.set(record.author, publicKeyOf(statement.data))
}

function checkRecord(record: RecordEnvelope, keys: ReadonlyMap<string, KeyObject | null>): void {
  const key = keys.get(record.author) ?? null
  if (key === null || recordId(record) !== record.id || !isRecordSignature(record.id, record.sig, key)) {
    throw new Fault('signature', record.id)
  }
}

/** Every SHA-256 that a value speaks of; some name attachments, others content. */
function collectHashes(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    if (/^[0-9a-f]{64}$/u.test(value)) into.add(value)
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) collectHashes(part, into)
  }
}

async function checkAttachment(desk: OpenDesk, sha256: string): Promise<void> {
  try {
    const source = await desk.attachments.open(sha256)
    try {
      const hash = createHash('sha256')
      for await (const piece of readPieces(source, 0, source.size)) hash.update(piece)
      if (hash.digest('hex') !== sha256) throw new Fault('attachment', sha256)
    } finally {
      await source.close()
    }
  } catch (error) {
    if (error instanceof HostFailure) throw new Fault('attachment', sha256)
    throw error
  }
}

/** Where somebody was reading is compared as well, and is nothing that was typed. */
const isTyped = ({ key }: { readonly key: string }): boolean => !key.startsWith(placePrefix)
