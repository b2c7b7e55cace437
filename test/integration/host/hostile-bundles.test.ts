import { rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { generateEncryptionKeys, readRecipient } from '@host/keys/recipient'
import { digestOf } from '@host/files/durable-file'
import { signManifestHash } from '@host/keys/signatures'
import { pack, rework, unpack, withManifest, type Entry } from './bundle-fixture'
import { sealBytes } from '../envelopes/envelope-fixture'
import { failure, hashTree, removeTemporaryFolders, succeeded } from './desk-fixture'
import { named, setHostileScene, type HostileScene } from './hostile-fixture'

let scene: HostileScene
let desk: HostileScene['desk']
let sender: HostileScene['sender']
let stranger: HostileScene['stranger']
let good: HostileScene['good']
let before: HostileScene['before']
let refused: HostileScene['refused']

beforeAll(async () => {
  scene = await setHostileScene()
  ;({ desk, sender, stranger, good, before, refused } = scene)
})
afterAll(async () => {
  await scene.desk.host.close()
  await removeTemporaryFolders()
})

const bent = (change: (entries: Entry[]) => Entry[], signer = sender) => rework(good, signer, change)

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
    await refused(Buffer.from('%PDF-1.7\n%%EOF'), 'bundle.is-document')
  })

  it('with bytes behind or before it', async () => {
    await refused(Buffer.concat([good, Buffer.from('\n')]), 'bundle.trailing-bytes')
    await refused(Buffer.concat([good, good]), 'bundle.structure')
    await refused(Buffer.concat([Buffer.from('#!/bin/sh\n'), good]), 'bundle.not-a-bundle')
  })

  it('a ZIP of another program, stored or deflated', async () => {
    const zip = new JSZip()
    zip.file('申请表.pdf', 'x')
    await refused(await zip.generateAsync({ type: 'nodebuffer' }), 'bundle.is-zip')
    const same = new JSZip()
    for (const { name, bytes } of await unpack(good)) same.file(name, bytes, { createFolders: false })
    await refused(await same.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }), 'bundle.compressed')
    await refused(await same.generateAsync({ type: 'nodebuffer' }), 'bundle.structure')
    const stored = new ZipFile()
    for (const { name, bytes } of await unpack(good)) stored.addBuffer(bytes, name, { compress: false })
    stored.end()
    await refused(await buffer(stored.outputStream), 'bundle.structure')
  })

  it('an envelope that is cut off, is for another desk, or has another envelope inside', async () => {
    await refused(Buffer.from('age-encryption.org/v1\n-> X25519 abc\n'), 'envelope.truncated')
    await refused(
      await sealBytes({ recipients: [generateEncryptionKeys().publicKey] }, good),
      'envelope.wrong-recipient',
    )
    await refused(await sealBytes({ passphrase: '示例口令十个字以上' }, good), 'envelope.passphrase-needed')
    const { statement } = succeeded(await desk.call('desk:statement', undefined))
    const own = { recipients: [readRecipient(statement.encryptionKey ?? '') ?? Buffer.alloc(32)] }
    await refused(await sealBytes(own, await sealBytes(own, good)), 'bundle.encrypted')
  })

  it('a folder, a file that is not there, one whose writing was not finished, and one of 40 GB', async () => {
    const folder = join(desk.root, '工作目录')
    expect(failure(await desk.call('bundle:stage', { kind: 'place', place: folder })).code).toBe('bundle.is-folder')
    expect(failure(await desk.call('bundle:stage', { kind: 'place', place: join(folder, '无.lsb') })).code).toBe(
      'bundle.no-file',
    )
    const part = join(desk.exchange, '来包.lsb.part')
    await writeFile(part, good)
    expect(failure(await desk.call('bundle:stage', { kind: 'place', place: part })).code).toBe('bundle.part-file')
    await rm(part)
    const huge = join(desk.exchange, '巨大.lsb')
    await writeFile(huge, good)
    // Sparse: it takes no room, and would take a minute to copy.
    await truncate(huge, 40_000_000_000)
    expect(failure(await desk.call('bundle:stage', { kind: 'place', place: huge })).code).toBe('bundle.too-large')
    await rm(huge)
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
