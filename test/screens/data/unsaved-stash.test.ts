// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDesk, removeTemporaryFolders, type Desk } from '../../integration/host/desk-fixture'

let desk: Desk
let keyId: string
let isHostDead = false
/** Calls that the host has begun and never answers. */
let isHostStuck = false

beforeEach(async () => {
  desk = await createDesk('expert', '示例专家')
  isHostDead = false
  isHostStuck = false
  Object.assign(window, {
    bridge: {
      invoke: async (channel: never, input: never) => {
        if (isHostDead) throw new Error('no answer')
        if (isHostStuck) return new Promise(() => undefined)
        return { ok: true, value: await desk.call(channel, input) }
      },
    },
  })
  const { profile } = await desk.call('app:get-status', undefined)
  if (profile.kind !== 'open') throw new Error('the desk is closed')
  keyId = profile.desk.keyId
})
afterEach(async () => {
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

/** A page that was loaded anew: it knows nothing but what the host and the browser have. */
async function loadPage() {
  vi.resetModules()
  const stash = await import('@renderer/data/unsaved-stash')
  const page = await import('@renderer/data/drafts')
  await stash.handOverStash(keyId)
  await page.loadDrafts()
  return page
}

const onDisk = async () => (await desk.call('draft:list', undefined)).map(({ value }) => value)
const moment = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const stored = async () => {
  const name = `lianshen-unsaved-${keyId}`
  if ((await indexedDB.databases()).every((found) => found.name !== name)) return []
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error!)
    }
  })
  const rows = await new Promise<readonly unknown[]>((resolve) => {
    const request = db.transaction('unsaved').objectStore('unsaved').getAll()
    request.onsuccess = () => {
      resolve(request.result)
    }
  })
  db.close()
  return rows
}

describe('what is typed into a page whose host is dead', () => {
  it('is offered at the next opening, with every letter until a moment before the page was gone', async () => {
    const page = await loadPage()
    page.typeDraft('意见', '主机还在时写的（示例）')
    await page.flushDrafts()
    isHostDead = true
    page.typeDraft('意见', '主机死后写的（示例）')
    await page.flushDrafts()
    // No write is tried for two seconds; what is typed meanwhile is put away all the same.
    page.typeDraft('意见', '主机死后写的（示例），又一句')
    expect(page.isSavingRefused()).toBe(true)
    await moment(700)
    isHostDead = false
    const next = await loadPage()
    expect(next.peekDraft('意见')).toBe('主机死后写的（示例），又一句')
    expect(await onDisk()).toEqual(['主机死后写的（示例），又一句'])
    expect(await stored()).toEqual([])
  })

  it('lies in the browser encrypted', async () => {
    const page = await loadPage()
    isHostDead = true
    page.typeDraft('意见', 'not to be read by anybody')
    await page.flushDrafts()
    await moment(50)
    const rows = await stored()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('anybody')
    isHostDead = false
    await page.flushDrafts()
    await moment(50)
    expect(await stored()).toEqual([])
  })

  it('is put away also while the host takes the call and never answers, and the page asks before it goes', async () => {
    const page = await loadPage()
    isHostStuck = true
    page.typeDraft('意见', '没有回答（示例）')
    await moment(1400)
    expect(page.isSavingRefused()).toBe(true)
    page.typeDraft('意见', '没有回答（示例），还在写')
    await moment(600)
    isHostStuck = false
    const next = await loadPage()
    expect(next.peekDraft('意见')).toBe('没有回答（示例），还在写')
  })

  it('does not take the place of what the host had from the same page later', async () => {
    const page = await loadPage()
    isHostDead = true
    page.typeDraft('意见', '早的（示例）')
    await page.flushDrafts()
    await moment(50)
    isHostDead = false
    // The browser does not come to forget it before the page is killed.
    vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
      throw new DOMException('gone', 'AbortError')
    })
    page.typeDraft('意见', '晚的（示例）')
    await page.flushDrafts()
    await moment(50)
    vi.restoreAllMocks()
    expect(await stored()).toHaveLength(1)
    const next = await loadPage()
    expect(next.peekDraft('意见')).toBe('晚的（示例）')
    expect(await onDisk()).toEqual(['晚的（示例）'])
  })

  it('does not take the place of what another page wrote since: both are there', async () => {
    const page = await loadPage()
    isHostDead = true
    page.typeDraft('意见', '没有存下的（示例）')
    await page.flushDrafts()
    await moment(50)
    isHostDead = false
    const other = await desk.call('draft:put', {
      key: '意见',
      value: '另一页写的（示例）',
      base: 0,
      page: crypto.randomUUID(),
    })
    expect(other.kind).toBe('done')
    const next = await loadPage()
    expect(next.peekDraft('意见')).toBe('另一页写的（示例）')
    expect(JSON.stringify(await onDisk())).toContain('没有存下的（示例）')
  })
})
