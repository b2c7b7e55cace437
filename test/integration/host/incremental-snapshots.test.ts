import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { HostOptions } from '@host/host'
import { SnapshotStore } from '@host/snapshots/snapshot-store'
import { readSnapshotJournal } from '@host/snapshots/snapshot-journal'
import type { Snapshot } from '@host/snapshots/snapshot-manifest'
import { createDesk, passphrase, removeTemporaryFolders, startHost, succeeded, type Desk } from './desk-fixture'
import { opinionReturned } from './review-actions'

afterEach(removeTemporaryFolders)

const pieceSize = 512
const hour = 3_600_000
/** A Thursday: the first day of a week as snapshots count. */
const start = Date.parse('2026-11-19T01:00:00Z')

const inProfile = (desk: Pick<Desk, 'root'>, ...names: string[]) => join(desk.root, '工作目录', ...names)
const snapshotsOf = (desk: Pick<Desk, 'root'>) => new SnapshotStore(inProfile(desk, 'snapshots'), pieceSize).list()

/** Opens a desk so many hours after the first, does something, and closes it, which takes a snapshot. */
async function session(desk: Pick<Desk, 'root'>, hours: number, work: (desk: Desk) => Promise<unknown>): Promise<void> {
  const options: Partial<HostOptions> = {
    clock: () => new Date(start + hours * hour),
    sizes: { snapshotPiece: pieceSize },
  }
  const open = await startHost(desk.root, options)
  succeeded(await open.call('profile:unlock', { passphrase }))
  await work(open)
  await open.host.close()
}

const add = (reason: string) => async (desk: Desk) =>
  succeeded(await desk.call('journal:append', { actions: [opinionReturned(reason)] }))

/** Names of the pieces of a snapshot, with the file that each is. */
async function piecesOf({ path }: Snapshot): Promise<ReadonlyMap<string, number>> {
  const names = (await readdir(path)).filter((name) => /^journal\.lsj\.\d{5}$/u.test(name)).toSorted()
  return new Map(await Promise.all(names.map(async (name) => [name, (await stat(join(path, name))).ino] as const)))
}

/** A desk with three snapshots of one week. */
async function threeSnapshots(): Promise<Desk> {
  const desk = await createDesk('division', '示例处室')
  for (const reason of ['一', '二', '三', '四']) await add(`${reason}（示例）`)(desk)
  await desk.host.close()
  await rm(inProfile(desk, 'snapshots'), { recursive: true })
  for (const hours of [1, 2, 3]) await session(desk, hours, add(`第${hours}次（示例）`))
  return desk
}

describe('snapshots of a journal in pieces', () => {
  it('share what did not change, and each is whole by itself', async () => {
    const desk = await threeSnapshots()
    const snapshots = await snapshotsOf(desk)
    expect(snapshots.map(({ manifest }) => manifest.format)).toEqual(Array(3).fill('lianshen-snapshot/3'))
    const [third, second] = snapshots
    const [newer, older] = [await piecesOf(third!), await piecesOf(second!)]
    const shared = [...older].filter(([name, file]) => newer.get(name) === file)
    // All but the last one, which was not full.
    expect(shared).toHaveLength(older.size - 1)
    expect(newer.size).toBeGreaterThan(older.size)
    const journal = await readFile(inProfile(desk, 'journal.lsj'))
    expect((await readSnapshotJournal(third!)).equals(journal)).toBe(true)
    const size = second!.manifest.journal!.size
    expect((await readSnapshotJournal(second!)).equals(journal.subarray(0, size))).toBe(true)
  })

  it('can be restored after every other one is gone, and go through a drill', async () => {
    const desk = await threeSnapshots()
    const [newest, ...others] = await snapshotsOf(desk)
    const store = new SnapshotStore(inProfile(desk, 'snapshots'), pieceSize)
    for (const other of others) await store.remove(other)
    expect(await store.isGood(newest!)).toBe(true)
    await writeFile(inProfile(desk, 'journal.lsj'), Buffer.alloc(100))
    await session(desk, 4, async (open) => {
      const { notices } = await open.call('app:get-status', undefined)
      expect(notices.map(({ code }) => code)).toContain('snapshot.can-restore')
      succeeded(await open.call('snapshot:restore', { name: newest!.name }))
      expect((await open.call('journal:get-status', undefined)).count).toBe(8)
      const { drillId } = succeeded(await open.call('drill:begin', undefined))
      for (;;) {
        const { result } = succeeded(await open.call('drill:continue', { drillId }))
        if (result === null) continue
        expect(result).toMatchObject({ kind: 'passed', records: 8 })
        break
      }
    })
  })

  it('never share a piece that rotted: it is copied anew out of the journal, and the rotten one is told', async () => {
    const desk = await threeSnapshots()
    const [third] = await snapshotsOf(desk)
    const rotten = join(third!.path, 'journal.lsj.00001')
    const bytes = await readFile(rotten)
    bytes[7]! ^= 1
    await writeFile(rotten, bytes)
    await session(desk, 4, add('第四次（示例）'))
    const store = new SnapshotStore(inProfile(desk, 'snapshots'), pieceSize)
    const snapshots = await store.list()
    const good = await Promise.all(snapshots.map((snapshot) => store.isGood(snapshot)))
    // The three before share the rotten file.
    expect(good).toEqual([true, false, false, false])
  })

  it('do not share beyond a week: what lies in one place only is never older', async () => {
    const desk = await threeSnapshots()
    await session(desk, 7 * 24 + 1, add('下一周（示例）'))
    const [newest, before] = await snapshotsOf(desk)
    const [newer, older] = [await piecesOf(newest!), await piecesOf(before!)]
    expect([...older].filter(([name, file]) => newer.get(name) === file)).toEqual([])
  })

  it('do not share with a snapshot of another file: a restored journal is a new one', async () => {
    const desk = await threeSnapshots()
    await session(desk, 4, async (open) => {
      const [newest] = await snapshotsOf(desk)
      succeeded(await open.call('snapshot:restore', { name: newest!.name }))
      await add('恢复之后（示例）')(open)
    })
    const [newest, before] = await snapshotsOf(desk)
    const [newer, older] = [await piecesOf(newest!), await piecesOf(before!)]
    expect([...older].filter(([name, file]) => newer.get(name) === file)).toEqual([])
    const store = new SnapshotStore(inProfile(desk, 'snapshots'), pieceSize)
    expect(await store.isGood(newest!)).toBe(true)
  })

  it('keep their pieces when keys are replaced, and old forms stay readable beside them', async () => {
    const desk = await threeSnapshots()
    await session(desk, 4, async (open) => {
      succeeded(await open.call('profile:change-passphrase', { current: passphrase, next: '示例新口令-2026' }))
    })
    const store = new SnapshotStore(inProfile(desk, 'snapshots'), pieceSize)
    for (const snapshot of await store.list()) expect(await store.isGood(snapshot)).toBe(true)
  })
})
