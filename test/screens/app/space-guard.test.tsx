// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { act, cleanup, configure, fireEvent, render, renderHook, screen, waitFor } from '@testing-library/react'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { App } from '@renderer/app/App'
import { useAutoLock } from '@renderer/app/use-auto-lock'
import { useStatusWatch } from '@renderer/app/use-status-watch'
import { append, closeDesk } from '@renderer/data/desk'
import { flushDrafts, typeDraft } from '@renderer/data/drafts'
import { callHost, done } from '@renderer/platform/bridge'
import { usePreferences } from '@renderer/stores/preference-store'
import { useSaveStore } from '@renderer/data/save-state'
import { useSession } from '@renderer/data/session'
import {
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  temporaryFolder,
} from '../../integration/host/desk-fixture'
import { opinionReturned } from '../../integration/host/review-actions'
import { connectPage } from '../../helpers/sit-down'

configure({ asyncUtilTimeout: 20_000 })

const isReadOnly = () => screen.queryByText(/已转为只读/u) !== null
const enough = 20_000_000_000
let freeBytes = enough

/** The page of an open desk, over a host whose disk has `freeBytes` left. */
async function openDeskPage() {
  freeBytes = enough
  const desk = await startHost(await temporaryFolder(), { freeBytes: () => Promise.resolve(freeBytes) })
  succeeded(await desk.call('profile:create', { role: 'division', name: '示例处室', unit: '示例厅', passphrase }))
  connectPage(desk)
  usePreferences.getState().change({ locale: 'zh-CN', theme: 'light', fontScale: 1 })
  useSession.setState({ status: null })
  render(<App />)
  await screen.findByRole('navigation', { name: '主导航' })
  return desk
}

afterEach(() => {
  cleanup()
  closeDesk()
  vi.useRealTimers()
  Reflect.deleteProperty(window, 'bridge')
})
afterAll(removeTemporaryFolders)

describe('a disk that fills while the desk is open', () => {
  it('makes the desk say that it is read-only as soon as a save was refused; exporting goes on', async () => {
    const desk = await openDeskPage()
    freeBytes = 299_000_000
    expect(isReadOnly()).toBe(false)
    await expect(append(opinionReturned('满（示例）'))).rejects.toMatchObject({ error: { code: 'space.read-only' } })
    expect(await screen.findByText(/已转为只读/u)).toBeDefined()

    const { records } = await callHost('journal:read', { after: 0, limit: 10 })
    const what = { kind: 'archive' as const, to: '示例', recordIds: records.map(({ id }) => id), attachments: [] }
    expect(
      done(await callHost('bundle:export', { protect: { kind: 'none' }, ...what, fileName: '抢救.lsb' })).file.size,
    ).toBeGreaterThan(0)
    expect(isReadOnly()).toBe(true)
    await desk.host.close()
  })

  it('says so after refused typing too, and comes back with what was typed once there is room', async () => {
    const desk = await openDeskPage()
    freeBytes = 299_000_000
    typeDraft('满', '还没有保存的话（示例）')
    await flushDrafts()
    expect(await screen.findByText(/已转为只读/u)).toBeDefined()
    expect(await screen.findByText(/没有保存：磁盘只剩 299 MB/u)).toBeDefined()

    freeBytes = enough
    // Back from the file manager, where space was freed.
    fireEvent.focus(window)
    await waitFor(() => {
      expect(isReadOnly()).toBe(false)
    })
    await waitFor(() => {
      expect(useSaveStore.getState().state.kind).toBe('saved')
    })
    expect(await desk.call('draft:list', undefined)).toMatchObject([{ key: '满', value: '还没有保存的话（示例）' }])
    await desk.host.close()
  })

  it('is found by looking now and again, without anybody saving', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const desk = await openDeskPage()
    freeBytes = 299_000_000
    await act(() => vi.advanceTimersByTimeAsync(29_000))
    expect(isReadOnly()).toBe(false)
    await act(() => vi.advanceTimersByTimeAsync(1000))
    expect(await screen.findByText(/已转为只读/u)).toBeDefined()
    freeBytes = 900_000_000
    await act(() => vi.advanceTimersByTimeAsync(30_000))
    expect(await screen.findByText(/不足 1 GB/u)).toBeDefined()
    expect(isReadOnly()).toBe(false)
    await desk.host.close()
  })
})

it('looking at the disk is no sign of a person: the desk locks itself all the same', async () => {
  vi.useFakeTimers()
  const asked: string[] = []
  const invoke = (channel: string) => {
    asked.push(channel)
    // Under way for ever, as on a share that does not answer.
    return new Promise(() => undefined)
  }
  Object.assign(window, { bridge: { invoke } })
  const lock = vi.fn()
  renderHook(() => {
    useStatusWatch()
    return useAutoLock(1, lock)
  })
  await act(() => vi.advanceTimersByTimeAsync(59_000))
  expect(asked).toEqual(['app:get-status'])
  expect(lock).not.toHaveBeenCalled()
  await act(() => vi.advanceTimersByTimeAsync(2000))
  expect(lock).toHaveBeenCalledOnce()
})
