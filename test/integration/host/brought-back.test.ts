import { copyFile, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { decodeChecked, encodeChecked } from '@host/files/checked-json'
import { createDesk, passphrase, removeTemporaryFolders, startHost, succeeded, type Desk } from './desk-fixture'

afterEach(removeTemporaryFolders)

const inProfile = (desk: Pick<Desk, 'root'>, ...names: string[]) => join(desk.root, '工作目录', ...names)
const put = async (desk: Desk, key: string, value: string) => succeeded(await desk.call('draft:put', { key, value }))
const draftsOf = async (desk: Desk) =>
  Object.fromEntries((await desk.call('draft:list', undefined)).map(({ key, value }) => [key, value]))
const notices = async (desk: Desk) => (await desk.call('app:get-status', undefined)).notices

async function unlock(root: string): Promise<Desk> {
  const desk = await startHost(root)
  succeeded(await desk.call('profile:unlock', { passphrase }))
  return desk
}

async function flip(path: string): Promise<void> {
  const bytes = await readFile(path)
  bytes[bytes.length >> 1]! ^= 1
  await writeFile(path, bytes)
}

describe('drafts that the disk lost', () => {
  it('come back from the newest snapshot, with the file as it was kept aside', async () => {
    const desk = await createDesk('division', '示例处室')
    const file = inProfile(desk, 'drafts.lsj')
    await put(desk, '一', '旧（示例）')
    await put(desk, '二', '留（示例）')
    const older = `${file}.older`
    await copyFile(file, older)
    await put(desk, '一', '新（示例）')
    succeeded(await desk.call('draft:delete', { key: '二' }))
    await put(desk, '三', '又（示例）')
    const expected = await draftsOf(desk)
    await desk.host.close()

    const whole = await readFile(file)
    const damages: (() => Promise<unknown>)[] = [
      () => truncate(file, whole.length - 1),
      () => truncate(file, 0),
      () => rm(file),
      () => flip(file),
      () => copyFile(older, file),
    ]
    for (const damage of damages) {
      await writeFile(file, whole)
      await damage()
      const again = await unlock(desk.root)
      expect(await draftsOf(again)).toMatchObject(expected)
      const told = (await notices(again)).find(({ code }) => code === 'drafts.brought-back')
      await stat(String(told?.params['aside']))
      await again.host.close()
    }
    // The second time there is nothing to say.
    const last = await unlock(desk.root)
    expect(await notices(last)).toEqual([])
    await last.host.close()
  })

  it('stay deleted when the person deleted them after the snapshot, also over a rewriting of the file', async () => {
    const desk = await createDesk('division', '示例处室')
    await put(desk, '一', '旧（示例）')
    await desk.host.close()
    const again = await unlock(desk.root)
    for (let round = 0; round < 4; round += 1) await put(again, '长', '长'.repeat(9000))
    succeeded(await again.call('draft:delete', { key: '长' }))
    succeeded(await again.call('draft:delete', { key: '一' }))
    // No time for a snapshot.
    await copyFile(inProfile(again, 'drafts.lsj'), join(again.root, 'drafts'))
    await again.host.close()
    const last = await unlock(desk.root)
    expect(await draftsOf(last)).toEqual({})
    expect(await notices(last)).toEqual([])
    await last.host.close()
  })
})

describe('small files of the profile', () => {
  it('show a single bit that changed', () => {
    const text = encodeChecked({ name: '示例处室', count: 3 }).toString('utf8')
    expect(decodeChecked(text)).toEqual({ name: '示例处室', count: 3 })
    expect(decodeChecked('{"name":"from before"}')).toEqual({ name: 'from before' })
    expect(() => decodeChecked(text.replace('3', '2'))).toThrow(SyntaxError)
    expect(() => decodeChecked(text.replace('示例', '示倒'))).toThrow(SyntaxError)
  })

  it('come back from the snapshot, each told by its name; settings without one begin anew', async () => {
    const desk = await createDesk('division', '示例处室')
    succeeded(await desk.call('snapshot:set-budget', { budgetMB: 77 }))
    await desk.host.close()
    for (const name of ['keys.json', 'settings.json', 'profile.json']) await flip(inProfile(desk, name))
    const again = await unlock(desk.root)
    const told = (await notices(again)).map(({ code, params }) => `${code} ${String(params['path']).split('/').at(-1)}`)
    expect(told.sort()).toEqual(
      ['keys.json', 'profile.json', 'settings.json'].map((name) => `snapshot.file-restored ${name}`),
    )
    expect((await again.call('snapshot:list', undefined)).budgetMB).toBe(77)
    await again.host.close()
    await rm(inProfile(desk, 'snapshots'), { recursive: true })
    await flip(inProfile(desk, 'settings.json'))
    const last = await unlock(desk.root)
    const [reset] = await notices(last)
    expect(reset?.code).toBe('settings.reset')
    await stat(join(String(reset?.params['aside']), 'settings.json'))
    await last.host.close()
  })
})

describe('an attachment that the disk lost', () => {
  it('is told of at the next opening, and taken again', async () => {
    const desk = await createDesk('division', '示例处室')
    const bytes = new Uint8Array(100_000).fill(9)
    const { sha256 } = succeeded(await desk.call('attachment:put', { bytes }))
    const paths = async () => {
      const names = await readdir(inProfile(desk, 'attachments'), { recursive: true })
      return names.filter((name) => name.length > 60).map((name) => inProfile(desk, 'attachments', name))
    }
    await desk.host.close()
    const [path] = await paths()
    await flip(path!)
    const again = await unlock(desk.root)
    const range = { sha256, offset: 0, length: bytes.length }
    expect(await again.call('attachment:read', range)).toMatchObject({ error: { code: 'attachment.changed' } })
    succeeded(await again.call('attachment:put', { bytes }))
    expect(succeeded(await again.call('attachment:read', range)).bytes).toEqual(bytes)
    await again.host.close()
    await rm(path!)
    const last = await unlock(desk.root)
    expect(await notices(last)).toEqual([{ code: 'attachment.lost', params: { count: 1 } }])
    await last.host.close()
  })
})
