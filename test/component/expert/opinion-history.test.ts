// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { changeItem, emptyDraft, type OpinionDraft } from '@shared/acts/expert-opinion'
import { historyOf, restored } from '@renderer/data/opinion-history'
import { opinionSteps } from '@renderer/data/opinion-steps'
import { forgetWays } from '@renderer/data/opinion-ways'
import { forgetPlaces } from '@renderer/data/kept-places'

const key = 'opinion/p/d'
let value: OpinionDraft = emptyDraft({ dossierHash: 'a'.repeat(64), dossierVersion: 1 })
const steps = () =>
  opinionSteps(key, {
    change: (next) => {
      value = typeof next === 'function' ? next(value) : next
    },
  })

afterEach(() => {
  forgetPlaces()
  forgetWays()
  vi.restoreAllMocks()
  value = emptyDraft({ dossierHash: 'a'.repeat(64), dossierVersion: 1 })
})

describe('what an opinion said before', () => {
  it('is kept where a long reason goes at once, and can be put back', () => {
    steps().change((now) => changeItem(now, 'C9-1', { reason: '成员单位均为独立法人，见申请表第二页。' }))
    steps().change((now) => changeItem(now, 'C9-1', { reason: '' }))
    const [entry] = historyOf(key)
    expect(entry?.place).toBe('C9-1')
    value = restored(value, entry!)
    expect(value.items['C9-1'].reason).toBe('成员单位均为独立法人，见申请表第二页。')
  })

  it('is not kept key by key', () => {
    for (const reason of ['成', '成员', '成员单', '成员单位']) {
      steps().change((now) => changeItem(now, 'C9-1', { reason }))
    }
    expect(historyOf(key)).toEqual([])
  })

  it('begins anew after a pause', () => {
    const clock = vi.spyOn(performance, 'now')
    clock.mockReturnValue(1_000_000)
    steps().change((now) => changeItem(now, 'C9-2', { reason: '第一稿' }))
    clock.mockReturnValue(1_100_000)
    steps().change((now) => changeItem(now, 'C9-2', { reason: '第一稿，改' }))
    expect(historyOf(key).map(({ said }) => said)).toEqual([{ verdict: null, reason: '第一稿', evidence: [] }])
  })

  it('keeps a verdict that was taken away, and the way back crosses criteria', () => {
    steps().change((now) => changeItem(now, 'C12-1', { verdict: 'conforms' }))
    steps().change((now) => changeItem(now, 'C9-3', { verdict: 'cannot-tell' }))
    expect(steps().undo()).toBe('C9-3')
    expect(steps().undo()).toBe('C12-1')
    expect(steps().undo()).toBeNull()
    expect(value.items['C12-1'].verdict).toBeNull()
    expect(steps().redo()).toBe('C12-1')
    expect(value.items['C12-1'].verdict).toBe('conforms')
    expect(historyOf(key).map(({ place }) => place)).toEqual(['C9-3', 'C12-1'])
  })
})
