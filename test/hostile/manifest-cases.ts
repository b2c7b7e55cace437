/** manifest.json and what it lists, by somebody who has a key and signs whatever he writes. */
import { digestOf } from '@host/files/durable-file'
import { blobEntry } from '@shared/bundle/entry-names'
import { pack, rework } from '../integration/host/bundle-fixture'
import { casesOf, type HostileCase } from './case'
import { newerCases } from './newer-cases'
import { manifestText, withManifestBytes, withManifestFields, withManifestText, type HostileWorld } from './world'

const badJson = 'bundle.bad-json'
const invalid = 'bundle.manifest-invalid'

const text =
  (change: (text: string) => string): HostileCase['make'] =>
  (world) =>
    withManifestText(world, change)
const bytes =
  (make: (text: string) => Uint8Array): HostileCase['make'] =>
  (world) =>
    withManifestBytes(world, make(manifestText(world)))
const fields =
  (change: object): HostileCase['make'] =>
  (world) =>
    withManifestFields(world, (value) => ({ ...value, ...change }))
type File = { path: string; size: number; sha256: string; mediaType: string }
const files =
  (change: (list: File[]) => unknown[]): HostileCase['make'] =>
  (world) =>
    withManifestFields(world, (value) => ({ ...value, files: change(value['files'] as File[]) }))
const firstFile = (change: Partial<Record<keyof File, unknown>>): HostileCase['make'] =>
  files(([first, ...rest]) => [{ ...first, ...change }, ...rest])
const summary =
  (change: object): HostileCase['make'] =>
  (world) =>
    withManifestFields(world, (value) => ({ ...value, records: { ...(value['records'] as object), ...change } }))
const without =
  (name: string): HostileCase['make'] =>
  ({ entries }: HostileWorld) =>
    pack(entries.filter((entry) => !entry.name.startsWith(name)))

const unlisted = Buffer.from('x')

const plainCases = casesOf('manifest', [
  ['with a space before the list', badJson, text((old) => ` ${old}`)],
  ['with a line feed behind the list', badJson, text((old) => `${old}\n`)],
  ['with a byte order mark', badJson, text((old) => `\ufeff${old}`)],
  ['with a key twice', badJson, text((old) => old.replace('{', '{"bundleId":"x",'))],
  [
    'with keys in another order',
    badJson,
    text((old) => {
      const { bundleId, ...rest } = JSON.parse(old) as Record<string, unknown>
      return JSON.stringify({ ...rest, bundleId })
    }),
  ],
  ['with the number 1e999', badJson, text((old) => old.replace('"minReader":1', '"minReader":1e999'))],
  ['with the number 1.0', badJson, text((old) => old.replace('"minReader":1', '"minReader":1.0'))],
  ['with the number -0', badJson, text((old) => old.replace('"minReader":1', '"minReader":-0'))],
  ['with NaN', badJson, text((old) => old.replace('"minReader":1', '"minReader":NaN'))],
  ['with a lone surrogate', badJson, text((old) => old.replace('"to":"示例"', '"to":"\\ud800"'))],
  ['with an escape where a character would do', badJson, text((old) => old.replace('"to":"示例"', '"to":"\\u793a例"'))],
  ['with a raw line feed in a string', badJson, text((old) => old.replace('"to":"示例"', '"to":"示\n例"'))],
  ['100,000 levels deep', badJson, bytes(() => Buffer.from('['.repeat(100_000) + ']'.repeat(100_000)))],
  ['with 100,000 opening braces', badJson, bytes(() => Buffer.from('{"a":'.repeat(100_000)))],
  ['with __proto__ as a key', badJson, text((old) => old.replace('{', '{"__proto__":{"x":1},'))],
  ['that ends in the middle', badJson, text((old) => old.slice(0, -9))],
  ['that is empty', badJson, bytes(() => new Uint8Array())],
  ['that is no UTF-8', badJson, bytes(() => Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))],
  ['in overlong UTF-8', badJson, bytes(() => Buffer.from([0x22, 0xc0, 0xaf, 0x22]))],
  ['in UTF-16', badJson, bytes((old) => Buffer.from(old, 'utf16le'))],
  ['that is null', invalid, bytes(() => Buffer.from('null'))],
  ['that is a list', invalid, bytes(() => Buffer.from('[]'))],
  ['that is a number', invalid, bytes(() => Buffer.from('7'))],
  ['of 17 million bytes', 'bundle.entry-too-large', bytes(() => Buffer.from(JSON.stringify('x'.repeat(17_000_000))))],
  ['of the next major version', 'bundle.newer-format', fields({ format: 'lianshen/2' })],
  ['of a major version before the first', 'bundle.newer-format', fields({ format: 'lianshen/0' })],
  ['of another format', invalid, fields({ format: 'other/1' })],
  ['of a version that is no number', invalid, fields({ format: 'lianshen/1.x' })],
  ['for a later reader', 'bundle.newer-format', fields({ minReader: 9 })],
  ['for a reader number zero', invalid, fields({ minReader: 0 })],
  ['of an unknown suite', 'bundle.unknown-suite', fields({ suite: 'sm2-sm3/1' })],
  ['with no signature by its suite', 'bundle.unknown-suite', fields({ suite: 'none' })],
  ['with an unknown key', invalid, fields({ hint: 1 })],
  ['of an unknown kind', invalid, fields({ kind: 'gift' })],
  ['with a number that is no UUID', invalid, fields({ bundleId: '../../x' })],
  ['with a time that is none', invalid, fields({ createdAt: 'yesterday' })],
  ['for nobody', invalid, fields({ to: '' })],
  ['for a name of 10,000 characters', invalid, fields({ to: 'x'.repeat(10_000) })],
  ['with a list of files that is none', invalid, fields({ files: {} })],
  ['that lists a file twice', invalid, files((list) => [...list, ...list.slice(-1)])],
  [
    'that lists a file that is not there',
    'bundle.missing-entry',
    files((list) => [
      ...list,
      { path: blobEntry('d'.repeat(64)), size: 1, sha256: 'd'.repeat(64), mediaType: 'application/pdf' },
    ]),
  ],
  [
    'that lists a path outside',
    'bundle.missing-entry',
    files((list) => [...list, { path: '../../etc/passwd', size: 1, sha256: 'd'.repeat(64), mediaType: 'text/plain' }]),
  ],
  ['that leaves a file out', 'bundle.unlisted-entry', files((list) => list.slice(0, -1))],
  ['that states another size', 'bundle.wrong-hash', firstFile({ size: 7 })],
  ['that states a size below zero', invalid, firstFile({ size: -1 })],
  ['that states a size of 1.5', invalid, firstFile({ size: 1.5 })],
  ['that states a size beyond numbers', invalid, firstFile({ size: 1e300 })],
  ['that states another hash', 'bundle.wrong-hash', firstFile({ sha256: 'e'.repeat(64) })],
  ['that states a hash in capitals', invalid, firstFile({ sha256: 'E'.repeat(64) })],
  ['that counts other records', 'bundle.record-summary', summary({ count: 99 })],
  ['that states another root', 'bundle.record-summary', summary({ root: 'e'.repeat(64) })],
  ['that states no heads', 'bundle.record-summary', summary({ heads: [] })],
  [
    'with a sender of another role',
    'bundle.key-replaced',
    (world) =>
      withManifestFields(world, (value) => ({ ...value, from: { ...(value['from'] as object), role: 'expert' } })),
  ],
  [
    'with a sender of another name',
    'bundle.key-replaced',
    (world) =>
      withManifestFields(world, (value) => ({ ...value, from: { ...(value['from'] as object), name: '示例厅长' } })),
  ],
  [
    'with a sender whose key is not inside',
    'bundle.no-sender-key',
    (world) =>
      withManifestFields(world, (value) => ({
        ...value,
        from: { ...(value['from'] as object), keyId: 'a'.repeat(32) },
      })),
  ],
  ['without a list', 'bundle.missing-entry', without('manifest.json')],
  ['without records that it lists', 'bundle.missing-entry', without('records/')],
  ['without an attachment that it lists', 'bundle.missing-entry', without('blobs/')],
  ['without keys that it lists', 'bundle.missing-entry', without('keys/')],
  [
    'with an attachment that it does not list',
    'bundle.unlisted-entry',
    ({ entries }) => pack([...entries, { name: blobEntry(digestOf(unlisted).sha256), bytes: unlisted }]),
  ],
  [
    'with an attachment that is not what its name says',
    'bundle.wrong-hash',
    (world) =>
      rework(world.good, world.sender, (entries) => [...entries, { name: blobEntry('d'.repeat(64)), bytes: unlisted }]),
  ],
  [
    'whose list was changed and not signed again',
    'bundle.manifest-signature',
    ({ entries }) =>
      pack(
        entries.map((entry) =>
          entry.name === 'manifest.json'
            ? { ...entry, bytes: Buffer.from(entry.bytes.toString('utf8').replace('"to":"示例"', '"to":"他人"')) }
            : entry,
        ),
      ),
  ],
])

export const manifestCases: readonly HostileCase[] = [...plainCases, ...newerCases]
