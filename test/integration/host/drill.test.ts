import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDesk, removeTemporaryFolders, succeeded, type Desk } from './desk-fixture'
import { opinionReturned } from './review-actions'

let desk: Desk
let profile: string

beforeEach(async () => {
  desk = await createDesk('division', '示例处室')
  profile = join(desk.root, '工作目录')
  succeeded(await desk.call('journal:append', { actions: [opinionReturned('示例')] }))
})
afterEach(async () => {
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

const finish = async () => {
  const { drillId } = succeeded(await desk.call('drill:begin', undefined))
  for (;;) {
    const { result } = succeeded(await desk.call('drill:continue', { drillId }))
    if (result !== null) return result
  }
}

const filesOf = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

describe('恢复演练', () => {
  it('restores the desk into a folder of its own, finds everything the same, and removes the folder', async () => {
    const { sha256 } = succeeded(await desk.call('attachment:put', { bytes: Buffer.from('示例材料') }))
    succeeded(await desk.call('draft:put', { key: 'opinion/示例', value: { text: '示例草稿', scan: sha256 } }))
    const before = await readFile(join(profile, 'journal.lsj'))
    expect(await finish()).toMatchObject({ kind: 'passed', records: 2, drafts: 1, attachments: 1 })
    expect((await readFile(join(profile, 'journal.lsj'))).equals(before)).toBe(true)
    expect(await readdir(join(profile, 'staging'))).toEqual([])
    expect((await desk.call('snapshot:list', undefined)).lastDrill).toMatchObject({ kind: 'passed' })
  })

  it('names an attachment that is no longer what it was', async () => {
    const { sha256 } = succeeded(await desk.call('attachment:put', { bytes: Buffer.from('示例材料') }))
    succeeded(await desk.call('draft:put', { key: 'opinion/示例', value: { scan: sha256 } }))
    const [path] = await filesOf(join(profile, 'attachments'))
    const bytes = await readFile(path!)
    bytes[bytes.length - 1]! ^= 1
    await writeFile(path!, bytes)
    expect(await finish()).toMatchObject({ kind: 'failed', fault: 'attachment', subject: sha256 })
    expect((await desk.call('snapshot:list', undefined)).lastDrill).toMatchObject({ kind: 'failed' })
  })

  it('leaves no file when it is stopped in the middle, and what was stopped does not go on', async () => {
    const { drillId } = succeeded(await desk.call('drill:begin', undefined))
    await desk.call('drill:stop', { drillId })
    expect(await readdir(join(profile, 'staging'))).toEqual([])
    expect(await desk.call('drill:continue', { drillId })).toMatchObject({
      kind: 'failed',
      error: { code: 'drill.stopped' },
    })
    expect((await desk.call('snapshot:list', undefined)).lastDrill).toBeNull()
  })
})

describe('the preview of a snapshot', () => {
  it('tells which records would come back, by whom, and changes nothing', async () => {
    const { snapshots } = await desk.call('snapshot:list', undefined)
    expect(snapshots).toEqual([])
    await finish()
    const [line] = (await desk.call('snapshot:list', undefined)).snapshots
    expect(line).toMatchObject({ reason: 'drill', count: 2, isGood: true })
    const { preview } = succeeded(await desk.call('snapshot:preview', { name: line!.name }))
    expect(preview).toEqual({ total: 0, records: [], drafts: [] })
  })
})
