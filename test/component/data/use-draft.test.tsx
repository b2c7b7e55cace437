// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dropDraft, forgetDrafts, lastWords, loadDrafts, peekDraft, typeDraft } from '@renderer/data/drafts'
import { bringBackKept, deleteOldRemoved } from '@renderer/data/kept-texts'
import { useDraft } from '@renderer/data/use-draft'

type Form = { readonly a: string; readonly b: string }
const empty: Form = { a: '', b: '' }

/** What the host has, by key. */
let disk: Map<string, unknown>

beforeEach(async () => {
  disk = new Map()
  let revision = 0
  Object.assign(window, {
    bridge: {
      invoke: (channel: string, input?: { readonly key: string; readonly value: unknown }) => {
        const { key = '', value } = input ?? {}
        if (channel === 'draft:put') disk.set(key, value)
        if (channel === 'draft:delete') disk.delete(key)
        const done = { kind: 'done', savedAt: '2026-11-30T02:32:00.000Z', revision: (revision += 1), beside: false }
        return Promise.resolve({ ok: true, value: channel === 'draft:list' ? [] : done })
      },
    },
  })
  await loadDrafts()
})
afterEach(() => {
  cleanup()
  forgetDrafts()
  vi.restoreAllMocks()
  Reflect.deleteProperty(window, 'bridge')
})

const form = (key = '意见') => renderHook((of: string) => useDraft<Form>(of, empty), { initialProps: key })

describe('a form that somebody types into', () => {
  it('keeps two changes of one moment, before it is drawn again', () => {
    const { result } = form()
    act(() => {
      const { change } = result.current
      change((now) => ({ ...now, a: '甲' }))
      change((now) => ({ ...now, b: '乙' }))
    })
    expect(result.current.value).toEqual({ a: '甲', b: '乙' })
    expect(peekDraft('意见')).toEqual({ a: '甲', b: '乙' })
  })

  it('goes on with what was typed while its text became a record', async () => {
    const { result } = form()
    act(() => {
      result.current.change({ a: '封存的', b: '' })
    })
    const { drop } = result.current
    act(() => {
      result.current.change((now) => ({ ...now, b: '点了之后写的' }))
    })
    await act(() => drop())
    expect(result.current).toMatchObject({ value: { a: '封存的', b: '点了之后写的' }, isBegun: true })
    expect(peekDraft('意见')).toEqual({ a: '封存的', b: '点了之后写的' })
    await act(() => result.current.drop(empty))
    expect(result.current).toMatchObject({ value: empty, isBegun: false })
    expect(disk.size).toBe(0)
  })

  it('finds a removed text again for thirty days, and not longer', async () => {
    const { result } = form()
    act(() => {
      result.current.change({ a: '误删的理由', b: '' })
    })
    await act(() => result.current.putAside('discarded'))
    await act(() => result.current.removeKept(result.current.kept[0]!))
    expect(result.current.kept).toEqual([])
    const [key] = [...disk.keys()]
    await act(() => deleteOldRemoved('2026-12-29T00:00:00.000Z'))
    await act(() => bringBackKept(key!))
    expect(result.current.kept.map(({ value }) => value)).toEqual([{ a: '误删的理由', b: '' }])
    await act(() => deleteOldRemoved('2027-03-01T00:00:00.000Z'))
    expect(result.current.kept).toHaveLength(1)
    await act(() => result.current.removeKept(result.current.kept[0]!))
    await act(() => deleteOldRemoved('2027-03-01T00:00:00.000Z'))
    expect(disk.size).toBe(0)
  })

  it('keeps also what was typed while a text was being put aside', async () => {
    const { result } = form()
    act(() => {
      result.current.change({ a: '不要了', b: '' })
    })
    await act(async () => {
      const aside = result.current.putAside('discarded')
      result.current.change((now) => ({ ...now, b: '又写' }))
      await aside
    })
    expect(result.current.value).toEqual(empty)
    expect([...disk.values()]).toContainEqual({ of: '意见', why: 'discarded', value: { a: '不要了', b: '又写' } })
  })

  it('of another key is another form, and each key has its own text', () => {
    const { result, rerender } = form('甲')
    act(() => {
      result.current.change({ a: '写在甲里', b: '' })
    })
    rerender('乙')
    expect(result.current.value).toEqual(empty)
    act(() => {
      result.current.change((now) => ({ ...now, a: '写在乙里' }))
    })
    rerender('甲')
    expect(result.current.value.a).toBe('写在甲里')
    expect(peekDraft('乙')).toEqual({ a: '写在乙里', b: '' })
  })
})

describe('a page that goes before anything was written', () => {
  it('says everything that waits as it lets go, and long texts by themselves', async () => {
    const long = '长'.repeat(20_000)
    typeDraft('短', '一（示例）')
    typeDraft('长', long)
    typeDraft('又短', '二（示例）')
    expect(lastWords()?.map(({ key, value }) => [key, value])).toEqual([
      ['短', '一（示例）'],
      ['又短', '二（示例）'],
    ])
    await vi.waitFor(() => {
      expect(disk.get('长')).toBe(long)
    })
    await dropDraft('短')
    expect(lastWords()?.map(({ key }) => key)).toEqual(['又短'])
  })
})
