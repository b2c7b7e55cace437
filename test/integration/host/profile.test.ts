import { readFile, writeFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterEach, describe, expect, it } from 'vitest'
import { ipcContract } from '@shared/ipc/contract'
import {
  createDesk,
  failure,
  hashTree,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  temporaryFolder,
} from './desk-fixture'

afterEach(removeTemporaryFolders)

describe('a profile', () => {
  it('is made once, opens with its passphrase alone, and starts with the introduction of its desk', async () => {
    const desk = await createDesk('division', '示例处室')
    expect(failure(await desk.call('profile:create', { role: 'expert', name: 'a', unit: 'b', passphrase })).code).toBe(
      'profile.exists',
    )
    const { records } = await desk.call('journal:read', { after: 0, limit: 10 })
    expect(records.map(({ type, seq, prev }) => ({ type, seq, prev }))).toEqual([
      { type: 'desk.introduced', seq: 1, prev: null },
    ])
    await desk.host.close()

    const again = await startHost(desk.root)
    expect((await again.call('app:get-status', undefined)).profile.kind).toBe('locked')
    await expect(again.call('journal:get-status', undefined)).rejects.toThrow('locked')
    const before = await hashTree(desk.root)
    expect(failure(await again.call('profile:unlock', { passphrase: '错的口令错的口令' })).code).toBe(
      'passphrase.wrong',
    )
    const { [join('工作目录', 'unlock-wait.json')]: counted, ...after } = await hashTree(desk.root)
    expect(counted).toBeDefined()
    expect(after).toEqual(before)
    succeeded(await again.call('profile:unlock', { passphrase }))
    const status = await again.call('app:get-status', undefined)
    expect(ipcContract['app:get-status'].output.parse(status).profile.kind).toBe('open')
    expect(status.notices).toEqual([])
    await again.call('profile:lock', undefined)
    await expect(again.call('draft:list', undefined)).rejects.toThrow('locked')
    await again.host.close()
  })

  it('shows a fingerprint of six groups of five digits', async () => {
    const desk = await createDesk('expert', '示例专家')
    const status = await desk.call('app:get-status', undefined)
    expect(status.profile.kind === 'open' && status.profile.desk.fingerprint).toMatch(/^\d{5}( \d{5}){5}$/u)
    await desk.host.close()
  })

  it('is held by one process; a lock of a dead one is taken over', async () => {
    const desk = await createDesk('division', '示例处室')
    await expect(startHost(desk.root)).rejects.toMatchObject({ error: { code: 'profile.in-use' } })
    await desk.host.close()
    const lock = join(desk.root, '工作目录', 'lock')
    const dead = spawnSync(process.execPath, ['-e', '0']).pid
    // As a version before 0.2 left it.
    await writeFile(lock, `${dead} 123456\n`)
    const again = await startHost(desk.root)
    expect(await readFile(lock, 'utf8')).toMatch(new RegExp(`^${process.pid} `, 'u'))
    await again.host.close()
  })

  it('is refused by name when its files are damaged and no snapshot has them', async () => {
    const desk = await createDesk('division', '示例处室')
    await desk.host.close()
    await rm(join(desk.root, '工作目录', 'snapshots'), { recursive: true })
    const keys = join(desk.root, '工作目录', 'keys.json')
    const good = await readFile(keys, 'utf8')
    await writeFile(keys, good.slice(0, 100))
    const again = await startHost(desk.root)
    expect(failure(await again.call('profile:unlock', { passphrase }))).toMatchObject({
      code: 'profile.damaged',
      params: { path: keys },
    })
    await again.host.close()
  })

  it('keeps the leftovers of an interrupted creation aside', async () => {
    const root = await temporaryFolder()
    const first = await startHost(root)
    await first.host.close()
    const leftover = join(root, '工作目录', 'keys.json')
    await writeFile(leftover, 'half')
    const desk = await startHost(root)
    succeeded(await desk.call('profile:create', { role: 'division', name: '示例', unit: '示例', passphrase }))
    expect(await readFile(join(root, '工作目录', 'aside', 'unfinished-0-keys.json'), 'utf8')).toBe('half')
    await desk.host.close()
  })
})

describe('the dispatcher', () => {
  it('refuses an untrusted sender, an unknown channel and a wrong input, and hides a bug', async () => {
    const { createDispatcher } = await import('@host/register')
    const logged: string[] = []
    const dispatch = createDispatcher(
      {
        isOpen: () => true,
        hold: { holds: () => true, vanish: () => undefined },
        handlers: { 'draft:list': () => Promise.reject(new Error('secret path')) } as never,
      },
      (message) => logged.push(message),
    )
    const trusted = { isTrustedSender: true }
    expect(await dispatch('draft:list', undefined, { isTrustedSender: false })).toMatchObject({
      code: 'untrusted-sender',
    })
    expect(await dispatch('toString', undefined, trusted)).toMatchObject({ code: 'bad-input' })
    expect(await dispatch('draft:delete', { key: '' }, trusted)).toMatchObject({ code: 'bad-input' })
    expect(await dispatch('draft:list', undefined, trusted)).toEqual({
      ok: false,
      code: 'failed',
      message: 'draft:list',
    })
    expect(logged).toEqual(['ipc draft:list failed'])
  })
})
