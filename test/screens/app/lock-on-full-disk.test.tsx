// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { App } from '@renderer/app/App'
import { closeDesk } from '@renderer/data/desk'
import { forgetDrafts, peekDraft, typeDraft } from '@renderer/data/drafts'
import { usePreferences } from '@renderer/stores/preference-store'
import { useSession } from '@renderer/data/session'
import {
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  temporaryFolder,
  type Desk,
} from '../../integration/host/desk-fixture'

configure({ asyncUtilTimeout: 20_000 })

const enough = 20_000_000_000
const text = '还没有存下的意见（示例）'
let freeBytes = enough
let desk: Desk
/** Whether the host answers at all. */
let isReachable = true

/** What a browser does when the page is loaded anew: nothing that was in its memory stays. */
function loadAnew(): void {
  cleanup()
  closeDesk()
  forgetDrafts()
  useSession.setState({ status: null })
  render(<App />)
}

beforeEach(async () => {
  freeBytes = enough
  isReachable = true
  desk = await startHost(await temporaryFolder(), { freeBytes: () => Promise.resolve(freeBytes) })
  succeeded(await desk.call('profile:create', { role: 'division', name: '示例处室', unit: '示例厅', passphrase }))
  const invoke = async (channel: never, input: never) => {
    if (!isReachable) throw new Error('no answer')
    return { ok: true, value: await desk.call(channel, input) }
  }
  Object.assign(window, { bridge: { invoke } })
  vi.spyOn(window.location, 'reload').mockImplementation(loadAnew)
  usePreferences.getState().change({ locale: 'zh-CN', theme: 'light', fontScale: 1 })
  useSession.setState({ status: null })
  render(<App />)
  await screen.findByRole('navigation', { name: '主导航' })
  freeBytes = 299_000_000
  typeDraft('意见', { text })
})
afterEach(async () => {
  cleanup()
  closeDesk()
  forgetDrafts()
  vi.useRealTimers()
  vi.restoreAllMocks()
  Reflect.deleteProperty(window, 'bridge')
  await desk.host.close()
})
afterAll(removeTemporaryFolders)

const stateOfDesk = async () => (await desk.call('app:get-status', undefined)).profile.kind
const press = (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }))
}
const unlock = async () => {
  fireEvent.change(await screen.findByLabelText('口令'), { target: { value: passphrase } })
  press('打开工作台')
  await screen.findByRole('navigation', { name: '主导航' })
}
/** The desk locks itself a minute after the last sign of a person. */
const waitForAutoLock = async () => {
  const { status, setStatus } = useSession.getState()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'Date'] })
  act(() => {
    setStatus({ ...status!, autoLockMinutes: 1 })
  })
  await act(() => vi.advanceTimersByTimeAsync(61_000))
}

describe('locking by hand while the disk refuses what was typed', () => {
  it('stays open, says so, and gives the text to copy', async () => {
    press('锁定')
    expect((await screen.findByRole('dialog')).textContent).toContain('稿子还没有存下')
    expect(screen.getByLabelText<HTMLTextAreaElement>('没有存下的文字').value).toBe(text)
    expect(await stateOfDesk()).toBe('open')
    expect(peekDraft('意见')).toEqual({ text })
  })

  it('locks after another try, once there is room', async () => {
    press('锁定')
    await screen.findByRole('dialog')
    press('再试一次')
    expect(await stateOfDesk()).toBe('open')
    freeBytes = enough
    press('再试一次')
    await screen.findByLabelText('口令')
    await unlock()
    expect(await desk.call('draft:list', undefined)).toMatchObject([{ key: '意见', value: { text } }])
  })

  it('goes on working when the person takes it back', async () => {
    press('锁定')
    await screen.findByRole('dialog')
    press('不锁定')
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).toBeNull()
    })
    expect(await stateOfDesk()).toBe('open')
  })

  it('locks all the same if told so; after the passphrase the text is there, and goes to the disk once it can', async () => {
    press('锁定')
    await screen.findByRole('dialog')
    press('照样锁定')
    await screen.findByLabelText('口令')
    expect(await stateOfDesk()).toBe('locked')
    expect(peekDraft('意见')).toBeUndefined()
    await unlock()
    expect(peekDraft('意见')).toEqual({ text })
    expect(await screen.findByText(/没有保存：磁盘只剩 299 MB/u)).toBeDefined()
    freeBytes = enough
    await waitFor(
      async () => {
        expect(await desk.call('draft:list', undefined)).toEqual([
          { key: '意见', value: { text }, savedAt: expect.any(String) as string, revision: 1 },
        ])
      },
      { timeout: 10_000 },
    )
  })
})

describe('a desk that locks itself while the disk refuses what was typed', () => {
  it('shows nothing more, is locked, and has the text again after the passphrase', async () => {
    await waitForAutoLock()
    vi.useRealTimers()
    await screen.findByLabelText('口令')
    expect(await stateOfDesk()).toBe('locked')
    expect(document.body.textContent).not.toContain(text)
    await unlock()
    expect(peekDraft('意见')).toEqual({ text })
  })

  it('is covered and keeps the text even if the host does not answer; it locks as soon as it does', async () => {
    isReachable = false
    await waitForAutoLock()
    expect(screen.queryByRole('navigation', { name: '主导航' })).toBeNull()
    expect(screen.getByRole('status').textContent).toContain('已遮住')
    expect(peekDraft('意见')).toEqual({ text })
    isReachable = true
    await act(() => vi.advanceTimersByTimeAsync(3000))
    vi.useRealTimers()
    await screen.findByLabelText('口令')
    expect(await stateOfDesk()).toBe('locked')
    await unlock()
    expect(peekDraft('意见')).toEqual({ text })
  })
})
