import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { HostOptions } from '@host/host'
import { SnapshotStore } from '@host/snapshots/snapshot-store'
import { createTranslator } from '@shared/messages/translate'
import { sentenceOf } from '@shared/messages/translator'
import { parseRecord } from '@shared/records/record'
import {
  createDesk,
  failure,
  hashTree,
  passphrase,
  removeTemporaryFolders,
  startHost,
  steppingClock,
  succeeded,
  temporaryFolder,
  type Desk,
} from './desk-fixture'
import { opinionReturned } from './review-actions'

afterEach(removeTemporaryFolders)

/** The clock of the fixture, some hours on. */
function hoursLater(hours: number): () => Date {
  const clock = steppingClock()
  return () => new Date(clock().getTime() + hours * 3_600_000)
}

const inProfile = (desk: Pick<Desk, 'root'>, ...names: string[]) => join(desk.root, '工作目录', ...names)
const journalOf = (desk: Pick<Desk, 'root'>) => inProfile(desk, 'journal.lsj')

async function unlock(root: string, options: Partial<HostOptions> = {}): Promise<Desk> {
  const desk = await startHost(root, options)
  succeeded(await desk.call('profile:unlock', { passphrase }))
  return desk
}
async function add(desk: Desk, ...notes: string[]): Promise<void> {
  for (const note of notes) succeeded(await desk.call('journal:append', { actions: [opinionReturned(note)] }))
}
const read = async (desk: Desk) => (await desk.call('journal:read', { after: 0, limit: 5000 })).records
const idsOf = async (desk: Desk) => (await read(desk)).map((record) => record.id)
const notices = async (desk: Desk) => (await desk.call('app:get-status', undefined)).notices
const codes = async (desk: Desk) => (await notices(desk)).map(({ code }) => code)
const list = async (desk: Desk) => (await desk.call('snapshot:list', undefined)).snapshots

/** A desk with six records and a snapshot of them, closed. */
async function closedDesk(): Promise<{ desk: Desk; ids: string[] }> {
  const desk = await createDesk('division', '示例处室')
  await add(desk, '一', '二', '三', '四', '五')
  succeeded(await desk.call('draft:put', { key: 'k', value: '正在写（示例）' }))
  const ids = await idsOf(desk)
  await desk.host.close()
  return { desk, ids }
}

/** Every record once, in a chain that holds, and a desk that takes more. */
async function expectWhole(desk: Desk, ids: readonly string[]): Promise<void> {
  const records = await read(desk)
  expect(records.map((record) => record.id).sort()).toEqual([...ids].sort())
  for (const record of records) expect(parseRecord(record)).toHaveProperty('record')
  const bySeq = records.toSorted((a, b) => a.seq - b.seq)
  bySeq.forEach((record, index) => expect(record.prev).toBe(bySeq[index - 1]?.id ?? null))
  await add(desk, '以后还能写')
}

async function restoreNewest(desk: Desk) {
  const [newest] = await list(desk)
  return succeeded(await desk.call('snapshot:restore', { name: newest!.name }))
}

describe('taking snapshots', () => {
  it('keeps one at every close, only if something changed, and one on the hour while it is open', async () => {
    const { desk } = await closedDesk()
    let tick: (() => void) | undefined
    let stopped = 0
    const every: HostOptions['every'] = (milliseconds, run) => {
      expect(milliseconds).toBe(3_600_000)
      tick = run
      return () => void (stopped += 1)
    }
    const again = await unlock(desk.root, { every, clock: hoursLater(3) })
    expect(await list(again)).toMatchObject([{ reason: 'close', count: 6, isGood: true, brings: 0 }])
    tick?.()
    await add(again, '六')
    await expect.poll(async () => (await list(again)).length, { interval: 20 }).toBe(1)
    tick?.()
    await expect.poll(async () => (await list(again)).length, { interval: 20 }).toBe(2)
    tick?.()
    await again.call('profile:lock', undefined)
    expect(stopped).toBe(1)
    succeeded(await again.call('profile:unlock', { passphrase }))
    expect((await list(again)).map(({ reason, count }) => [reason, count])).toEqual([
      ['hourly', 7],
      ['close', 6],
    ])
    await again.host.close()
    expect(await codes(again)).toEqual([])
  })

  it('copies every file byte for byte, names the attachments, and is verified by its hashes', async () => {
    const desk = await createDesk('division', '示例处室')
    const { sha256 } = succeeded(await desk.call('attachment:put', { bytes: new Uint8Array([1, 2, 3]) }))
    await add(desk, '一')
    await desk.host.close()
    const [snapshot] = await new SnapshotStore(inProfile(desk, 'snapshots')).list()
    expect(snapshot?.name).toMatch(/^20261120T0100\d\dZ-2$/u)
    expect(snapshot?.manifest.attachments).toMatchObject([{ size: 3 }])
    expect(JSON.stringify(snapshot?.manifest)).not.toContain(sha256)
    for (const name of ['journal.lsj', 'keys.json', 'profile.json']) {
      expect(await readFile(join(snapshot!.path, name))).toEqual(await readFile(inProfile(desk, name)))
    }
    const file = join(snapshot!.path, 'journal.lsj')
    const bytes = await readFile(file)
    bytes[40] = bytes[40]! ^ 1
    await writeFile(file, bytes)
    const again = await unlock(desk.root)
    expect(await list(again)).toMatchObject([{ isGood: false, brings: null }])
    const refused = await again.call('snapshot:restore', { name: snapshot!.name })
    expect(failure(refused).code).toBe('snapshot.not-good')
    await again.host.close()
  })

  it('tells of a disk without room and loses nothing by it', async () => {
    const { desk, ids } = await closedDesk()
    const low = await unlock(desk.root, { freeBytes: async () => 300_000_001 })
    await add(low, '六')
    await low.host.close()
    expect(await codes(low)).toEqual(['snapshot.no-space'])
    const again = await unlock(desk.root)
    expect(await list(again)).toHaveLength(1)
    expect((await idsOf(again)).slice(0, 6)).toEqual(ids)
    await again.host.close()
  })

  it('removes no older one before the new one was read again and found whole', async () => {
    const { desk } = await closedDesk()
    // In the same hour, so that the new one takes the place of the one before.
    const again = await unlock(desk.root)
    await add(again, '六')
    const isGood = vi.spyOn(SnapshotStore.prototype, 'isGood').mockResolvedValue(false)
    const names = async () => (await readdir(inProfile(desk, 'snapshots'))).sort()
    const before = await names()
    await again.call('profile:lock', undefined)
    expect(await names()).toEqual(before)
    expect(await notices(again)).toMatchObject([{ code: 'snapshot.failed', params: { detail: 'file.read-back' } }])
    isGood.mockRestore()
    succeeded(await again.call('profile:unlock', { passphrase }))
    await again.call('profile:lock', undefined)
    expect(await names()).toHaveLength(before.length)
    expect(await names()).not.toEqual(before)
    await again.host.close()
  })

  it('keeps the budget that a person sets', async () => {
    const { desk } = await closedDesk()
    const again = await unlock(desk.root)
    expect((await again.call('snapshot:list', undefined)).budgetMB).toBe(500)
    succeeded(await again.call('snapshot:set-budget', { budgetMB: 80 }))
    await again.host.close()
    const last = await unlock(desk.root)
    expect((await last.call('snapshot:list', undefined)).budgetMB).toBe(80)
    await last.host.close()
  })
})

describe('a damaged journal and its snapshots', () => {
  it.each([
    ['torn in its last frame', async (path: string) => truncate(path, (await stat(path)).size - 100)],
    [
      'flipped in the middle',
      async (path: string) => {
        const bytes = await readFile(path)
        const middle = bytes.length >> 1
        bytes[middle] = bytes[middle]! ^ 4
        await writeFile(path, bytes)
      },
    ],
    [
      'overwritten at its very start',
      async (path: string) => {
        const bytes = await readFile(path)
        bytes.fill(7, 0, 2000)
        await writeFile(path, bytes)
      },
    ],
    ['emptied', async (path: string) => truncate(path, 0)],
    ['deleted', async (path: string) => rm(path)],
  ])('%s: says what restoring would bring, and restoring brings every record once', async (_, damage) => {
    const { desk, ids } = await closedDesk()
    await damage(journalOf(desk))
    const left = await readFile(journalOf(desk)).catch(() => null)
    const again = await unlock(desk.root)
    const found = (await notices(again)).find(({ code }) => code.startsWith('snapshot.'))
    expect(['snapshot.can-restore', 'snapshot.journal-shorter']).toContain(found?.code)
    expect(found?.params.brings).toBe(6 - (await read(again)).length)
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(sentenceOf(createTranslator(locale), `error.${found!.code}`, found!.params)).toContain('6')
    }
    expect(failure(await again.call('journal:append', { actions: [opinionReturned('不可')] })).code).toBe(
      'journal.read-only',
    )
    const restored = await restoreNewest(again)
    expect(restored).toMatchObject({ count: 6, quarantined: 0 })
    expect(await codes(again)).toEqual([])
    // Put aside as it was, unless there was nothing, or the torn end had been cut off and kept at the start.
    if (left !== null && found?.code === 'snapshot.can-restore') {
      expect(await readFile(join(restored.aside, 'journal.lsj'))).toEqual(left)
    }
    await expectWhole(again, ids)
    await again.host.close()
    const last = await unlock(desk.root)
    expect(await codes(last)).toEqual([])
    expect(await read(last)).toHaveLength(7)
    await last.host.close()
  })

  it('notices whole frames cut off the end, which no checksum can', async () => {
    const desk = await createDesk('division', '示例处室')
    await add(desk, '一', '二')
    const { size } = await stat(journalOf(desk))
    await add(desk, '三', '四')
    const ids = await idsOf(desk)
    await desk.host.close()
    await truncate(journalOf(desk), size)
    const again = await unlock(desk.root)
    expect(await notices(again)).toMatchObject([
      { code: 'snapshot.journal-shorter', params: { count: 3, snapshotCount: 5, brings: 2 } },
    ])
    await restoreNewest(again)
    await expectWhole(again, ids)
    await again.host.close()
  })

  it('keeps what was written after the snapshot, also behind the damage', async () => {
    const { desk } = await closedDesk()
    const open = await unlock(desk.root, { clock: hoursLater(1) })
    await add(open, '六', '七', '八')
    const ids = await idsOf(open)
    await open.host.close()
    const store = new SnapshotStore(inProfile(desk, 'snapshots'))
    await store.remove((await store.list())[0]!)
    const bytes = await readFile(journalOf(desk))
    const middle = bytes.length >> 1
    bytes[middle] = bytes[middle]! ^ 4
    await writeFile(journalOf(desk), bytes)
    const again = await unlock(desk.root)
    expect(await codes(again)).toEqual(['journal.damaged', 'snapshot.can-restore'])
    expect(await restoreNewest(again)).toMatchObject({ count: 9, quarantined: 0 })
    await expectWhole(again, ids)
    await again.host.close()
  })

  it('lets no emptier snapshot take the place of a fuller one, and says so', async () => {
    const { desk, ids } = await closedDesk()
    const store = new SnapshotStore(inProfile(desk, 'snapshots'))
    const [full] = await store.list()
    // The journal is replaced by an old copy while the snapshots are away; the desk goes on in a second story.
    const hidden = `${inProfile(desk, 'snapshots')}-hidden`
    await rename(inProfile(desk, 'snapshots'), hidden)
    const bytes = await readFile(journalOf(desk))
    const firstEnd = 32 + 16 + bytes.readUInt32BE(32 + 8) + 32
    await truncate(journalOf(desk), firstEnd)
    const other = await unlock(desk.root)
    await add(other, '另一个二')
    await mkdir(inProfile(desk, 'snapshots'))
    await rename(join(hidden, full!.name), join(inProfile(desk, 'snapshots'), full!.name))
    await add(other, '甲')
    await other.call('profile:lock', undefined)
    expect(await codes(other)).toEqual(['snapshot.missing', 'snapshot.fuller-kept'])
    succeeded(await other.call('profile:unlock', { passphrase }))
    expect(await codes(other)).toEqual(['snapshot.journal-shorter'])
    expect((await store.list()).map(({ name }) => name)).toContain(full!.name)
    const restored = succeeded(await other.call('snapshot:restore', { name: full!.name }))
    // Both stories are kept: the one that stood in the journal goes on, the other is set apart for people to see.
    expect(restored.quarantined).toBe(ids.length - 1)
    await other.host.close()
  })

  it('puts lost keys and a lost profile back before the desk is unlocked', async () => {
    const { desk, ids } = await closedDesk()
    await rm(inProfile(desk, 'profile.json'))
    await writeFile(inProfile(desk, 'keys.json'), '{"format"')
    const again = await unlock(desk.root)
    // Each file by its name.
    expect(await codes(again)).toEqual(['snapshot.file-restored', 'snapshot.file-restored'])
    expect(await idsOf(again)).toEqual(ids)
    const [stamp] = await readdir(inProfile(desk, 'aside'))
    expect(await readFile(inProfile(desk, 'aside', stamp!, 'keys.json'), 'utf8')).toBe('{"format"')
    await again.host.close()
  })

  it('brings drafts back by itself, and only if the desk lost its own', async () => {
    const { desk } = await closedDesk()
    await rm(inProfile(desk, 'drafts.lsj'))
    const again = await unlock(desk.root)
    expect(await codes(again)).toEqual(['drafts.brought-back'])
    expect(await again.call('draft:list', undefined)).toMatchObject([{ key: 'k', value: '正在写（示例）' }])
    await again.call('draft:delete', { key: 'k' })
    expect(await restoreNewest(again)).toMatchObject({ drafts: 0 })
    await again.host.close()
  })
})

describe('a process killed while it takes snapshots', () => {
  it('leaves none that counts and is not whole', async () => {
    const root = await temporaryFolder()
    const desk = await startHost(root)
    succeeded(await desk.call('profile:create', { role: 'division', name: '示例处室', unit: '示例单位', passphrase }))
    await desk.host.close()
    const store = new SnapshotStore(inProfile(desk, 'snapshots'))
    for (const afterMs of [5, 40, 90]) {
      await snapshotUntilKilled(root, afterMs)
      const snapshots = await store.list()
      expect(snapshots.length).toBeGreaterThan(0)
      for (const snapshot of snapshots) expect(await store.isGood(snapshot)).toBe(true)
    }
    const again = await unlock(root)
    expect((await readdir(inProfile(desk, 'snapshots'))).filter((name) => name.endsWith('.part'))).toEqual([])
    expect((await codes(again)).filter((code) => code !== 'journal.torn')).toEqual([])
    const before = await hashTree(inProfile(desk, 'snapshots'))
    expect(Object.keys(before).length).toBeGreaterThan(0)
    await again.host.close()
  }, 120_000)
})

/** A process that writes and takes snapshots without end, killed some milliseconds after its first word. */
async function snapshotUntilKilled(root: string, afterMs: number): Promise<void> {
  const script = fileURLToPath(new URL('./snapshot-forever.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, root], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('close', resolve))
}
