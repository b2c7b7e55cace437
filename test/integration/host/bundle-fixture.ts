import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { memorySource } from '@host/bytes/byte-source'
import { layOutBundle } from '@host/bundles/write-bundle'
import { readZipDirectory } from '@host/bundles/zip-reader'
import { writeZip, type StoredContent } from '@host/bundles/zip-writer'
import { digestOf } from '@host/files/durable-file'
import { createKeys, deskOf, openIdentity, type Identity } from '@host/keys/identity'
import { signManifestHash, signRecordId } from '@host/keys/signatures'
import type { LockedDossier } from '@host/locks/lock-dossier'
import { inBundleOrder, summariseRecords } from '@shared/bundle/manifest'
import { canonicalJson } from '@shared/lib/canonical-json'
import type { Action, BundleKind, DeskStatement } from '@shared/records/payloads'
import { recordId, type RecordEnvelope } from '@shared/records/record'

export type Entry = { readonly name: string; readonly bytes: Buffer }

/** Entries of a bundle, in order. */
export async function unpack(bundle: Uint8Array): Promise<Entry[]> {
  const source = memorySource(bundle)
  const entries: Entry[] = []
  for (const { name, offset, size } of await readZipDirectory(source)) {
    entries.push({ name, bytes: Buffer.from(await source.read(offset, size)) })
  }
  return entries
}

async function collect(
  write: (sink: { writeFile: (bytes: Uint8Array) => Promise<void> }) => Promise<unknown>,
): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  await write({ writeFile: async (bytes) => void pieces.push(Uint8Array.from(bytes)) })
  return Buffer.concat(pieces)
}

export const pack = (contents: readonly StoredContent[]): Promise<Buffer> => collect((sink) => writeZip(sink, contents))

/** An identity without a profile: somebody who writes bundles by a program of their own. */
export async function makeIdentity(role: 'division' | 'expert', name: string): Promise<Identity> {
  const keys = await createKeys({ name, unit: '示例单位', at: new Date('2026-11-20T00:00:00Z'), serial: '01' })
  return openIdentity(deskOf(keys.certificate, { name, unit: '示例单位', role }), keys)
}

/**
 * A chain of records of an identity, beginning with its introduction. `bend` may change a record before it is signed.
 */
export function writeRecords(
  identity: Identity,
  actions: readonly Action[],
  bend: (record: Omit<RecordEnvelope, 'id' | 'sig'>, index: number) => Omit<RecordEnvelope, 'id' | 'sig'> = (record) =>
    record,
): RecordEnvelope[] {
  const records: RecordEnvelope[] = []
  const all = [{ type: 'desk.introduced', payload: identity.statement }, ...actions]
  all.forEach(({ type, payload }, index) => {
    const unsigned = bend(
      {
        v: 1,
        author: identity.desk.keyId,
        seq: index + 1,
        prev: records.at(-1)?.id ?? null,
        lamport: 100 + index,
        at: '2026-11-20T01:00:00.000Z',
        type,
        payload: payload,
        refs: [],
      },
      index,
    )
    const id = recordId(unsigned)
    records.push({ ...unsigned, id, sig: signRecordId(id, identity.privateKey) })
  })
  return records
}

type Content = {
  readonly kind: BundleKind
  readonly from: Identity
  readonly records: readonly RecordEnvelope[]
  readonly statements?: readonly DeskStatement[]
  readonly bundleId?: string
  /** Attachments that go along. */
  readonly blobs?: readonly Uint8Array[]
  /** A dossier that goes along closed. */
  readonly locked?: LockedDossier
}

/** A bundle laid out and signed as the program does, of any records at all. */
export async function makeBundle({
  kind,
  from,
  records,
  statements = [from.statement],
  bundleId,
  blobs = [],
  locked,
}: Content): Promise<Buffer> {
  const content = await layOutBundle(
    {
      bundleId: bundleId ?? randomUUID(),
      kind,
      createdAt: '2026-11-20T02:00:00.000Z',
      from: from.desk,
      to: '示例',
      statements,
      records,
      blobs: [
        ...blobs.map((bytes) => ({ sha256: digestOf(bytes).sha256, open: async () => memorySource(bytes) })),
        ...(locked?.blobs ?? []),
      ],
      ...(locked !== undefined && { locks: [locked.lock] }),
    },
    (sha256) => signManifestHash(sha256, from.privateKey),
  )
  return collect((sink) => content.write(sink))
}

type Manifest = { files: { path: string; size: number; sha256: string; mediaType: string }[] } & Record<string, unknown>

/**
 * Changes entries of a bundle and makes the list agree again, signed by `signer`: what an insider could do who has the
 * program but wants to cheat. `change` gets the entries without manifest and signature.
 */
export async function rework(
  bundle: Uint8Array,
  signer: Pick<Identity, 'privateKey'>,
  change: (entries: Entry[]) => Entry[],
  changeManifest: (manifest: Manifest) => Manifest = (manifest) => manifest,
): Promise<Buffer> {
  const entries = await unpack(bundle)
  const old = JSON.parse(entries.find(({ name }) => name === 'manifest.json')!.bytes.toString('utf8')) as Manifest
  const rest = change(entries.filter(({ name }) => !name.startsWith('manifest.')))
  const mediaTypes = new Map(old.files.map((file) => [file.path, file.mediaType]))
  const files = rest.map(({ name, bytes }) => ({
    path: name,
    mediaType: mediaTypes.get(name) ?? 'application/octet-stream',
    ...digestOf(bytes),
  }))
  const records = rest
    .filter(({ name }) => name.startsWith('records/'))
    .flatMap(({ bytes }) =>
      bytes
        .toString('utf8')
        .split('\n')
        .filter((line) => line !== ''),
    )
    .flatMap((line) => {
      try {
        const record = JSON.parse(line) as RecordEnvelope
        return typeof record.id === 'string' ? [record] : []
      } catch {
        return []
      }
    })
  const summary = summariseRecords(inBundleOrder(records))
  const manifest = Buffer.from(canonicalJson(changeManifest({ ...old, files, records: summary })))
  return pack(withManifest(rest, manifest, signManifestHash(digestOf(manifest).sha256, signer.privateKey)))
}

/** Entries in their order with a manifest and its signature in second and third place. */
export const withManifest = (rest: readonly Entry[], manifest: Uint8Array, signature: Uint8Array): StoredContent[] => [
  ...rest.slice(0, 1),
  { name: 'manifest.json', bytes: manifest },
  { name: 'manifest.sig', bytes: signature },
  ...rest.slice(1),
]

export const readBytes = async (path: string): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await readFile(path))
