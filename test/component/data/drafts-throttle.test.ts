// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { flushDrafts, forgetDrafts, loadDrafts, resumeDrafts, suspendDrafts, typeDraft } from '@renderer/data/drafts'
import { useSaveStore } from '@renderer/data/save-state'

/** What the host was asked to write, with the time on the page's clock. */
let puts: { readonly at: number; readonly value: unknown }[] = []
let writingTakes = 0
let isReachable = true

beforeEach(async () => {
  vi.useFakeTimers()
  puts = []
  writingTakes = 0
  isReachable = true
  Object.assign(window, {
    bridge: {
      invoke: async (channel: string, input: { readonly value?: unknown }) => {
        if (!isReachable) throw new Error('no answer')
        if (channel === 'draft:list') return { ok: true, value: [] }
        await new Promise((resolve) => setTimeout(resolve, writingTakes))
        puts.push({ at: Date.now(), value: input.value })
        const value = { kind: 'done', savedAt: '2026-11-30T02:32:00.000Z', revision: puts.length, beside: false }
        return { ok: true, value }
      },
    },
  })
  const loaded = loadDrafts()
  await vi.runAllTimersAsync()
  await loaded
})
afterEach(() => {
  forgetDrafts()
  vi.useRealTimers()
  Reflect.deleteProperty(window, 'bridge')
})

const stateNow = () => useSaveStore.getState().state.kind

/** Types a letter every `every` ms for `seconds`, and answers the longest time that a letter waited for the disk. */
async function typeWithoutPause(every: number, seconds: number): Promise<number> {
  const typedAt: number[] = []
  let text = ''
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    text += '字'
    typedAt.push(Date.now())
    typeDraft('意见', text)
    await vi.advanceTimersByTimeAsync(every)
  }
  const flushed = flushDrafts()
  await vi.advanceTimersByTimeAsync(1000)
  await flushed
  return Math.max(
    ...typedAt.map((at, index) => (puts.find(({ value }) => String(value).length > index)?.at ?? Infinity) - at),
  )
}

describe('typing without a pause', () => {
  it('is on the disk within a second of each key, at five keys a second and at fifty', async () => {
    expect(await typeWithoutPause(200, 60)).toBeLessThanOrEqual(500)
    expect(await typeWithoutPause(20, 10)).toBeLessThanOrEqual(500)
  })

  it('is not written more often than the disk needs: not at every key', async () => {
    await typeWithoutPause(20, 10)
    expect(puts.length).toBeLessThanOrEqual(26)
  })

  it('is within a second also on a disk that takes two tenths of one for each write', async () => {
    writingTakes = 200
    expect(await typeWithoutPause(200, 30)).toBeLessThanOrEqual(1000)
  })
})

describe('the save state', () => {
  it('says draft, saving and saved as it is, and never saved while a letter waits', async () => {
    writingTakes = 100
    typeDraft('意见', '一')
    expect(stateNow()).toBe('typing')
    await vi.advanceTimersByTimeAsync(450)
    expect(stateNow()).toBe('saving')
    typeDraft('意见', '一二')
    typeDraft('另一份', '甲')
    await vi.advanceTimersByTimeAsync(60)
    expect(puts).toHaveLength(1)
    expect(stateNow()).toBe('typing')
    await vi.advanceTimersByTimeAsync(600)
    expect(stateNow()).toBe('saved')
    expect(puts.at(-1)?.value).toBe('一二')
  })

  it('says that nothing is saved while the host does not answer, and tries until it does', async () => {
    isReachable = false
    typeDraft('意见', '一')
    await vi.advanceTimersByTimeAsync(500)
    expect(stateNow()).toBe('failed')
    isReachable = true
    await vi.advanceTimersByTimeAsync(2100)
    expect(stateNow()).toBe('saved')
  })
})

describe('a page that lost the desk', () => {
  it('writes nothing more, and everything at once when it has it again', async () => {
    typeDraft('意见', '一')
    await suspendDrafts()
    typeDraft('意见', '一二')
    await vi.advanceTimersByTimeAsync(10_000)
    await flushDrafts()
    expect(puts).toEqual([])
    resumeDrafts()
    await vi.advanceTimersByTimeAsync(1)
    expect(puts.map(({ value }) => value)).toEqual(['一二'])
  })
})
