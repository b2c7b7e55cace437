import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { writeNewFolder } from '@host/documents/new-folder'
import { digestOf } from '@host/files/durable-file'
import {
  failure,
  hashTree,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  temporaryFolder,
  type Desk,
} from './desk-fixture'

const model = {
  id: 'opinion-1',
  kind: 'panel-opinion',
  title: '示例联盟试点综合审核专家组意见',
  subject: '综合审核意见（示例）',
  createdAt: '2026-11-20T01:00:00Z',
  layout: { kind: 'plain' as const },
  pageNumbers: true,
  blocks: [{ kind: 'paragraph' as const, content: '专家组审阅了示例材料。' }],
}
const bytes = (text: string) => new TextEncoder().encode(text)

let parent: string

beforeEach(async () => {
  parent = await temporaryFolder()
})
afterAll(removeTemporaryFolders)

describe('a new folder of files', () => {
  const files = [
    { fileName: '01-专家组意见.pdf', content: bytes('一') },
    { fileName: '02-公布通知.pdf', content: bytes('二') },
  ]

  it('holds every file as it was given, and nothing else is left', async () => {
    const { folder, files: written } = await writeNewFolder(parent, '第1批-2026-11-22', files)
    expect(folder).toBe(join(parent, '第1批-2026-11-22'))
    expect(await readdir(parent)).toEqual(['第1批-2026-11-22'])
    expect((await readdir(folder)).toSorted()).toEqual(['01-专家组意见.pdf', '02-公布通知.pdf'])
    for (const { path, sha256 } of written) expect(digestOf(await readFile(path)).sha256).toBe(sha256)
  })

  it('is called "(2)" beside a folder or a file of that name, which stay as they are', async () => {
    await writeNewFolder(parent, '第1批', files)
    await writeFile(join(parent, '第1批 (2)'), '一个文件')
    const before = await hashTree(parent)
    const { folder } = await writeNewFolder(parent, '第1批', files)
    expect(folder).toBe(join(parent, '第1批 (3)'))
    expect(await hashTree(parent)).toMatchObject(before)
  })

  it('is not made at all when one file cannot be written', async () => {
    const broken = {
      fileName: '03-坏.pdf',
      content: { size: 3, write: () => Promise.reject(Object.assign(new Error('x'), { code: 'EIO', path: '03' })) },
    }
    await expect(writeNewFolder(parent, '第1批', [...files, broken])).rejects.toThrow('x')
    expect(await readdir(parent)).toEqual([])
  })

  it('is not made when one file reads back other than it was written', async () => {
    // A disk that keeps other bytes than it was given.
    const bent = {
      fileName: '03-假.pdf',
      content: {
        size: 6,
        write: async (sink: { writeFile: (written: Uint8Array) => Promise<unknown> }) => {
          await sink.writeFile(bytes('真的'))
          const names = await readdir(parent, { recursive: true })
          const part = names.find((name) => name.includes('03-假')) ?? ''
          await writeFile(join(parent, part), '别的')
        },
      },
    }
    await expect(writeNewFolder(parent, '第1批', [...files, bent])).rejects.toMatchObject({
      error: { code: 'file.read-back' },
    })
    expect(await readdir(parent)).toEqual([])
  })

  it('is not begun on a disk without room for all files together', async () => {
    await expect(writeNewFolder(parent, '第1批', files, () => Promise.resolve(1_000_000))).rejects.toMatchObject({
      error: { code: 'disk.full' },
    })
    expect(await readdir(parent)).toEqual([])
  })

  it.each(['../别处', 'a/b', '.', '..', 'CON', '末尾. '])('refuses the name %j', async (name) => {
    await expect(writeNewFolder(join(parent), name, files)).rejects.toMatchObject({ error: { code: 'file.bad-name' } })
    expect(await readdir(parent)).toEqual([])
  })

  it('takes the place of what an interrupted writing left, without following a link', async () => {
    await mkdir(join(parent, '第1批.part'))
    await writeFile(join(parent, '第1批.part', '半份.pdf'), '半')
    const { folder } = await writeNewFolder(parent, '第1批', files)
    expect(await readdir(folder)).toHaveLength(2)
    const elsewhere = await temporaryFolder()
    await writeFile(join(elsewhere, '别人的文件'), '留着')
    await symlink(elsewhere, join(parent, '第2批.part'))
    await writeNewFolder(parent, '第2批', files)
    expect(await readdir(elsewhere)).toEqual(['别人的文件'])
  })
})

describe('writing a batch of documents', () => {
  let desk: Desk
  const render = async () => succeeded(await desk.call('document:render', { model, sign: true })).artifacts

  beforeAll(async () => {
    const content = bytes('示例文书')
    desk = await startHost(await temporaryFolder(), {
      publisher: {
        renderPdf: () => Promise.resolve({ bytes: content, pageCount: 1, places: [] } as never),
        renderDocx: () => Promise.resolve(content),
        markPdf: (pdf) => Promise.resolve({ bytes: new Uint8Array(pdf), pageCount: 1 }),
        signPdf: (pdf) => Promise.resolve(pdf),
        signDetached: () => Promise.resolve(content),
      },
    })
    succeeded(await desk.call('profile:create', { role: 'division', name: '示例处室', unit: '示例厅', passphrase }))
    await mkdir(desk.exchange, { recursive: true })
  })
  afterAll(() => desk.host.close())

  const itemsOf = (artifacts: Awaited<ReturnType<typeof render>>, base: string) =>
    artifacts.map(({ artifactId, format }) => ({ artifactId, fileName: `${base}.${format}` }))

  it('puts all of them into one new folder below the chosen one', async () => {
    const items = [...itemsOf(await render(), '01'), ...itemsOf(await render(), '02')]
    const { files } = succeeded(await desk.call('document:write', { items, folder: parent, newFolder: '第1批' }))
    expect(files.map(({ path }) => path)).toEqual(items.map(({ fileName }) => join(parent, '第1批', fileName)))
    expect(await readdir(parent)).toEqual(['第1批'])
    expect(await readdir(join(parent, '第1批'))).toHaveLength(6)
  })

  it('writes nothing when it was cancelled: a dropped document stops all of them', async () => {
    const kept = await render()
    const dropped = await render()
    await desk.call('document:drop', { artifactIds: dropped.map(({ artifactId }) => artifactId) })
    const items = [...itemsOf(kept, '01'), ...itemsOf(dropped, '02')]
    const answer = await desk.call('document:write', { items, folder: parent, newFolder: '第1批' })
    expect(failure(answer).code).toBe('document.gone')
    expect(await readdir(parent)).toEqual([])
  })

  it('names the folder that is not there', async () => {
    const items = itemsOf(await render(), '01')
    const gone = join(parent, '拔掉的U盘')
    const answer = await desk.call('document:write', { items, folder: gone, newFolder: '第1批' })
    expect(failure(answer)).toEqual({ code: 'folder.missing', params: { folder: gone } })
  })
})
