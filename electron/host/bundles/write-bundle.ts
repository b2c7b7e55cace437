import {
  blobEntry,
  bundleMediaType,
  keyEntry,
  manifestEntry,
  mimetypeEntry,
  pageEntry,
  readEntryName,
  recordsEntry,
  signatureEntry,
} from '@shared/bundle/entry-names'
import {
  bundleFormat,
  bundleSuite,
  inBundleOrder,
  leastReader,
  summariseRecords,
  type BundleLock,
  type Manifest,
  type ManifestFile,
} from '@shared/bundle/manifest'
import { canonicalJson } from '@shared/lib/canonical-json'
import type { BundleKind, DeskStatement } from '@shared/records/payloads'
import type { RecordEnvelope } from '@shared/records/record'
import type { Desk } from '@shared/ipc/contract'
import { digestOf } from '../files/durable-file'
import type { ByteSource } from '../bytes/byte-source'
import { composeIndexPage } from './index-page'
import { checkZipSize, writeZip, zipSize, type StoredContent } from './zip-writer'
import type { NewFile } from '../files/new-file'

export type BundleContent = {
  readonly bundleId: string
  readonly kind: BundleKind
  readonly createdAt: string
  readonly from: Desk
  readonly to: string
  /** Of every author in `records`. */
  readonly statements: readonly DeskStatement[]
  readonly records: readonly RecordEnvelope[]
  /** What the sender knows of chains, its own among them. */
  readonly history?: Required<Pick<Manifest, 'checkpoints' | 'trail'>>
  /** Files of the attachment store by their hash. */
  readonly blobs: readonly { readonly sha256: string; readonly open: () => Promise<ByteSource> }[]
  /** Locked dossiers and their keys. */
  readonly locks?: readonly BundleLock[]
}

/**
 * Lays a bundle out and answers the file to write. `sign` signs the SHA-256 of manifest.json.
 * Equal content and equal signature give equal bytes. Writing it throws HostFailure `attachment.changed`.
 * @throws HostFailure `bundle.export-too-large`, before anything is written
 */
export async function layOutBundle(
  content: BundleContent,
  sign: (manifestSha256: string) => Uint8Array,
): Promise<Extract<NewFile['content'], { size: number }>> {
  const records = inBundleOrder(content.records)
  const blobs: MeasuredContent[] = []
  // One after another: hundreds at a time would hold hundreds of files open.
  for (const blob of [...content.blobs].sort(bySha256)) blobs.push(await layOutBlob(blob))
  const parts: MeasuredContent[] = [
    measured(mimetypeEntry, bundleMediaType),
    ...blobs,
    measured(
      pageEntry,
      composeIndexPage(content, {
        fingerprint: content.from.fingerprint,
        recordCount: records.length,
        attachmentCount: blobs.length,
        lockCount: content.locks?.length ?? 0,
      }),
    ),
    ...content.statements.map((statement) => measured(keyEntry(statement.keyId), canonicalJson(statement))),
    ...recordFiles(records),
  ].sort(byName)
  const manifest: Manifest = {
    format: bundleFormat,
    suite: bundleSuite,
    bundleId: content.bundleId,
    kind: content.kind,
    createdAt: content.createdAt,
    from: { keyId: content.from.keyId, name: content.from.name, unit: content.from.unit, role: content.from.role },
    to: content.to,
    minReader: leastReader(content),
    files: parts.map(({ content: { name }, sha256, size }) => ({
      path: name,
      size,
      sha256,
      mediaType: mediaTypeOf(name),
    })),
    records: summariseRecords(records),
    ...content.history,
    ...(content.locks !== undefined && { locks: [...content.locks] }),
  }
  const manifestBytes = Buffer.from(canonicalJson(manifest), 'utf8')
  const contents = [
    ...parts.filter(isMimetype).map((part) => part.content),
    { name: manifestEntry, bytes: manifestBytes },
    { name: signatureEntry, bytes: sign(digestOf(manifestBytes).sha256) },
    ...parts.filter((part) => !isMimetype(part)).map((part) => part.content),
  ]
  checkZipSize(contents)
  return { size: zipSize(contents), write: (sink) => writeZip(sink, contents) }
}

type MeasuredContent = Pick<ManifestFile, 'sha256' | 'size'> & { readonly content: StoredContent }

function measured(name: string, text: string): MeasuredContent {
  const bytes = Buffer.from(text, 'utf8')
  return { content: { name, bytes }, ...digestOf(bytes) }
}

/** Size of an attachment; that it is what its name says is verified when it is written. */
async function layOutBlob({ sha256, open }: BundleContent['blobs'][number]): Promise<MeasuredContent> {
  const source = await open()
  await source.close()
  const { size } = source
  return { content: { name: blobEntry(sha256), size, sha256, open }, sha256, size }
}

/** One file per author, a record per line in canonical spelling. */
function recordFiles(records: readonly RecordEnvelope[]): MeasuredContent[] {
  const authors = [...new Set(records.map((record) => record.author))]
  return authors.map((author) => {
    const own = records.filter((record) => record.author === author)
    const lines = own.map((record) => `${canonicalJson(record)}\n`).join('')
    return measured(recordsEntry(author, own[0]?.seq ?? 0, own.at(-1)?.seq ?? 0), lines)
  })
}

function mediaTypeOf(name: string): string {
  switch (readEntryName(name)?.kind) {
    case 'page':
      return 'text/html'
    case 'key':
      return 'application/json'
    case 'records':
      return 'application/jsonl'
    case 'mimetype':
      return 'text/plain'
    default:
      return 'application/octet-stream'
  }
}

const isMimetype = (part: MeasuredContent): boolean => part.content.name === mimetypeEntry
const bySha256 = (a: { sha256: string }, b: { sha256: string }): number => (a.sha256 < b.sha256 ? -1 : 1)
const byName = (a: MeasuredContent, b: MeasuredContent): number => (a.content.name < b.content.name ? -1 : 1)
