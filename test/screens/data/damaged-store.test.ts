// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DeskDatabase } from '@renderer/data/database'
import { append, closeDesk, deskDatabase, openDesk } from '@renderer/data/desk'
import { usePreferences } from '@renderer/stores/preference-store'
import { createDesk, removeTemporaryFolders, succeeded, type Desk } from '../../integration/host/desk-fixture'
import { opinionReturned } from '../../integration/host/review-actions'

let desk: Desk
let keyId: string
const calls: string[] = []
/** What the shell does when it discards what the browser stored. */
let onDiscard: () => void = () => undefined

beforeEach(async () => {
  desk = await createDesk('division', '陈守玉（示例）', '示例科学技术厅政策法规处')
  calls.length = 0
  Object.assign(window, {
    bridge: {
      invoke: async (channel: never, input: never) => {
        calls.push(channel)
        if (channel === 'profile:discard-database') onDiscard()
        return { ok: true, value: await desk.call(channel, input) }
      },
    },
  })
  const { profile } = await desk.call('app:get-status', undefined)
  if (profile.kind !== 'open') throw new Error('the desk is closed')
  keyId = profile.desk.keyId
  await openDesk(keyId, () => undefined)
  await append(opinionReturned('第一条（示例）'), opinionReturned('第二条（示例）'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  closeDesk()
  await DeskDatabase.delete(`lianshen-${keyId}`)
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

const damaged = (message: string) => new DOMException(message, 'UnknownError')
const opened = () => openDesk(keyId, () => undefined)
const recordsShown = async () => (await deskDatabase().history.toArray()).flatMap(({ lines }) => lines).length

describe('a store of the browser that is damaged on the disk', () => {
  it('which can be neither opened nor deleted is discarded by the shell, and built anew without a question', async () => {
    closeDesk()
    const message = 'Internal error opening backing store for indexedDB.open.'
    const mocks = (['open', 'deleteDatabase'] as const).map((name) =>
      vi.spyOn(IDBFactory.prototype, name).mockImplementation(() => {
        throw damaged(message)
      }),
    )
    usePreferences.getState().change({ fontScale: 1.5 })
    onDiscard = () => {
      for (const mock of mocks) mock.mockRestore()
      localStorage.clear()
    }
    expect(await opened()).toEqual({ rebuilt: true, missing: 0 })
    expect(calls).toContain('profile:discard-database')
    expect(await recordsShown()).toBe(3)
    // How this computer shows things lay in the same place and is kept.
    expect(localStorage.getItem('lianshen.preferences')).toContain('1.5')
  })

  it('which opens and cannot be read is built anew; nothing else of the browser is touched', async () => {
    closeDesk()
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementationOnce(() => {
      throw damaged('Seek failure, unable to continue')
    })
    expect(await opened()).toEqual({ rebuilt: true, missing: 0 })
    expect(calls).not.toContain('profile:discard-database')
    expect(await recordsShown()).toBe(3)
  })

  it('which can be read and takes nothing more is built anew with what it lacked', async () => {
    closeDesk()
    succeeded(await desk.call('journal:append', { actions: [opinionReturned('第三条（示例）')] }))
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw damaged('Internal error committing transaction.')
    })
    expect(await opened()).toEqual({ rebuilt: true, missing: 0 })
    expect(await recordsShown()).toBe(4)
  })

  it('what the host fails with is no damage: the database stays', async () => {
    closeDesk()
    const { bridge } = window as unknown as { bridge: { invoke: (channel: string, input: unknown) => unknown } }
    const { invoke } = bridge
    bridge.invoke = (channel, input) =>
      channel === 'journal:read' ? { ok: false, code: 'failed', message: channel } : invoke(channel, input)
    await expect(opened()).rejects.toThrow('journal:read')
    bridge.invoke = invoke
    expect(await opened()).toEqual({ rebuilt: false, missing: 0 })
  })
})
