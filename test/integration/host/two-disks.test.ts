import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { failure, passphrase, removeTemporaryFolders, startHost, succeeded, temporaryFolder } from './desk-fixture'
import { opinionReturned } from './review-actions'

afterEach(removeTemporaryFolders)

it('a browser database on a disk that is nearly full makes the desk read-only, though the journal has room', async () => {
  const root = await temporaryFolder()
  const databaseFolder = join(root, '浏览器')
  let freeOfDatabase = 20_000_000_000
  const desk = await startHost(root, {
    databaseFolder,
    freeBytes: (folder) => Promise.resolve(folder === databaseFolder ? freeOfDatabase : 20_000_000_000),
  })
  succeeded(await desk.call('profile:create', { role: 'division', name: '示例处室', unit: '示例厅', passphrase }))
  freeOfDatabase = 299_000_000
  const refused = await desk.call('journal:append', { actions: [opinionReturned('满（示例）')] })
  expect(failure(refused)).toEqual({ code: 'space.read-only', params: { freeMB: 299 } })
  expect(await desk.call('app:get-status', undefined)).toMatchObject({ space: 'read-only', freeBytes: 299_000_000 })
  const { records } = await desk.call('journal:read', { after: 0, limit: 10 })
  const what = { kind: 'archive' as const, to: '示例', recordIds: records.map(({ id }) => id), attachments: [] }
  succeeded(await desk.call('bundle:export', { protect: { kind: 'none' }, ...what, fileName: '抢救.lsb' }))
  await desk.host.close()
})
