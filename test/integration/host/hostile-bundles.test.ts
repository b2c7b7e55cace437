import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { createTranslator } from '@shared/messages/translate'
import { canonicalJson } from '@shared/lib/canonical-json'
import type { MessageKey } from '@shared/messages/catalogue'
import type { Identity } from '@host/keys/identity'
import { signManifestHash } from '@host/keys/signatures'
import { digestOf } from '@host/files/durable-file'
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
} from './bundle-fixture'
import { createDesk, failure, hashTree, removeTemporaryFolders, type Desk } from './desk-fixture'
import { action, assignmentIssued, dossierSaved, expertA, panelSaved } from './review-actions'

let desk: Desk
let sender: Identity
let stranger: Identity
let good: Buffer
let records: RecordEnvelope[]
let before: Record<string, string>

beforeAll(async () => {
  desk = await createDesk('expert', '示例专家甲')
  await mkdir(desk.exchange, { recursive: true })
  sender = await makeIdentity('division', '示例处室')
  stranger = await makeIdentity('division', '示例他人')
  records = writeRecords(sender, [dossierSaved(1), panelSaved(), assignmentIssued(expertA)])
  good = await makeBundle({ kind: 'assignment', from: sender, records })
  before = await hashTree(desk.root)
})
afterAll(async () => {
  await desk.host.close()
  await removeTemporaryFolders()
})

/** Stages bytes, expects a refusal with this code, a whole sentence that names the file in both languages, and nothing changed. */
async function refused(bytes: Uint8Array, code: string): Promise<void> {
  const answer = await desk.call('bundle:stage', { kind: 'bytes', fileName: '来包.lsb', bytes: Uint8Array.from(bytes) })
  const error = failure(answer)
  expect(error.code).toBe(code)
  for (const locale of ['zh-CN', 'en'] as const) {
    expect(createTranslator(locale)(`error.${error.code}` as MessageKey, error.params)).toContain('来包.lsb')
  }
  expect(await hashTree(desk.root)).toEqual(before)
}

const bent = (change: (entries: Entry[]) => Entry[], signer = sender) => rework(good, signer, change)
const named = (pattern: string) => (entry: Entry) => entry.name.includes(pattern)
const replace = (pattern: string, change: (text: string) => string) => (entries: Entry[]) =>
  entries.map((entry) =>
    entry.name.includes(pattern) ? { ...entry, bytes: Buffer.from(change(entry.bytes.toString('utf8'))) } : entry,
  )

/** The good bundle with one byte changed inside an entry, list and signature left as they are. */
async function tampered(pattern: string): Promise<Buffer> {
  const entries = await unpack(good)
  const bytes = Buffer.from(good)
  const target = entries.find(named(pattern))!
  const at = bytes.indexOf(target.bytes) + Math.floor(target.bytes.length / 2)
  bytes[at] = bytes[at]! ^ 1
  return bytes
}

describe('a file that is no whole bundle is refused by name and changes nothing', () => {
  it('the good one is taken, so that the rest means something', async () => {
    const answer = await desk.call('bundle:stage', {
      kind: 'bytes',
      fileName: '来包.lsb',
      bytes: Uint8Array.from(good),
    })
    expect(answer).toMatchObject({ kind: 'done', report: { canCommit: true } })
    if (answer.kind === 'done') await desk.call('bundle:discard', { stageId: answer.stageId })
    expect(await hashTree(desk.root)).toEqual(before)
  })

  it('cut off anywhere', async () => {
    const cuts = [1, 3, 10, 30, 60, 200, good.length >> 1, good.length - 500, good.length - 23, good.length - 1]
    for (const length of cuts) {
      const code = length < 4 ? 'bundle.not-a-bundle' : 'bundle.truncated'
      await refused(good.subarray(0, length), code)
    }
  })

  it('empty, another kind of file, or a PDF', async () => {
    await refused(new Uint8Array(), 'bundle.empty')
    await refused(Buffer.from('示例文字，不是包'), 'bundle.not-a-bundle')
    await refused(Buffer.from('%PDF-1.7\n%%EOF'), 'bundle.not-a-bundle')
  })

  it('with bytes behind or before it', async () => {
    await refused(Buffer.concat([good, Buffer.from('\n')]), 'bundle.trailing-bytes')
    await refused(Buffer.concat([good, good]), 'bundle.structure')
    await refused(Buffer.concat([Buffer.from('#!/bin/sh\n'), good]), 'bundle.not-a-bundle')
  })

  it('a ZIP of another program, stored or deflated', async () => {
    const zip = new JSZip()
    zip.file('申请表.pdf', 'x')
    await refused(await zip.generateAsync({ type: 'nodebuffer' }), 'bundle.foreign-entry')
    const same = new JSZip()
    for (const { name, bytes } of await unpack(good)) same.file(name, bytes, { createFolders: false })
    await refused(await same.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }), 'bundle.compressed')
    await refused(await same.generateAsync({ type: 'nodebuffer' }), 'bundle.structure')
    const stored = new ZipFile()
    for (const { name, bytes } of await unpack(good)) stored.addBuffer(bytes, name, { compress: false })
    stored.end()
    await refused(await buffer(stored.outputStream), 'bundle.structure')
  })

  it('encrypted by age, which has its place in a later version', async () => {
    await refused(Buffer.from('age-encryption.org/v1\n-> X25519 abc\n'), 'bundle.encrypted')
  })

  it('a folder, a file that is not there, and one whose writing was not finished', async () => {
    const folder = join(desk.root, '工作目录')
    expect(failure(await desk.call('bundle:stage', { kind: 'path', path: folder })).code).toBe('bundle.is-folder')
    expect(failure(await desk.call('bundle:stage', { kind: 'path', path: join(folder, '无.lsb') })).code).toBe(
      'bundle.no-file',
    )
    const part = join(desk.exchange, '来包.lsb.part')
    await writeFile(part, good)
    expect(failure(await desk.call('bundle:stage', { kind: 'path', path: part })).code).toBe('bundle.part-file')
    await rm(part)
    expect(await hashTree(desk.root)).toEqual(before)
  })
})

describe('a bundle whose entries were touched is refused by name', () => {
  it('a byte changed in the list, a record, a key or the page', async () => {
    await refused(await tampered('records/'), 'bundle.wrong-hash')
    await refused(await tampered('keys/'), 'bundle.wrong-hash')
    await refused(await tampered('index.html'), 'bundle.wrong-hash')
    await refused(await tampered('manifest.sig'), 'bundle.wrong-hash')
    const manifest = await desk.call('bundle:stage', {
      kind: 'bytes',
      fileName: '来包.lsb',
      bytes: Uint8Array.from(await tampered('manifest.json')),
    })
    expect(failure(manifest).code).toMatch(/^bundle\./u)
    expect(await hashTree(desk.root)).toEqual(before)
  })

  it('the list, packed again without its signature being right', async () => {
    const entries = await unpack(good)
    const rest = entries.filter(({ name }) => !name.startsWith('manifest.'))
    const text = entries.find(named('manifest.json'))!.bytes.toString('utf8')
    const manifest = Buffer.from(text.replace('"to":"示例"', '"to":"他人"'))
    const old = entries.find(named('manifest.sig'))!.bytes
    await refused(await pack(withManifest(rest, manifest, old)), 'bundle.manifest-signature')
    const byStranger = signManifestHash(digestOf(manifest).sha256, stranger.privateKey)
    await refused(await pack(withManifest(rest, manifest, byStranger)), 'bundle.manifest-signature')
    await refused(await pack(withManifest(rest, Buffer.from(text), Buffer.alloc(64))), 'bundle.manifest-signature')
    await refused(await pack(withManifest(rest, Buffer.from(text), Buffer.alloc(3))), 'bundle.manifest-signature')
  })

  it('an entry missing, added, twice, or with a name that leads elsewhere', async () => {
    const entries = await unpack(good)
    const contents = (list: readonly Entry[]) => pack(list)
    const blob = { name: `blobs/sha256/${'d'.repeat(64)}`, bytes: Buffer.from('x') }
    await refused(await contents(entries.filter((entry) => !entry.name.startsWith('records/'))), 'bundle.missing-entry')
    await refused(await contents(entries.filter((entry) => entry.name !== 'manifest.sig')), 'bundle.missing-entry')
    await refused(await contents(entries.filter((entry) => entry.name !== 'manifest.json')), 'bundle.missing-entry')
    await refused(await contents(entries.slice(1)), 'bundle.not-a-bundle')
    await refused(await contents([...entries, blob]), 'bundle.unlisted-entry')
    await refused(await contents([...entries, entries[3]!]), 'bundle.double-name')
    for (const name of ['../../evil.sh', '/etc/passwd', 'C:\\x', 'records/../x', 'mimetype\0']) {
      await refused(await contents([...entries, { name, bytes: Buffer.from('x') }]), 'bundle.foreign-entry')
    }
    await refused(await bent((list) => [...list, blob]), 'bundle.wrong-hash')
  })

  it('headers that lie: method, size, descriptor, extra field, comment, attributes, gap', async () => {
    const central = good.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    const patch = (offset: number, value: number) => {
      const bytes = Buffer.from(good)
      bytes[offset] = value
      return bytes
    }
    await refused(patch(central + 10, 8), 'bundle.compressed')
    await refused(patch(8, 8), 'bundle.structure')
    await refused(patch(6, 8), 'bundle.structure')
    await refused(patch(central + 8, 1), 'bundle.structure')
    await refused(patch(central + 24, 1), 'bundle.structure')
    await refused(patch(central + 30, 4), 'bundle.structure')
    await refused(patch(central + 38, 0xff), 'bundle.structure')
    await refused(patch(central + 42, 7), 'bundle.structure')
    await refused(patch(good.length - 2, 1), 'bundle.structure')
    await refused(patch(good.length - 12, 1), 'bundle.structure')
  })
})

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

  it('a record of an unknown kind, a newer version or a wrong content is shown as not taken, the rest is taken', async () => {
    const odd = writeRecords(
      sender,
      [action('gift.given' as never, { a: 1 }), action('panel.saved', { id: 1 }), panelSaved(), panelSaved()],
      (record, index) => (index === 4 ? { ...record, v: 2 } : record),
    )
    const bytes = Uint8Array.from(await makeBundle({ kind: 'assignment', from: sender, records: odd }))
    const answer = await desk.call('bundle:stage', { kind: 'bytes', fileName: '来包.lsb', bytes })
    if (answer.kind !== 'done') throw new Error(answer.error.code)
    expect(answer.report.items.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['new', null],
      ['rejected', 'unknown-type'],
      ['rejected', 'bad-payload'],
      ['new', null],
      ['rejected', 'newer-version'],
    ])
    await desk.call('bundle:discard', { stageId: answer.stageId })
    expect(await hashTree(desk.root)).toEqual(before)
  })

  it('a newer minor version may be looked at but not taken', async () => {
    const newer = await rework(
      good,
      sender,
      (entries) => entries,
      (value) => ({ ...value, format: 'lianshen/1.4', hint: 1 }),
    )
    const answer = await desk.call('bundle:stage', {
      kind: 'bytes',
      fileName: '来包.lsb',
      bytes: Uint8Array.from(newer),
    })
    expect(answer).toMatchObject({ kind: 'done', report: { canCommit: false } })
    if (answer.kind === 'done') {
      expect(new Set(answer.report.items.map((item) => item.reason))).toEqual(new Set(['newer-format']))
      expect(failure(await desk.call('bundle:commit', { stageId: answer.stageId })).code).toBe(
        'bundle.nothing-to-import',
      )
      await desk.call('bundle:discard', { stageId: answer.stageId })
    }
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
