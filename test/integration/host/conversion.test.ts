import { spawn } from 'node:child_process'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { SnapshotStore } from '@host/snapshots/snapshot-store'
import { canaries, findCanaries, pdfWith } from '../../helpers/canaries'
import { writeAsOlderVersion } from '../../helpers/plain-profile'
import {
  createDesk,
  failure,
  hashTree,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  type Desk,
} from './desk-fixture'
import { opinionReturned } from './review-actions'
import { vaultOf } from './vault-fixture'

afterEach(removeTemporaryFolders)

const profileOf = (desk: Pick<Desk, 'root'>) => join(desk.root, '工作目录')
const exchangeFolder = `/media/${canaries[20]}/交换`

/** A closed desk of the older version, and what it holds. */
async function olderDesk(): Promise<{ root: string; content: unknown }> {
  const desk = await createDesk('division', '示例处室')
  for (const canary of canaries.slice(0, 10)) {
    succeeded(await desk.call('journal:append', { actions: [opinionReturned(canary)] }))
  }
  succeeded(await desk.call('draft:put', { key: `opinion/${canaries[10]}`, value: { reason: canaries[11] } }))
  for (const canary of canaries.slice(12, 20)) {
    succeeded(await desk.call('attachment:put', { bytes: new Uint8Array(pdfWith(canary)) }))
  }
  const content = await contentOf(desk)
  const attachments = content.attachments.map(({ sha256 }) => sha256)
  await desk.host.close()
  await writeAsOlderVersion(profileOf(desk), await vaultOf(desk.root), attachments, exchangeFolder)
  return { root: desk.root, content }
}

async function contentOf(desk: Desk) {
  const attachments = []
  for (const canary of canaries.slice(12, 20)) {
    const bytes = pdfWith(canary)
    const { sha256 } = succeeded(await desk.call('attachment:put', { bytes: new Uint8Array(bytes) }))
    const read = succeeded(await desk.call('attachment:read', { sha256, offset: 0, length: 1_000_000 }))
    attachments.push({ sha256, isSame: bytes.equals(Buffer.from(read.bytes)) })
  }
  return {
    // Behind them a desk that had no X25519 key yet introduces its own.
    records: (await desk.call('journal:read', { after: 0, limit: 11 })).records,
    drafts: await desk.call('draft:list', undefined),
    attachments,
  }
}

async function unlock(root: string): Promise<Desk> {
  const desk = await startHost(root)
  succeeded(await desk.call('profile:unlock', { passphrase }))
  return desk
}
const codes = async (desk: Desk) => (await desk.call('app:get-status', undefined)).notices.map(({ code }) => code)

describe('a profile of the version before everything was encrypted', () => {
  it('is encrypted when it is unlocked, says so once, and holds the same', async () => {
    const { root, content } = await olderDesk()
    // The control: in the open every one of them is found.
    const planted = new Set(findCanaries(profileOf({ root })).map(({ canary }) => canary))
    expect([...planted].sort()).toEqual(canaries.slice(0, 21).toSorted())

    const desk = await unlock(root)
    expect(await codes(desk)).toEqual(['vault.converted'])
    expect((await desk.call('app:get-status', undefined)).exchangeFolder).toBe(exchangeFolder)
    expect(await contentOf(desk)).toEqual(content)
    expect(findCanaries(profileOf({ root }))).toEqual([])
    const store = new SnapshotStore(join(profileOf({ root }), 'snapshots'))
    for (const snapshot of await store.list()) {
      expect(await store.isGood(snapshot)).toBe(true)
      expect(await readFile(join(snapshot.path, 'keys.json'))).toEqual(
        await readFile(join(profileOf({ root }), 'keys.json')),
      )
    }
    expect(await readdir(join(profileOf({ root }), 'aside'))).toEqual(['journal.lsj-0123456789ab.tail.sealed'])
    succeeded(await desk.call('journal:append', { actions: [opinionReturned('以后（示例）')] }))
    await desk.host.close()

    const again = await unlock(root)
    expect(await codes(again)).toEqual([])
    expect((await again.call('journal:get-status', undefined)).count).toBe(13)
    await again.host.close()
  })

  it('brings back from a converted snapshot what the journal lost', async () => {
    const { root, content } = await olderDesk()
    const desk = await unlock(root)
    await desk.host.close()
    await rm(join(profileOf({ root }), 'journal.lsj'))
    const again = await unlock(root)
    expect(await codes(again)).toEqual(['snapshot.journal-shorter'])
    const [snapshot] = (await again.call('snapshot:list', undefined)).snapshots
    expect(succeeded(await again.call('snapshot:restore', { name: snapshot!.name })).count).toBe(12)
    expect((await contentOf(again)).records).toEqual((content as { records: unknown }).records)
    await again.host.close()
  })

  it('waits with a damaged journal until a person restored it, and then goes on', async () => {
    const { root } = await olderDesk()
    const path = join(profileOf({ root }), 'journal.lsj')
    const bytes = await readFile(path)
    bytes[2500] = bytes[2500]! ^ 1
    await writeFile(path, bytes)
    const desk = await unlock(root)
    expect(await codes(desk)).toEqual(['journal.damaged', 'snapshot.can-restore', 'vault.not-converted'])
    expect(await readFile(path)).toEqual(bytes)
    const [snapshot] = (await desk.call('snapshot:list', undefined)).snapshots
    expect(succeeded(await desk.call('snapshot:restore', { name: snapshot!.name })).count).toBe(11)
    await desk.host.close()
    const again = await unlock(root)
    expect(await codes(again)).toEqual(['vault.converted'])
    expect((await again.call('journal:get-status', undefined)).count).toBe(12)
    expect(findCanaries(profileOf({ root }))).toEqual([])
    await again.host.close()
  })

  it('says how far it is, stops when asked, and goes on at the next unlocking', async () => {
    const { root, content } = await olderDesk()
    const desk = await startHost(root)
    const unlocking = desk.call('profile:unlock', { passphrase })
    let seen: { converted: number; total: number } | null = null
    while (seen === null) {
      await new Promise((resolve) => setImmediate(resolve))
      seen = await desk.call('profile:conversion', undefined)
    }
    expect(seen.total).toBe(8)
    await desk.call('profile:stop-conversion', undefined)
    const { code, params } = failure(await unlocking)
    expect(code).toBe('vault.stopped')
    expect(await desk.call('profile:conversion', undefined)).toBeNull()
    expect((await desk.call('app:get-status', undefined)).profile.kind).toBe('locked')

    succeeded(await desk.call('profile:unlock', { passphrase }))
    const [notice] = (await desk.call('app:get-status', undefined)).notices
    expect(notice).toMatchObject({ code: 'vault.converted', params: { attachments: 8 - Number(params['converted']) } })
    expect(await contentOf(desk)).toEqual(content)
    expect(findCanaries(profileOf({ root }))).toEqual([])
    await desk.host.close()
  })

  it('is whole whenever the process is killed while it converts', async () => {
    const { root, content } = await olderDesk()
    const states = new Set<string>()
    for (const afterMs of [0, 4, 12, 30]) {
      await convertUntilKilled(root, afterMs)
      states.add(JSON.stringify(await hashTree(profileOf({ root }))))
    }
    // It was really interrupted, and not always at the same point.
    expect(states.size).toBeGreaterThan(1)
    const desk = await unlock(root)
    expect(await contentOf(desk)).toEqual(content)
    expect(findCanaries(profileOf({ root }))).toEqual([])
    expect(JSON.parse(await readFile(join(profileOf({ root }), 'keys.json'), 'utf8'))).toMatchObject({
      format: 'lianshen-keys/2',
    })
    await desk.host.close()
  }, 120_000)

  it('put back in the open after it was converted, its journal is damage and not read', async () => {
    const { root } = await olderDesk()
    const path = join(profileOf({ root }), 'journal.lsj')
    const open = await readFile(path)
    await (await unlock(root)).host.close()
    await writeFile(path, open)
    const desk = await unlock(root)
    expect(await codes(desk)).toEqual(['journal.damaged', 'snapshot.can-restore'])
    expect((await desk.call('journal:get-status', undefined)).count).toBe(0)
    await desk.host.close()
  })
})

/** A process that converts, killed some milliseconds after it began. */
async function convertUntilKilled(root: string, afterMs: number): Promise<void> {
  const script = fileURLToPath(new URL('./convert-until-killed.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, root], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('close', resolve))
}
