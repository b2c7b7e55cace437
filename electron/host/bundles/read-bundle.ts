import { createHash } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { crc32 } from 'node:zlib'
import {
  bundleMediaType,
  keyEntry,
  manifestEntry,
  mimetypeEntry,
  readEntryName,
  signatureEntry,
} from '@shared/bundle/entry-names'
import type { BundleRecord, NewerParts } from '@shared/bundle/incoming'
import { readManifest, type Manifest, type ManifestFile } from '@shared/bundle/manifest'
import { parseCanonicalJson } from '@shared/bundle/strict-json'
import { readTolerantly } from '@shared/lib/unknown-fields'
import { deskStatementSchema, type DeskStatement } from '@shared/records/payloads'
import { refuse } from '../lib/failure'
import { fingerprintOf } from '../keys/fingerprint'
import { spkiOf } from '../keys/identity'
import { certifiedNames, isManifestSignature, publicKeyOf } from '../keys/signatures'
import { readPieces, windowed, type ByteSource } from '../bytes/byte-source'
import { verifyLocks, type BundledLock } from './verify-locks'
import { verifyBundleRecords, type RecordFile } from './verify-records'
import { readZipDirectory } from './zip-reader'
import type { ZipEntry } from './zip-format'

/** A bundle in which everything that can be verified without knowing the reader holds. */
export type OpenedBundle = {
  readonly manifest: Manifest
  /** Of the whole file. */
  readonly sha256: string
  readonly size: number
  /** What a newer minor version put into it; null if it says that a version known here wrote it. */
  readonly newer: NewerParts | null
  readonly statements: readonly DeskStatement[]
  readonly fingerprint: string
  /** Certificate of the sender, DER. */
  readonly certificate: Buffer
  readonly records: readonly BundleRecord[]
  readonly blobs: readonly { readonly sha256: string; readonly offset: number; readonly size: number }[]
  /** Dossiers that open after the declaration on recusal; their parts are among the blobs. */
  readonly locks: readonly BundledLock[]
}

/** Larger manifests, key files or lines are refused before they are read. */
const maxManifest = 16_000_000
const maxKeyFile = 64_000
const maxRecordFile = 256_000_000

/**
 * Reads and verifies a whole bundle: structure, names, manifest, sizes, hashes, the sender's signature, key files, and
 * every record's shape, id, signature and chain. Nothing is written.
 * @throws HostFailure `bundle.*` naming what is wrong
 */
export async function readBundle(file: ByteSource): Promise<OpenedBundle> {
  const { recordFiles, keys, sender, ...opened } = await readSealedParts(file)
  const { manifest, statements } = opened
  const records = await verifyBundleRecords(recordFiles, { manifest, statements, keys })
  const certificate = Buffer.from(sender.certificate, 'base64')
  const locks = verifyLocks(manifest, records, new Map(opened.blobs.map((blob) => [blob.sha256, blob.size])))
  return { ...opened, fingerprint: fingerprintOf(spkiOf(certificate)), certificate, records, locks }
}

/** What the sender's signature covers, verified, with every line of records as it stands there. */
export type SealedParts = Pick<OpenedBundle, 'manifest' | 'sha256' | 'size' | 'newer' | 'statements' | 'blobs'> & {
  readonly sender: DeskStatement
  readonly keys: ReadonlyMap<string, KeyObject>
  readonly recordFiles: readonly RecordFile[]
}

/**
 * The same without looking into the records: for whoever walks their chains and goes on behind what is wrong.
 * @throws HostFailure `bundle.*`
 */
export async function readSealedParts(file: ByteSource): Promise<SealedParts> {
  const source = windowed(file)
  const entries = new Map((await readZipDirectory(source)).map((entry) => [entry.name, entry]))
  await checkMimetype(source, entries)
  const { manifest, manifestSha256, unknown } = await readManifestEntry(source, entries)
  const more = [...entries.keys()].filter((name) => readEntryName(name)?.kind === 'more')
  if (unknown === null && more[0] !== undefined) refuse('bundle.foreign-entry', { name: more[0] })
  checkListing(manifest, entries)
  const sha256 = await checkHashes(source, manifest, entries)
  const { statements, keys, unknownOfKeys } = await readKeys(source, manifest, entries, unknown !== null)
  const sender = statements.find((statement) => statement.keyId === manifest.from.keyId)
  const senderKey = keys.get(manifest.from.keyId)
  if (sender === undefined || senderKey === undefined) {
    return refuse('bundle.no-sender-key', { keyId: manifest.from.keyId })
  }
  const signature = await readEntry(source, requireEntry(entries, signatureEntry), 64)
  if (!isManifestSignature(manifestSha256, signature, senderKey)) refuse('bundle.manifest-signature')
  const { name, unit, role } = manifest.from
  if (sender.name !== name || sender.unit !== unit || sender.role !== role) {
    refuse('bundle.key-replaced', { keyId: sender.keyId })
  }
  return {
    manifest,
    sha256,
    size: source.size,
    newer:
      unknown === null
        ? null
        : { format: manifest.format, fields: [...unknown, ...unknownOfKeys], entries: more.sort() },
    statements,
    sender,
    keys,
    recordFiles: await readRecordLines(source, entries),
    blobs: [...entries.values()].flatMap(({ name: path, offset, size }) => {
      const entry = readEntryName(path)
      return entry?.kind === 'blob' ? [{ sha256: entry.sha256, offset, size }] : []
    }),
  }
}

type Entries = ReadonlyMap<string, ZipEntry>

function requireEntry(entries: Entries, name: string): ZipEntry {
  return entries.get(name) ?? refuse('bundle.missing-entry', { name })
}

async function readEntry(source: ByteSource, entry: ZipEntry, limit: number): Promise<Buffer> {
  if (entry.size > limit) return refuse('bundle.entry-too-large', { name: entry.name })
  return source.read(entry.offset, entry.size)
}

async function checkMimetype(source: ByteSource, entries: Entries): Promise<void> {
  const [first] = entries.values()
  if (first?.name !== mimetypeEntry || first.size !== bundleMediaType.length) return refuse('bundle.not-a-bundle')
  const text = (await source.read(first.offset, bundleMediaType.length)).toString('latin1')
  if (text !== bundleMediaType) refuse('bundle.not-a-bundle')
}

async function readManifestEntry(
  source: ByteSource,
  entries: Entries,
): Promise<{ manifest: Manifest; manifestSha256: string; unknown: readonly string[] | null }> {
  const bytes = await readEntry(source, requireEntry(entries, manifestEntry), maxManifest)
  const value = parseText(bytes, manifestEntry)
  const reading = readManifest(value)
  switch (reading.kind) {
    case 'newer-format':
      return refuse('bundle.newer-format', { format: reading.format })
    case 'unknown-suite':
      return refuse('bundle.unknown-suite', { suite: reading.suite.slice(0, 40) })
    case 'invalid':
      return refuse('bundle.manifest-invalid', { detail: reading.detail })
    case 'known':
    case 'newer-minor': {
      const manifestSha256 = createHash('sha256').update(bytes).digest('hex')
      return {
        manifest: reading.manifest,
        manifestSha256,
        unknown: reading.kind === 'newer-minor' ? reading.unknown : null,
      }
    }
  }
}

/** Canonical UTF-8 JSON. @throws HostFailure `bundle.bad-json` with the kind of flaw */
function parseText(bytes: Uint8Array, name: string): unknown {
  const text = decodeUtf8(bytes)
  if (text === null) return refuse('bundle.bad-json', { name, problem: 'utf-8' })
  const parsed = parseCanonicalJson(text)
  return 'value' in parsed ? parsed.value : refuse('bundle.bad-json', { name, problem: parsed.problem })
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The manifest lists exactly the entries, but itself and its signature. */
function checkListing(manifest: Manifest, entries: Entries): void {
  const listed = new Set(manifest.files.map((file) => file.path))
  if (listed.size !== manifest.files.length) refuse('bundle.manifest-invalid', { detail: 'files' })
  for (const { path, size } of manifest.files) {
    const entry = entries.get(path)
    if (entry === undefined) return refuse('bundle.missing-entry', { name: path })
    if (entry.size !== size) return refuse('bundle.wrong-hash', { name: path })
  }
  for (const name of entries.keys()) {
    if (!listed.has(name) && name !== manifestEntry && name !== signatureEntry) {
      refuse('bundle.unlisted-entry', { name })
    }
  }
}

/**
 * Hashes the whole file, and every entry with it, in one reading: entries lie behind one another without a gap, and
 * between their contents are headers only. @returns SHA-256 of the file
 */
async function checkHashes(source: ByteSource, manifest: Manifest, entries: Entries): Promise<string> {
  const listed = new Map<string, ManifestFile>(manifest.files.map((file) => [file.path, file]))
  const whole = createHash('sha256')
  let position = 0
  const takeHeadersUpTo = async (offset: number): Promise<void> => {
    for await (const piece of readPieces(source, position, offset - position)) whole.update(piece)
  }
  for (const entry of entries.values()) {
    await takeHeadersUpTo(entry.offset)
    const known = source.knownSha256?.(entry.offset, entry.size) ?? null
    const hash = known === null ? createHash('sha256') : null
    let crc = 0
    for await (const piece of readPieces(source, entry.offset, entry.size)) {
      hash?.update(piece)
      whole.update(piece)
      crc = crc32(piece, crc)
    }
    position = entry.offset + entry.size
    const sha256 = hash?.digest('hex') ?? known
    const expected = listed.get(entry.name)?.sha256
    const named = readEntryName(entry.name)
    const isWrong = expected !== undefined && sha256 !== expected
    if (isWrong || crc !== entry.crc32 || (named?.kind === 'blob' && named.sha256 !== sha256)) {
      refuse('bundle.wrong-hash', { name: entry.name })
    }
  }
  await takeHeadersUpTo(source.size)
  return whole.digest('hex')
}

/** Key files. Those of a newer minor version may say more of a desk than is known here. */
async function readKeys(
  source: ByteSource,
  manifest: Manifest,
  entries: Entries,
  isNewer: boolean,
): Promise<{ statements: DeskStatement[]; keys: Map<string, KeyObject>; unknownOfKeys: readonly string[] }> {
  const statements: DeskStatement[] = []
  const keys = new Map<string, KeyObject>()
  const unknownOfKeys = new Set<string>()
  for (const { path } of manifest.files) {
    const named = readEntryName(path)
    if (named?.kind !== 'key') continue
    const value = parseText(await readEntry(source, requireEntry(entries, path), maxKeyFile), path)
    const read = readTolerantly(deskStatementSchema, value)
    const statement = 'error' in read || (read.unknown.length > 0 && !isNewer) ? null : read.data
    const key = statement === null ? null : publicKeyOf(statement)
    const isNamed = statement !== null && certifiedNames(statement) !== null && keyEntry(statement.keyId) === path
    if (statement === null || 'error' in read || key === null || !isNamed) {
      return refuse('bundle.key-replaced', { keyId: named.keyId })
    }
    for (const field of read.unknown) unknownOfKeys.add(`keys: ${field}`)
    statements.push(statement)
    keys.set(named.keyId, key)
  }
  return { statements, keys, unknownOfKeys: [...unknownOfKeys] }
}

/** Every line of every record file with the place it stands in. */
async function readRecordLines(source: ByteSource, entries: Entries): Promise<RecordFile[]> {
  const files: RecordFile[] = []
  for (const entry of entries.values()) {
    if (readEntryName(entry.name)?.kind !== 'records') continue
    const text = decodeUtf8(await readEntry(source, entry, maxRecordFile))
    if (text?.endsWith('\n') !== true) return refuse('bundle.bad-json', { name: entry.name, problem: 'utf-8' })
    const values = text
      .slice(0, -1)
      .split('\n')
      .map((line, index) => {
        const parsed = parseCanonicalJson(line)
        if ('value' in parsed) return parsed.value
        return refuse('bundle.bad-json', { name: `${entry.name}:${index + 1}`, problem: parsed.problem })
      })
    files.push({ path: entry.name, values })
  }
  return files
}
