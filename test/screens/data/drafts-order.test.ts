// @vitest-environment happy-dom
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dropDraft, flushDrafts, loadDrafts, peekDraft, typeDraft } from '@renderer/data/drafts'
import { createDesk, removeTemporaryFolders, type Desk } from '../../integration/host/desk-fixture'

let desk: Desk
/** How long a call is on its way to the host, in ms, by channel. */
let delays: Readonly<Record<string, number>> = {}

beforeEach(async () => {
  desk = await createDesk('division', '示例处室')
  Object.assign(window, {
    bridge: {
      invoke: async (channel: string, input: never) => {
        await new Promise((resolve) => setTimeout(resolve, delays[channel] ?? 0))
        return { ok: true, value: await desk.call(channel as never, input) }
      },
    },
  })
  delays = {}
  await loadDrafts()
})
afterEach(async () => {
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

const onDisk = async () => (await desk.call('draft:list', undefined)).map(({ key, value }) => [key, value])

describe('drafts of one form reach the disk in the order in which they were asked for', () => {
  it('a draft whose text became a record does not come back, though it was just being written', async () => {
    delays = { 'draft:put': 150 }
    typeDraft('意见', '正在写（示例）')
    const writing = flushDrafts()
    await dropDraft('意见')
    await writing
    expect(await onDisk()).toEqual([])
    expect(peekDraft('意见')).toBeUndefined()
  })

  it('what is typed after that is a new draft', async () => {
    delays = { 'draft:delete': 150 }
    typeDraft('意见', '旧（示例）')
    await flushDrafts()
    const dropping = dropDraft('意见')
    typeDraft('意见', '新（示例）')
    await flushDrafts()
    await dropping
    expect(await onDisk()).toEqual([['意见', '新（示例）']])
    expect(peekDraft('意见')).toBe('新（示例）')
  })

  it('of two writings the later stays, however long the first is on its way', async () => {
    typeDraft('意见', '一（示例）')
    delays = { 'draft:put': 150 }
    const first = flushDrafts()
    delays = {}
    typeDraft('意见', '二（示例）')
    await flushDrafts()
    await first
    expect(await onDisk()).toEqual([['意见', '二（示例）']])
    expect(peekDraft('意见')).toBe('二（示例）')
  })
})
