import { readlinkSync } from 'node:fs'
import { open, readdir, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AttachmentStore } from '@host/attachments/attachment-store'
import { digestOf } from '@host/files/durable-file'
import { removeTemporaryFolders, temporaryFolder } from './desk-fixture'

afterEach(async () => {
  vi.restoreAllMocks()
  await removeTemporaryFolders()
})

const keys = { content: Buffer.alloc(32, 1), names: Buffer.alloc(32, 2) }
const contents = ['甲', '乙', '丙', '丁'].map((text) => Buffer.from(`${text}（示例）`))
const files = contents.map((bytes) => ({
  sha256: digestOf(bytes).sha256,
  read: async function* () {
    yield bytes
  },
}))

/** Says which files and folders are synced, in this order; a sync for which `fails` is true fails. */
async function watchSyncs(fails: (path: string) => boolean = () => false): Promise<string[]> {
  const handle = await open('/dev/null', 'r')
  const prototype = Object.getPrototypeOf(handle) as FileHandle
  await handle.close()
  const synced: string[] = []
  vi.spyOn(prototype, 'sync').mockImplementation(async function (this: FileHandle) {
    const path = readlinkSync(`/proc/self/fd/${this.fd}`)
    if (fails(path)) throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'fsync', path })
    synced.push(path)
    return this.datasync()
  })
  return synced
}

const shelvesOf = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).map((shelf) => join(folder, shelf)).sort()

const linux = process.platform === 'linux'

describe.runIf(linux)('attachments that are stored together', () => {
  it('are safe one by one, and their folders once, before anybody is answered', async () => {
    const folder = join(await temporaryFolder(), 'attachments')
    const store = new AttachmentStore(folder, keys)
    const synced = await watchSyncs()
    await store.putAll(files)
    const shelves = await shelvesOf(folder)
    expect(synced.filter((path) => path.endsWith('.part'))).toHaveLength(files.length)
    expect(synced.filter((path) => shelves.includes(path)).sort()).toEqual(shelves)
    expect(synced.slice(-shelves.length - 1).sort()).toEqual([folder, ...shelves])
  })

  it('count as stored in a later run only when their folders are synced, for the run before may have been killed', async () => {
    const folder = join(await temporaryFolder(), 'attachments')
    await new AttachmentStore(folder, keys).putAll(files)
    const later = new AttachmentStore(folder, keys)
    const synced = await watchSyncs()
    await later.putAll([])
    expect([...synced].sort()).toEqual([folder, ...(await shelvesOf(folder))])
    await later.put(Buffer.from(contents[0] ?? ''))
    expect(synced).toHaveLength(1 + (await shelvesOf(folder)).length)
  })

  it('count as stored after a failure only when their folders are synced', async () => {
    const folder = join(await temporaryFolder(), 'attachments')
    const store = new AttachmentStore(folder, keys)
    let isBroken = true
    const synced = await watchSyncs((path) => isBroken && path.startsWith(`${folder}/`) && !path.endsWith('.part'))
    await expect(store.putAll(files)).rejects.toThrow('EIO')
    isBroken = false
    synced.length = 0
    await store.put(Buffer.from(contents[0] ?? ''))
    expect([...synced].sort()).toEqual([folder, ...(await shelvesOf(folder))])
  })
})
