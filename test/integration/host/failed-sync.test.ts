import { open, readFile, writeFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createDesk, failure, passphrase, removeTemporaryFolders, startHost, succeeded } from './desk-fixture'
import { opinionReturned } from './review-actions'

afterEach(async () => {
  vi.restoreAllMocks()
  await removeTemporaryFolders()
})

/** Lets the next sync of a log fail, as a disk that is being pulled out does. */
async function failNextSync(): Promise<void> {
  const handle = await open('/dev/null', 'r')
  const prototype = Object.getPrototypeOf(handle) as FileHandle
  await handle.close()
  vi.spyOn(prototype, 'datasync').mockRejectedValueOnce(Object.assign(new Error('EIO'), { code: 'EIO', path: '/示例' }))
}

describe('after a sync that failed nobody knows what the file holds', () => {
  it('drafts say so, and go on in a fresh file that has all that was acknowledged', async () => {
    const desk = await createDesk('expert', '示例专家')
    succeeded(await desk.call('draft:put', { key: 'a', value: '之前（示例）' }))
    await failNextSync()
    expect(failure(await desk.call('draft:put', { key: 'b', value: '没有存上（示例）' })).code).toBe('disk.failed')
    // What the disk refused is kept in memory until a later write takes it; the file goes without it.
    expect(await desk.call('draft:list', undefined)).toMatchObject([
      { key: 'a' },
      { key: 'b', value: '没有存上（示例）' },
    ])
    succeeded(await desk.call('draft:put', { key: 'b', value: '再存（示例）' }))
    succeeded(await desk.call('draft:delete', { key: 'a' }))
    // As if the process went now: closing adds nothing.
    const path = join(desk.root, '工作目录', 'drafts.lsj')
    const copy = await readFile(path)
    await desk.host.close()
    await writeFile(path, copy)
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    expect((await again.call('app:get-status', undefined)).notices).toEqual([])
    expect(await again.call('draft:list', undefined)).toMatchObject([{ key: 'b', value: '再存（示例）' }])
    await again.host.close()
  })

  it('a deletion that failed leaves the draft, and can be asked for again', async () => {
    const desk = await createDesk('expert', '示例专家')
    succeeded(await desk.call('draft:put', { key: 'a', value: '示例' }))
    await failNextSync()
    expect(failure(await desk.call('draft:delete', { key: 'a' })).code).toBe('disk.failed')
    expect((await desk.call('draft:list', undefined)).map(({ key }) => key)).toEqual(['a'])
    succeeded(await desk.call('draft:delete', { key: 'a' }))
    await desk.host.close()
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    expect(await again.call('draft:list', undefined)).toEqual([])
    await again.host.close()
  })

  it('the journal takes nothing more until it was read again, and then has every record once', async () => {
    const desk = await createDesk('division', '示例处室')
    succeeded(await desk.call('journal:append', { actions: [opinionReturned('之前（示例）')] }))
    await failNextSync()
    expect(failure(await desk.call('journal:append', { actions: [opinionReturned('没有存上')] })).code).toBe(
      'disk.failed',
    )
    expect(failure(await desk.call('journal:append', { actions: [opinionReturned('再来')] })).code).toBe(
      'journal.read-only',
    )
    await desk.host.close()
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    const { records } = await again.call('journal:read', { after: 0, limit: 10 })
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
    expect(records.length).toBeGreaterThanOrEqual(2)
    succeeded(await again.call('journal:append', { actions: [opinionReturned('以后（示例）')] }))
    await again.host.close()
  })
})
