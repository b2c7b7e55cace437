/** Signatures, keys and chains: who signed, with what, and whether the numbers follow. */
import { generateKeyPairSync } from 'node:crypto'
import { digestOf } from '@host/files/durable-file'
import type { Identity } from '@host/keys/identity'
import { signManifestHash, signRecordId } from '@host/keys/signatures'
import { keyEntry } from '@shared/bundle/entry-names'
import { canonicalJson } from '@shared/lib/canonical-json'
import type { RecordEnvelope } from '@shared/records/record'
import { makeBundle, pack, rework, unpack, writeRecords } from '../integration/host/bundle-fixture'
import { assignmentIssued, dossierSaved, expertA, panelSaved } from '../integration/host/review-actions'
import { casesOf, type HostileCase } from './case'
import { manifestText, patched, withManifestFields, withText, type HostileWorld } from './world'

const unsigned = 'bundle.manifest-signature'
const replaced = 'bundle.key-replaced'

const withSignature = ({ entries }: HostileWorld, change: (signature: Buffer) => Uint8Array): Promise<Buffer> =>
  pack(
    entries.map((entry) =>
      entry.name === 'manifest.sig' ? { ...entry, bytes: Buffer.from(change(entry.bytes)) } : entry,
    ),
  )

const withRecords = (
  { sender }: HostileWorld,
  records: readonly RecordEnvelope[],
  statements: readonly object[] = [sender.statement],
): Promise<Buffer> =>
  makeBundle({ kind: 'assignment', from: sender, records, statements: statements as Identity['statement'][] })

/** The sender's chain with other actions. */
const chain = (world: HostileWorld, bend: Parameters<typeof writeRecords>[2]): RecordEnvelope[] =>
  writeRecords(world.sender, [dossierSaved(1), panelSaved(), assignmentIssued(expertA)], bend)

const hashOfManifest = (world: HostileWorld): string => digestOf(Buffer.from(manifestText(world))).sha256

/** The letters in which the 64th byte of a signature ends, with one spare bit set. */
const spareBits: Readonly<Record<string, string>> = { A: 'B', Q: 'R', g: 'h', w: 'x' }

const signatures = casesOf('signatures', [
  [
    'without a signature',
    'bundle.missing-entry',
    ({ entries }) => pack(entries.filter(({ name }) => name !== 'manifest.sig')),
  ],
  ['with a signature of zeros', unsigned, (world) => withSignature(world, () => Buffer.alloc(64))],
  ['with a signature of no bytes', unsigned, (world) => withSignature(world, () => Buffer.alloc(0))],
  ['with a signature of 63 bytes', unsigned, (world) => withSignature(world, (old) => old.subarray(1))],
  [
    'with a signature of 65 bytes',
    'bundle.entry-too-large',
    (world) => withSignature(world, (old) => Buffer.concat([old, Buffer.alloc(1)])),
  ],
  [
    'with one bit of the signature flipped',
    unsigned,
    (world) => withSignature(world, (old) => patched(old, [20, (old[20] ?? 0) ^ 1])),
  ],
  [
    'with both halves of the signature exchanged',
    unsigned,
    (world) => withSignature(world, (old) => Buffer.concat([old.subarray(32), old.subarray(0, 32)])),
  ],
  [
    'signed by a stranger',
    unsigned,
    (world) => withSignature(world, () => signManifestHash(hashOfManifest(world), world.stranger.privateKey)),
  ],
  [
    'signed as if it were a record',
    unsigned,
    (world) =>
      withSignature(world, () => Buffer.from(signRecordId(hashOfManifest(world), world.sender.privateKey), 'base64')),
  ],
  [
    'with the signature of another bundle of the same sender',
    unsigned,
    async (world) => {
      const another = await unpack(await withRecords(world, chain(world, undefined)))
      return withSignature(world, () => another.find(({ name }) => name === 'manifest.sig')?.bytes ?? Buffer.alloc(0))
    },
  ],
  [
    'with a record signed by nobody',
    'bundle.record-signature',
    (world) =>
      withRecords(
        world,
        world.records.map((record, index) =>
          index === 1 ? { ...record, sig: Buffer.alloc(64).toString('base64') } : record,
        ),
      ),
  ],
  [
    // 64 bytes leave four spare bits in the last letter of base64; they decode to the same signature.
    'with a signature of a record that has another text for the same bytes',
    'bundle.record-signature',
    (world) =>
      withRecords(
        world,
        world.records.map((record, index) =>
          index === 1
            ? { ...record, sig: record.sig.replace(/.==$/u, (end) => `${spareBits[end[0] ?? '']}==`) }
            : record,
        ),
      ),
  ],
  [
    'with a record signed by a stranger',
    'bundle.record-signature',
    (world) =>
      withRecords(
        world,
        world.records.map((record, index) =>
          index === 1 ? { ...record, sig: signRecordId(record.id, world.stranger.privateKey) } : record,
        ),
      ),
  ],
  [
    'with the signature of another record',
    'bundle.record-signature',
    (world) =>
      withRecords(
        world,
        world.records.map((record, index) => (index === 1 ? { ...record, sig: world.records[2]?.sig ?? '' } : record)),
      ),
  ],
  [
    'with a signature that is no base64',
    'bundle.record-invalid',
    (world) =>
      withRecords(
        world,
        world.records.map((record, index) => (index === 1 ? { ...record, sig: '***' } : record)),
      ),
  ],
  [
    'with a record of a key that is not inside',
    'bundle.unknown-key',
    (world) => withRecords(world, [...world.records, ...writeRecords(world.stranger, [panelSaved()])]),
  ],
  ['without the sender’s key', 'bundle.no-sender-key', (world) => withRecords(world, world.records, [])],
  [
    'with another certificate under the sender’s name',
    replaced,
    (world) =>
      withRecords(world, world.records, [
        { ...world.sender.statement, certificate: world.stranger.statement.certificate },
      ]),
  ],
  [
    'with a certificate that is none',
    replaced,
    (world) => withRecords(world, world.records, [{ ...world.sender.statement, certificate: 'AAAA' }]),
  ],
  [
    'with a key file that names another person',
    replaced,
    (world) => withRecords(world, world.records, [{ ...world.sender.statement, name: '示例假名' }]),
  ],
  [
    'with a key file that names another role',
    replaced,
    (world) => withText(world, 'keys/', (text) => text.replace('"role":"division"', '"role":"expert"')),
  ],
  [
    'with a key file under another key’s number',
    replaced,
    (world) =>
      rework(world.good, world.sender, (entries) => [
        ...entries,
        {
          name: keyEntry(world.stranger.desk.keyId),
          bytes: Buffer.from(canonicalJson(world.sender.statement)),
        },
      ]),
  ],
  ['with a key file that is a list', replaced, (world) => withText(world, 'keys/', () => '[]')],
  [
    'with a key file of a million bytes',
    'bundle.entry-too-large',
    (world) => withText(world, 'keys/', (text) => text.replace('"name":"', `"name":"${'x'.repeat(1_000_000)}`)),
  ],
  [
    'with the key of a person who says nothing in it',
    replaced,
    (world) => withRecords(world, world.records, [world.sender.statement, world.stranger.statement]),
  ],
  [
    'made whole by a stranger under the sender’s number',
    unsigned,
    (world) => rework(world.good, world.stranger, (entries) => entries),
  ],
  [
    'signed with another key of the same kind',
    unsigned,
    (world) => {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
      return withSignature(world, () => signManifestHash(hashOfManifest(world), privateKey))
    },
  ],
])

const chains = casesOf('chains', [
  [
    'with a wrong link',
    'bundle.chain',
    (world) =>
      withRecords(
        world,
        chain(world, (record, index) => (index === 2 ? { ...record, prev: 'e'.repeat(64) } : record)),
      ),
  ],
  [
    'with records that link to nothing',
    'bundle.chain',
    (world) =>
      withRecords(
        world,
        chain(world, (record) => ({ ...record, prev: null })),
      ),
  ],
  [
    'with a first record that links to something',
    'bundle.chain',
    (world) =>
      withRecords(
        world,
        chain(world, (record, index) => (index === 0 ? { ...record, prev: 'e'.repeat(64) } : record)),
      ),
  ],
  [
    'with two records of one number',
    'bundle.record-place',
    (world) =>
      withRecords(
        world,
        chain(world, (record, index) => (index === 2 ? { ...record, seq: 2 } : record)),
      ),
  ],
  [
    'with records in another order',
    'bundle.record-place',
    (world) =>
      withText(world, 'records/', (text) => {
        const [a = '', b = '', ...rest] = text.trimEnd().split('\n')
        return `${[b, a, ...rest].join('\n')}\n`
      }),
  ],
  [
    'with a record left out of the middle and the list as it was',
    'bundle.record-summary',
    async (world) => {
      const old = (JSON.parse(manifestText(world)) as { records: object }).records
      return rework(
        await withText(world, 'records/', (text) => text.split('\n').toSpliced(1, 1).join('\n')),
        world.sender,
        (entries) => entries,
        (value) => ({ ...value, records: old }),
      )
    },
  ],
  [
    'with its tail cut off and the file’s name as it was',
    'bundle.record-place',
    (world) => withText(world, 'records/', (text) => `${text.trimEnd().split('\n').slice(0, -1).join('\n')}\n`),
  ],
  [
    'with a record in another author’s file',
    'bundle.record-place',
    (world) =>
      rework(world.good, world.sender, (entries) =>
        entries.map((entry) =>
          entry.name.startsWith('records/')
            ? { ...entry, name: entry.name.replace(world.sender.desk.keyId, world.stranger.desk.keyId) }
            : entry,
        ),
      ),
  ],
  ['without the introduction of its author', replaced, (world) => withRecords(world, world.records.slice(1))],
  [
    'that tells another story under a number already known (a fork)',
    { record: 'fork', canCommit: true },
    (world) =>
      withRecords(
        world,
        chain(world, (record, index) =>
          index === 2 ? { ...record, payload: { ...record.payload, title: '另一个故事（示例）' } } : record,
        ),
      ),
    'seen',
  ],
  ['that was taken in before (a replay)', { record: 'identical', canCommit: false }, ({ good }) => good, 'seen'],
  [
    'with an older state of what is known (a rollback)',
    { record: 'identical', canCommit: false },
    (world) => withRecords(world, world.records.slice(0, 2)),
    'seen',
  ],
  [
    'made in 2099 by its own clock',
    { record: 'new', canCommit: true },
    (world) => withManifestFields(world, (value) => ({ ...value, createdAt: '2099-01-01T00:00:00.000Z' })),
  ],
  [
    'with records written in 2099 by their own clock',
    { record: 'new', canCommit: true },
    (world) =>
      withRecords(
        world,
        chain(world, (record) => ({ ...record, at: '2099-01-01T00:00:00.000Z' })),
      ),
  ],
])

export const signatureCases: readonly HostileCase[] = [...signatures, ...chains]
