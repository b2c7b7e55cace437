import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { fileSystemError } from '@host/lib/failure'
import { createDesk, passphrase, removeTemporaryFolders, startHost, succeeded } from './desk-fixture'

afterEach(removeTemporaryFolders)

describe('a disk that takes no more', () => {
  it('fails the append by name, keeps the journal whole, and takes the next one that fits', async () => {
    const desk = await createDesk('division', '示例处室')
    await desk.host.close()
    // The system's own limit on file size stops a write half-way, as a full disk does.
    const script = fileURLToPath(new URL('./append-until-full.ts', import.meta.url))
    const command = `ulimit -f 106; exec "${process.execPath}" --import tsx "${script}" "${desk.root}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', command], {
      encoding: 'utf8',
    })
    expect(stderr.includes('Error') ? stderr : '').toBe('')
    const outcome = JSON.parse(stdout) as {
      acknowledged: string[]
      failure: { code: string }
      small: string
      readable: number
    }
    expect(outcome.failure.code).toBe('disk.fat')
    expect(outcome.small).toBe('done')
    expect(outcome.readable).toBe(outcome.acknowledged.length + 2)
    const again = await startHost(desk.root)
    succeeded(await again.call('profile:unlock', { passphrase }))
    expect((await again.call('app:get-status', undefined)).notices).toEqual([])
    const ids = (await again.call('journal:read', { after: 0, limit: 5000 })).records.map((record) => record.id)
    expect(ids.slice(1, -1)).toEqual(outcome.acknowledged)
    await again.host.close()
  }, 120_000)

  it.each([
    ['ENOSPC', 'disk.full'],
    ['EROFS', 'disk.read-only'],
    ['EACCES', 'file.no-permission'],
    ['EIO', 'disk.failed'],
    ['ENOENT', 'file.missing'],
    ['EBUSY', 'file.held'],
    ['EPERM', 'file.no-permission'],
    ['EMFILE', 'file.too-many-open'],
    ['ENFILE', 'file.too-many-open'],
    ['ENAMETOOLONG', 'file.name-too-long'],
    ['EFBIG', 'disk.fat'],
  ])('%s has its sentence, naming the file', (errno, code) => {
    const error = Object.assign(new Error(errno), { code: errno, path: '/示例/文件' })
    expect(fileSystemError(error)).toEqual({ code, params: { path: '/示例/文件' } })
  })

  it('a bug is no disk failure', () => {
    expect(fileSystemError(new TypeError('x'))).toBeNull()
    expect(fileSystemError(Object.assign(new Error('x'), { code: 'ERR_ASSERTION' }))).toBeNull()
  })
})
