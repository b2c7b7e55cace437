import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digestOf } from '@host/files/durable-file'
import { signManifestHash } from '@host/keys/signatures'
import { canonicalJson } from '@shared/lib/canonical-json'
import type { RecordEnvelope } from '@shared/records/record'
import { makeBundle, pack, rework, unpack, withManifest, writeRecords, type Entry } from './bundle-fixture'
import { hashTree, removeTemporaryFolders, succeeded } from './desk-fixture'
import { named, setHostileScene, type HostileScene } from './hostile-fixture'
import { action, assignmentIssued, expertA, panelSaved } from './review-actions'

let scene: HostileScene
let desk: HostileScene['desk']
let sender: HostileScene['sender']
let stranger: HostileScene['stranger']
let good: HostileScene['good']
let records: HostileScene['records']
let before: HostileScene['before']
let refused: HostileScene['refused']

beforeAll(async () => {
  scene = await setHostileScene()
  ;({ desk, sender, stranger, good, records, before, refused } = scene)
})
afterAll(async () => {
  await scene.desk.host.close()
  await removeTemporaryFolders()
})

const bent = (change: (entries: Entry[]) => Entry[], signer = sender) => rework(good, signer, change)
const replace = (pattern: string, change: (text: string) => string) => (entries: Entry[]) =>
  entries.map((entry) =>
    entry.name.includes(pattern) ? { ...entry, bytes: Buffer.from(change(entry.bytes.toString('utf8'))) } : entry,
  )

describe('a bundle made by a cheat who has a key is refused by name', () => {
  it('a list that is not canonical, too deep, of an unknown shape or of another version', async () => {
    const manifest = (change: (value: Record<string, unknown>) => Record<string, unknown>) =>
      rework(
        good,
        sender,
        (entries) => entries,
        (value) => change(value) as typeof value,
      )
    await refused(await manifest((value) => ({ ...value, format: 'lianshen/2' })), 'bundle.newer-format')
    await refused(await manifest((value) => ({ ...value, minReader: 9 })), 'bundle.newer-format')
    await refused(await manifest((value) => ({ ...value, suite: 'sm2-sm3/1' })), 'bundle.unknown-suite')
    await refused(await manifest((value) => ({ ...value, hint: 1 })), 'bundle.manifest-invalid')
    await refused(await manifest((value) => ({ ...value, kind: 'gift' })), 'bundle.manifest-invalid')
    const rest = (await unpack(good)).filter(({ name }) => !name.startsWith('manifest.'))
    const text = (await unpack(good)).find(named('manifest.json'))!.bytes.toString('utf8')
    for (const bad of [
      ` ${text}`,
      '\ufeff' + text,
      text.replace('{', '{"a":1,"a":2,'),
      '['.repeat(100_000),
      '{',
      'null\0',
    ]) {
      const bytes = Buffer.from(bad)
      const signature = signManifestHash(digestOf(bytes).sha256, sender.privateKey)
      await refused(await pack(withManifest(rest, bytes, signature)), 'bundle.bad-json')
    }
    await refused(await pack(withManifest(rest, Buffer.from([0xff, 0xfe]), Buffer.alloc(64))), 'bundle.bad-json')
  })

  it('records with a wrong link, a wrong signature, a changed text, or one left out', async () => {
    const wrongPrev = writeRecords(sender, [panelSaved(), assignmentIssued(expertA)], (record, index) =>
      index === 2 ? { ...record, prev: 'e'.repeat(64) } : record,
    )
    await refused(await makeBundle({ kind: 'assignment', from: sender, records: wrongPrev }), 'bundle.chain')
    const noPrev = writeRecords(sender, [panelSaved()], (record) => ({ ...record, prev: null }))
    await refused(await makeBundle({ kind: 'assignment', from: sender, records: noPrev }), 'bundle.chain')
    const strangerSigned = records.map((record, index) =>
      index === 1 ? { ...record, sig: writeRecords(stranger, [])[0]!.sig } : record,
    )
    await refused(
      await makeBundle({ kind: 'assignment', from: sender, records: strangerSigned }),
      'bundle.record-signature',
    )
    await refused(
      await bent(replace('records/', (text) => text.replace('示例评审会', '他人评审会'))),
      'bundle.record-changed',
    )
    const summary = await rework(
      good,
      sender,
      (entries) => entries,
      (value) => ({
        ...value,
        records: { ...(value.records as object), count: 99 },
      }),
    )
    await refused(summary, 'bundle.record-summary')
    const twice = writeRecords(sender, [panelSaved(), panelSaved()], (record, index) =>
      index === 2 ? { ...record, seq: 2 } : record,
    )
    await refused(await makeBundle({ kind: 'assignment', from: sender, records: twice }), 'bundle.record-place')
  })

  it('records of a key that is not inside, and a key file that was swapped', async () => {
    const foreign = writeRecords(stranger, [panelSaved()])
    const both = [...records, ...foreign]
    await refused(await makeBundle({ kind: 'assignment', from: sender, records: both }), 'bundle.unknown-key')
    const renamed = { ...sender.statement, name: '示例假名' }
    await refused(
      await makeBundle({ kind: 'assignment', from: sender, records, statements: [renamed] }),
      'bundle.key-replaced',
    )
    const swapped = { ...sender.statement, certificate: stranger.statement.certificate }
    await refused(
      await makeBundle({ kind: 'assignment', from: sender, records, statements: [swapped] }),
      'bundle.key-replaced',
    )
    await refused(
      await makeBundle({ kind: 'assignment', from: sender, records, statements: [] }),
      'bundle.no-sender-key',
    )
    const roleSwapped = { ...sender, desk: { ...sender.desk, role: 'expert' as const } }
    await refused(await makeBundle({ kind: 'opinion', from: roleSwapped, records }), 'bundle.key-replaced')
  })

  it('lines that are no canonical record: prototype, depth, spaces, no object, no end of line', async () => {
    const line = canonicalJson(records[0])
    for (const [bad, code] of [
      [line.replace('{', '{"__proto__":{"x":1},'), 'bundle.bad-json'],
      [line.replace('"payload":{', `"payload":{"a":${'['.repeat(70)}${']'.repeat(70)},`), 'bundle.bad-json'],
      [` ${line}`, 'bundle.bad-json'],
      ['', 'bundle.bad-json'],
      ['{}', 'bundle.record-invalid'],
      ['[]', 'bundle.record-invalid'],
      [line.replace('"v":1', '"v":1,"w":2'), 'bundle.record-invalid'],
    ] as const) {
      await refused(await bent(replace('records/', (text) => text.replace(line, bad))), code)
    }
    await refused(await bent(replace('records/', (text) => text.trimEnd())), 'bundle.bad-json')
  })

  it('a record of a wrong content is shown as not taken, the rest is taken', async () => {
    const odd = writeRecords(sender, [action('panel.saved', { id: 1 }), panelSaved()])
    const bytes = Uint8Array.from(await makeBundle({ kind: 'assignment', from: sender, records: odd }))
    const { stageId, report } = succeeded(
      await desk.call('bundle:stage', { kind: 'bytes', fileName: '来包.lsb', bytes }),
    )
    expect(report.items.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['new', null],
      ['rejected', 'bad-payload'],
      ['new', null],
    ])
    expect(report).toMatchObject({ canCommit: true, notUnderstood: null })
    await desk.call('bundle:discard', { stageId })
    expect(await hashTree(desk.root)).toEqual(before)
  })
})

describe('equal content has equal bytes', () => {
  it('whatever order the records come in', async () => {
    const bundleId = '11111111-1111-4111-8111-111111111111'
    const content = { kind: 'assignment', from: sender, bundleId } as const
    const withoutSignature = async (list: readonly RecordEnvelope[]) => {
      const entries = await unpack(await makeBundle({ ...content, records: list }))
      return pack(entries.filter((entry) => entry.name !== 'manifest.sig'))
    }
    expect(await withoutSignature([...records].reverse())).toEqual(await withoutSignature(records))
  })
})
