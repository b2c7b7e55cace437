import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { SnapshotStore } from '@host/snapshots/snapshot-store'
import { readSnapshotJournal } from '@host/snapshots/snapshot-journal'
import { createDesk, passphrase, removeTemporaryFolders, startHost, succeeded } from './desk-fixture'
import { opinionReturned } from './review-actions'

vi.mock('node:fs/promises', async (original) => ({
  ...(await original<object>()),
  // As FAT and some shares answer.
  link: () => Promise.reject(Object.assign(new Error('no second names'), { code: 'EPERM' })),
}))

afterEach(removeTemporaryFolders)

it('a disk that knows no second names for a file gets whole copies, each good by itself', async () => {
  const desk = await createDesk('division', '示例处室')
  await desk.host.close()
  for (const round of [1, 2, 3]) {
    const again = await startHost(desk.root, { sizes: { snapshotPiece: 512 } })
    succeeded(await again.call('profile:unlock', { passphrase }))
    succeeded(await again.call('journal:append', { actions: [opinionReturned(`第${round}次（示例）`)] }))
    await again.host.close()
    const { notices } = await again.call('app:get-status', undefined)
    expect(notices).toEqual([])
  }
  const store = new SnapshotStore(join(desk.root, '工作目录', 'snapshots'), 512)
  const snapshots = await store.list()
  const [newest] = snapshots
  const journal = await readFile(join(desk.root, '工作目录', 'journal.lsj'))
  expect((await readSnapshotJournal(newest!)).equals(journal)).toBe(true)
  for (const snapshot of snapshots) {
    expect(await store.isGood(snapshot)).toBe(true)
    for (const [index] of (snapshot.manifest.journal?.pieces ?? []).entries()) {
      const piece = await stat(join(snapshot.path, `journal.lsj.${String(index).padStart(5, '0')}`))
      expect(piece.nlink).toBe(1)
    }
  }
})
