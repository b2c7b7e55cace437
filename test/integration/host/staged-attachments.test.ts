/**
 * Large attachments of a bundle under review: sealed once, as the store keeps them, and only moved when they are taken.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { blobEntry } from '@shared/bundle/entry-names'
import { memorySource } from '@host/bytes/byte-source'
import { copyIn } from '@host/bundles/copy-in'
import { findLargeBlobs } from '@host/bundles/large-blobs'
import { fileOfRange, openSealedCopy } from '@host/vault/sealed-copy'
import { localHeader } from '@host/bundles/zip-format'
import { digestOf } from '@host/files/durable-file'
import type { FileSeal } from '@host/vault/sealed-file'
import { makeBundle, makeIdentity, rework, writeRecords } from './bundle-fixture'
import {
  createDesk,
  failure,
  hashTree,
  removeTemporaryFolders,
  succeeded,
  temporaryFolder,
  type Desk,
} from './desk-fixture'
import { dossierSaved } from './review-actions'

const large = new Uint8Array(randomBytes(700_000))
const justLarge = new Uint8Array(randomBytes(256 * 1024))
const small = new Uint8Array(randomBytes(256 * 1024 - 1))
const attachments = [large, justLarge, small]

afterAll(removeTemporaryFolders)

describe('taking in', () => {
  let desk: Desk
  let bundle: Buffer
  let from: Awaited<ReturnType<typeof makeIdentity>>
  beforeEach(async () => {
    desk = await createDesk('division', '示例处室')
    from = await makeIdentity('division', '示例邻处')
    const records = writeRecords(from, [dossierSaved(1, attachments.map(digestOf))])
    bundle = await makeBundle({ kind: 'dossier', from, records, blobs: attachments })
    return () => desk.host.close()
  })

  const at = (folder: string): string => join(desk.root, '工作目录', folder)
  const stage = async (bytes: Uint8Array = bundle) => {
    const path = join(desk.root, '来件.lsb')
    await writeFile(path, bytes)
    return desk.call('bundle:stage', { kind: 'place', place: path })
  }
  /** Files by their inode, which stays when a file is moved. */
  const filesIn = async (folder: string): Promise<Map<number, string>> => {
    const found = await readdir(at(folder), { recursive: true, withFileTypes: true })
    const paths = found.filter((one) => one.isFile()).map(({ name, parentPath }) => join(parentPath, name))
    return new Map(await Promise.all(paths.map(async (path) => [(await stat(path)).ino, path] as const)))
  }

  it('moves the large ones, writes the small one, and leaves nothing in the staging area', async () => {
    const { stageId, report } = succeeded(await stage())
    expect(report.attachments).toMatchObject({ total: 3, new: 3 })
    const staged = await filesIn('staging')
    expect(staged.size).toBe(3)
    expect(await filesIn('attachments')).toEqual(new Map())
    succeeded(await desk.call('bundle:commit', { stageId }))

    const stored = await filesIn('attachments')
    expect([...stored.keys()].filter((inode) => staged.has(inode))).toHaveLength(2)
    expect(stored.size).toBe(3)
    expect(await readdir(at('staging'))).toEqual([])
    for (const bytes of attachments) {
      const { sha256 } = digestOf(bytes)
      const answer = succeeded(await desk.call('attachment:read', { sha256, offset: 0, length: bytes.length }))
      expect(digestOf(answer.bytes).sha256).toBe(sha256)
    }
  })

  it('has left no trace when a person says no', async () => {
    const before = await hashTree(desk.root)
    const { stageId } = succeeded(await stage())
    await desk.call('bundle:discard', { stageId })
    await rm(join(desk.root, '来件.lsb'))
    expect(await hashTree(desk.root)).toEqual(before)
  })

  it('stops at one that changed on the disk since the dry run, and takes nothing in; staged again, it comes whole', async () => {
    const { stageId } = succeeded(await stage())
    const path = [...(await filesIn('staging')).values()].find((one) => !one.endsWith('bundle'))!
    const bytes = await readFile(path)
    bytes[bytes.length >> 1]! ^= 1
    await writeFile(path, bytes)
    const { count } = await desk.call('journal:read', { after: 0, limit: 1 })
    expect(failure(await desk.call('bundle:commit', { stageId })).code).toBe('attachment.changed')
    expect((await desk.call('journal:read', { after: 0, limit: 1 })).count).toBe(count)
    await desk.call('bundle:discard', { stageId })

    const again = succeeded(await stage())
    succeeded(await desk.call('bundle:commit', { stageId: again.stageId }))
    expect((await filesIn('attachments')).size).toBe(3)
  })

  it('is refused for one that is not what its name says, which never becomes a whole file under the seal of that name', async () => {
    const name = blobEntry(digestOf(large).sha256)
    const forged = await rework(bundle, from, (entries) =>
      entries.map((entry) => (entry.name === name ? { name, bytes: Buffer.from(randomBytes(700_000)) } : entry)),
    )
    expect(failure(await stage(forged))).toMatchObject({ code: 'bundle.wrong-hash', params: { name } })
    expect(await readdir(at('staging'))).toEqual([])
    const place = { folder: join(await temporaryFolder(), '示例'), ...seals }
    const { copy } = await copyIn({ kind: 'bytes', fileName: '示例.lsb', bytes: forged }, place, noKeys)
    expect(copy.apart.map(({ size }) => size)).toEqual([justLarge.length])
    expect((await readdir(place.folder)).length).toBe(2)
  })
})

const noKeys = { fileName: '示例.lsb', keys: { desk: null, passphrase: null } }
const seals = {
  seal: { key: new Uint8Array(32).fill(1), what: 'stage/示例' } as FileSeal,
  sealOf: (sha256: string): FileSeal => ({ key: new Uint8Array(32).fill(2), what: `attachment/${sha256}` }),
}

/** Files that look like bundles here and there: entries whole, with lying sizes or names, and bytes between them. */
const pieceOfFile = fc.oneof(
  fc.constantFrom(large, justLarge, small).map((bytes) => withHeader(digestOf(bytes).sha256, bytes)),
  fc.constantFrom(large, justLarge).map((bytes) => withHeader('ab'.repeat(32), bytes)),
  fc
    .tuple(fc.constantFrom(large, small), fc.nat(900_000))
    .map(([bytes, size]) => withHeader('cd'.repeat(32), bytes, size)),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
)
const withHeader = (sha256: string, bytes: Uint8Array, size = bytes.length): Buffer =>
  Buffer.concat([localHeader({ name: blobEntry(sha256), size, crc32: 0 }), bytes])

describe('a sealed copy', () => {
  it('gives back every byte of any file, wherever it is read, and however its headers lie', async () => {
    const root = await temporaryFolder()
    let number = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(pieceOfFile, { maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(1_500_000)), { minLength: 4, maxLength: 8 }),
        async (pieces, ranges) => {
          const bytes = Buffer.concat(pieces)
          const folder = join(root, String((number += 1)))
          await mkdir(root, { recursive: true })
          const { copy } = await copyIn({ kind: 'bytes', fileName: '示例.lsb', bytes }, { folder, ...seals }, noKeys)
          const claimed = await findLargeBlobs(memorySource(bytes))
          expect(copy.apart.length).toBeLessThanOrEqual(claimed.length)
          const source = await openSealedCopy(copy)
          expect(source.size).toBe(bytes.length)
          // Several at once, as the pieces of different attachments are read.
          await Promise.all(
            ranges.map(async ([start, most], index) => {
              const offset = start % (bytes.length + 1)
              const length = Math.min(most, bytes.length - offset)
              const into = index % 2 === 0 ? Buffer.alloc(length + 10) : undefined
              const read = await source.read(offset, length, into)
              expect(read.equals(bytes.subarray(offset, offset + length))).toBe(true)
            }),
          )
          await expect(source.read(bytes.length, 1)).rejects.toThrow(RangeError)
          await source.close()
          // Each attachment alone, wherever it lies.
          for (const { offset, size } of claimed) {
            const file = fileOfRange(copy, offset, size)
            expect(file.copy.apart).toEqual([])
            const alone = await openSealedCopy(file.copy)
            expect((await alone.read(file.offset, size)).equals(bytes.subarray(offset, offset + size))).toBe(true)
            await alone.close()
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})
