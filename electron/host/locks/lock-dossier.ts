import { createHash, randomBytes } from 'node:crypto'
import { namesOfDossier, type LockedPart } from '@shared/domain/dossier-lock'
import type { DossierId, ExpertId, PanelId } from '@shared/domain/ids'
import type { BundleLock } from '@shared/bundle/manifest'
import { canonicalJson } from '@shared/lib/canonical-json'
import type { Action } from '@shared/records/payloads'
import { parseRecord, type RecordEnvelope } from '@shared/records/record'
import { memorySource, readPieces, type ByteSource } from '../bytes/byte-source'
import { newEnvelope } from '../envelopes/envelope-writer'
import { fail } from '../lib/failure'
import type { OpenDesk } from '../desk/open-desk'
import { lockPart, type LockKey } from './lock-cipher'
import { lockBodyFormat, type LockBody } from './lock-body'

/** One dossier to be closed for one expert. */
export type LockRequest = {
  readonly panelId: PanelId
  readonly dossierId: DossierId
  readonly expertId: ExpertId
  /** Records that speak of this dossier; its versions among them. */
  readonly recordIds: readonly string[]
  readonly attachments: readonly string[]
  /** Raw X25519 key of the expert's desk; null if it is not known here. */
  readonly recipient: Uint8Array | null
}

export type LockedDossier = {
  /** To be appended by this desk: its record goes into the bundle in the open. */
  readonly action: Extract<Action, { type: 'dossier.locked' }>
  readonly lock: BundleLock
  readonly blobs: readonly { readonly sha256: string; readonly open: () => Promise<ByteSource> }[]
  /** Who wrote what is closed inside: their introductions must go along. */
  readonly authors: readonly string[]
}

/**
 * Closes a dossier under a new key: its records in one part, every attachment in one of its own. Nothing is written;
 * the parts are closed while they are read. @throws HostFailure `journal.no-such-record`, `lock.no-dossier`,
 * `attachment.missing`, `attachment.changed`
 */
export async function lockDossier(request: LockRequest, { journal, attachments }: OpenDesk): Promise<LockedDossier> {
  const { panelId, dossierId, expertId, recipient } = request
  const lock: LockKey = { lockId: randomBytes(16).toString('hex'), key: randomBytes(32) }
  const records = await journal.readById(request.recordIds)
  const newest = newestVersion(records, dossierId)
  const files: { readonly sha256: string; readonly sealed: LockedPart; readonly open: () => Promise<ByteSource> }[] = []
  for (const sha256 of [...new Set(request.attachments)].sort()) {
    const open = async () => lockPart(await attachments.open(sha256), lock, { attachment: sha256 })
    files.push({ sha256, sealed: await measure(open), open })
  }
  const body: LockBody = {
    format: lockBodyFormat,
    lockId: lock.lockId,
    dossierId,
    records: records.map((record) => ({ ...record })),
    files: files.map(({ sha256, sealed }) => ({ sha256, sealed: sealed.sha256 })),
  }
  const openBody = async () => lockPart(memorySource(Buffer.from(canonicalJson(body), 'utf8')), lock, 'body')
  const bodyPart = await measure(openBody)
  return {
    action: {
      type: 'dossier.locked',
      payload: {
        lockId: lock.lockId,
        panelId,
        dossierId,
        expertId,
        version: newest.version,
        names: namesOfDossier(newest.content),
        materialCount: newest.content.materials.length,
        body: bodyPart,
        files: files.map(({ sealed }) => sealed),
      },
    },
    lock: { lockId: lock.lockId, key: await wrapKey(lock.key, recipient) },
    blobs: [
      { sha256: bodyPart.sha256, open: openBody },
      ...files.map(({ sealed, open }) => ({ sha256: sealed.sha256, open })),
    ],
    authors: [...new Set(records.map((record) => record.author))],
  }
}

function newestVersion(records: readonly RecordEnvelope[], dossierId: string) {
  const versions = records.flatMap((envelope) => {
    const parsed = parseRecord(envelope)
    const isVersion = 'record' in parsed && parsed.record.type === 'dossier.saved'
    return isVersion && parsed.record.payload.dossierId === dossierId ? [parsed.record.payload] : []
  })
  const [first] = versions.sort((a, b) => b.version - a.version)
  return first ?? fail('lock.no-dossier')
}

/** Hash and size of a part, read once through. */
async function measure(open: () => Promise<ByteSource>): Promise<LockedPart> {
  const source = await open()
  try {
    const hash = createHash('sha256')
    for await (const piece of readPieces(source, 0, source.size)) hash.update(piece)
    return { sha256: hash.digest('hex'), size: source.size }
  } finally {
    await source.close()
  }
}

/** The key for the expert's desk alone where its X25519 key is known. */
async function wrapKey(key: Uint8Array, recipient: Uint8Array | null): Promise<BundleLock['key']> {
  if (recipient === null) return { kind: 'bundle', key: Buffer.from(key).toString('base64') }
  const envelope = await newEnvelope({ recipients: [recipient] })
  const pieces: Uint8Array[] = []
  const sink = { writeFile: async (bytes: Uint8Array) => void pieces.push(Buffer.from(bytes)) }
  await envelope.seal(sink, (plain) => plain.writeFile(key))
  return { kind: 'desk', envelope: Buffer.concat(pieces).toString('base64') }
}
