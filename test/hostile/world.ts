import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { digestOf } from '@host/files/durable-file'
import type { Identity } from '@host/keys/identity'
import { signManifestHash } from '@host/keys/signatures'
import type { RecordEnvelope } from '@shared/records/record'
import {
  makeBundle,
  makeIdentity,
  pack,
  rework,
  unpack,
  withManifest,
  writeRecords,
  type Entry,
} from '../integration/host/bundle-fixture'
import { assignmentIssued, dossierSaved, expertA, panelSaved } from '../integration/host/review-actions'

/** What a hostile file is made from: people with keys, and a bundle in which everything is right. */
export type HostileWorld = {
  /** A division that sends the good bundle. */
  readonly sender: Identity
  /** A division that nobody knows. */
  readonly stranger: Identity
  /** Expert A of the panel, known to the division's desk by a confirmed key, and another expert. */
  readonly expert: Identity
  readonly otherExpert: Identity
  /** An assignment: introduction, dossier, panel and assignment, one attachment. */
  readonly good: Buffer
  readonly entries: readonly Entry[]
  readonly records: readonly RecordEnvelope[]
}

/** What opens the envelopes of the corpus. */
export const hostilePassphrase = '示例口令一二三四'

/** A small PDF, invented. */
export const attachment = Buffer.from('%PDF-1.7\n% 示例材料，虚构\n1 0 obj\n<<>>\nendobj\n%%EOF\n')

export async function createWorld(): Promise<HostileWorld> {
  const sender = await makeIdentity('division', '示例处室')
  const records = writeRecords(sender, [
    dossierSaved(1, [digestOf(attachment)]),
    panelSaved(),
    assignmentIssued(expertA),
  ])
  const good = await makeBundle({
    kind: 'assignment',
    from: sender,
    records,
    blobs: [attachment],
    bundleId: '11111111-1111-4111-8111-111111111111',
  })
  return {
    sender,
    stranger: await makeIdentity('division', '示例他人'),
    expert: await makeIdentity('expert', '示例甲'),
    otherExpert: await makeIdentity('expert', '示例乙'),
    good,
    entries: await unpack(good),
    records,
  }
}

/** The manifest replaced by other bytes, signed by the sender, everything else as it was. */
export function withManifestBytes({ entries, sender }: HostileWorld, bytes: Uint8Array): Promise<Buffer> {
  const rest = entries.filter(({ name }) => !name.startsWith('manifest.'))
  return pack(withManifest(rest, bytes, signManifestHash(digestOf(bytes).sha256, sender.privateKey)))
}

export const manifestText = ({ entries }: HostileWorld): string =>
  entries.find(({ name }) => name === 'manifest.json')?.bytes.toString('utf8') ?? ''

/** The manifest's text changed, signed by the sender. @throws if the change changes nothing */
export function withManifestText(world: HostileWorld, change: (text: string) => string): Promise<Buffer> {
  const text = manifestText(world)
  return withManifestBytes(world, Buffer.from(changed(text, change(text))))
}

type ManifestChange = Parameters<typeof rework>[3]

/** Fields of the manifest changed, in canonical spelling, signed by the sender. */
export const withManifestFields = (world: HostileWorld, change: (value: Record<string, unknown>) => object) =>
  rework(world.good, world.sender, (entries) => entries, change as ManifestChange)

/** The text of one entry changed, list, hashes and signature made good again. @throws if the change changes nothing */
export const withText = (world: HostileWorld, pattern: string, change: (text: string) => string): Promise<Buffer> =>
  rework(world.good, world.sender, (entries) =>
    entries.map((entry) => {
      if (!entry.name.includes(pattern)) return entry
      const text = entry.bytes.toString('utf8')
      return { ...entry, bytes: Buffer.from(changed(text, change(text))) }
    }),
  )

function changed(before: string, after: string): string {
  if (before === after) throw new Error('the case is as it was')
  return after
}

/** A copy of bytes with some of them overwritten. */
export function patched(
  bytes: Uint8Array,
  ...patches: readonly (readonly [at: number, ...values: number[]])[]
): Buffer {
  const copy = Buffer.from(bytes)
  for (const [at, ...values] of patches) copy.set(values, at)
  if (copy.equals(bytes)) throw new Error('the case is as it was')
  return copy
}

/** Runs something with a folder that is removed afterwards. */
export async function inFolder<T>(run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'lianshen-hostile-'))
  try {
    return await run(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export const writeInto = async (folder: string, name: string, bytes: Uint8Array): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}
