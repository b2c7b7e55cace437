import { trailLength } from '@shared/bundle/manifest'
import type { Protection } from '@shared/bundle/protection'
import type { KeyId } from '@shared/domain/ids'
import { deskStatementSchema, type BundleKind, type DeskStatement } from '@shared/records/payloads'
import { newEnvelope } from '../envelopes/envelope-writer'
import { readRecipient } from '../keys/recipient'
import { writeNewFile, type NewFile, type Written } from '../files/new-file'
import { fail } from '../lib/failure'
import type { Journal } from '../journal/journal'
import { signManifestHash } from '../keys/signatures'
import type { OpenDesk } from '../desk/open-desk'
import { lockDossier, type LockedDossier, type LockRequest } from '../locks/lock-dossier'
import { layOutBundle, type BundleContent } from '../bundles/write-bundle'

export type ExportRequest = {
  readonly kind: BundleKind
  readonly to: string
  readonly recordIds: readonly string[]
  readonly attachments: readonly string[]
  readonly fileName: string
  /** For desks and this desk itself (age, X25519), by a passphrase (age, scrypt), or in the open. */
  readonly protect: Protection
  /** Dossiers that go along closed, each under a key of its own. */
  readonly locks?: readonly LockedExport[]
}

/** A dossier to be closed, and the expert's desk that its key is for; null if that desk is not known here. */
export type LockedExport = Omit<LockRequest, 'recipient'> & { readonly keyId: KeyId | null }

type Surroundings = {
  readonly desk: OpenDesk
  readonly folder: string
  readonly bundleId: string
  readonly createdAt: string
}

export type ExportedBundle = {
  readonly bundleId: string
  readonly file: Written
  readonly recordCount: number
  readonly attachmentCount: number
}

/**
 * Writes a signed bundle of the records asked for, the introduction of every author among them and of this desk, and
 * the attachments. A locked dossier is put on record first, for the bundle carries that record. Answers after the
 * written file was read again and hashed.
 * @throws HostFailure `journal.no-such-record`, `attachment.missing`, `lock.no-dossier`, and what `writeNewFile` throws
 */
export async function exportBundle(request: ExportRequest, around: Surroundings): Promise<ExportedBundle> {
  const { desk, folder, bundleId, createdAt } = around
  const { identity, journal, attachments } = desk
  const asked = await journal.readById(request.recordIds)
  const locked: LockedDossier[] = []
  for (const lock of request.locks ?? []) locked.push(await closeDossier(lock, desk))
  const lockRecords = locked.length === 0 ? [] : await desk.append(locked.map(({ action }) => action))
  const authors = [
    ...new Set([
      identity.desk.keyId,
      ...asked.map((record) => record.author),
      ...locked.flatMap((dossier) => dossier.authors),
    ]),
  ].sort()
  const introductionIds = authors.flatMap((author) => firstAndNewestIntroduction(journal, author))
  const records = await journal.readById([...request.recordIds, ...lockRecords.map(({ id }) => id), ...introductionIds])
  const statements = await newestStatements(journal, authors)
  const hashes = [...new Set(request.attachments)]
  for (const sha256 of hashes) {
    if ((await attachments.sizeOf(sha256)) === null) fail('attachment.missing', { sha256 })
  }
  const content = await layOutBundle(
    {
      bundleId,
      kind: request.kind,
      createdAt,
      from: identity.desk,
      to: request.to,
      statements,
      records,
      history: historyOf(journal, identity.desk.keyId),
      blobs: [
        ...hashes.map((sha256) => ({ sha256, open: () => attachments.open(sha256) })),
        ...locked.flatMap((dossier) => dossier.blobs),
      ],
      ...(locked.length > 0 && { locks: locked.map(({ lock }) => lock) }),
    },
    (manifestSha256) => signManifestHash(manifestSha256, identity.privateKey),
  )
  const file = await writeNewFile(folder, await protect(request, content, desk))
  return { bundleId, file, recordCount: records.length, attachmentCount: hashes.length }
}

async function closeDossier({ keyId, ...request }: LockedExport, desk: OpenDesk): Promise<LockedDossier> {
  const recipient = keyId === null ? null : await recipientKeyOf(keyId, desk)
  return lockDossier({ ...request, recipient }, desk)
}

/** The first makes the author's chain begin; the newest says under which name and encryption key it is met now. */
function firstAndNewestIntroduction(journal: Journal, author: string): readonly string[] {
  const ids = journal.introductionsOf(author)
  return [journal.idAt(author, 1) ?? fail('journal.no-introduction', { keyId: author }), ...ids.slice(-1)]
}

/** What desks last said about themselves. @throws HostFailure `journal.no-introduction` */
async function newestStatements(journal: Journal, authors: readonly string[]): Promise<readonly DeskStatement[]> {
  const newest = authors.map(
    (author) => journal.introductionsOf(author).at(-1) ?? fail('journal.no-introduction', { keyId: author }),
  )
  const found = new Map((await journal.readById(newest)).map(({ id, payload }) => [id, payload]))
  return newest.map((id) => deskStatementSchema.parse(found.get(id)))
}

/** The file to write: as it is, or in an envelope whose name ends with `.age`. */
async function protect({ fileName, protect: how }: ExportRequest, content: Content, desk: OpenDesk): Promise<NewFile> {
  if (how.kind === 'none') return { fileName, content }
  const envelope = await newEnvelope(
    how.kind === 'passphrase' ? how : { recipients: await recipientsOf(how.keyIds, desk) },
  )
  return {
    fileName: `${fileName.replace(/\.age$/iu, '')}.age`,
    content: {
      size: envelope.size(content.size),
      write: (sink) => envelope.seal(sink, (plain) => content.write(plain)),
    },
  }
}

type Content = Extract<NewFile['content'], { size: number }>

/** Raw keys of the desks, and of this one so that it can read its own export again. */
async function recipientsOf(keyIds: readonly KeyId[], desk: OpenDesk): Promise<Uint8Array[]> {
  const keys: Uint8Array[] = []
  for (const keyId of new Set(keyIds)) keys.push(await recipientKeyOf(keyId, desk))
  return [...keys, desk.identity.encryption.publicKey]
}

/** @throws HostFailure `envelope.no-recipient-key`, `envelope.bad-recipient`, `journal.no-introduction` */
async function recipientKeyOf(keyId: KeyId, { journal }: OpenDesk): Promise<Uint8Array> {
  const [statement] = await newestStatements(journal, [keyId])
  const { name, encryptionKey } = statement ?? fail('journal.no-introduction', { keyId })
  if (encryptionKey === null) return fail('envelope.no-recipient-key', { name })
  return readRecipient(encryptionKey) ?? fail('envelope.bad-recipient')
}

/** Signed receipts: the last record of every chain here, and the whole trail of this desk's own. */
function historyOf(journal: OpenDesk['journal'], author: string): NonNullable<BundleContent['history']> {
  const checkpoints = [...journal.heads()].sort((a, b) => (a.author < b.author ? -1 : 1)).slice(0, 20_000)
  const last = journal.headOf(author)?.seq ?? 0
  const from = Math.max(1, last - trailLength + 1)
  const ids = Array.from(
    { length: last - from + 1 },
    (_, index) => journal.idAt(author, from + index)?.slice(0, 16) ?? '-',
  )
  return { checkpoints, trail: { from, ids } }
}
