import { addStep, placeOfStep, takeBack, type OpinionPlace } from '@shared/acts/opinion-steps'
import type { OpinionDraft } from '@shared/acts/expert-opinion'
import { noteHistory } from './opinion-history'
import { keepWay, wayOf } from './opinion-ways'
import type { DraftHandle } from './use-draft'

export type OpinionSteps = {
  readonly change: (change: (now: OpinionDraft) => OpinionDraft) => void
  /** Takes the last step back; answers where it was made, `null` if there is none. */
  readonly undo: () => OpinionPlace | null
  /** Does again what was taken back last. */
  readonly redo: () => OpinionPlace | null
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/**
 * An opinion whose every step can be taken back, over all criteria, verdicts and pins among them, and what a criterion
 * said before is kept.
 */
export function opinionSteps(key: string, draft: Pick<DraftHandle<OpinionDraft>, 'change'>): OpinionSteps {
  const way = wayOf(key)
  const go = (from: 'done' | 'undone', to: 'done' | 'undone'): OpinionPlace | null => {
    const now = wayOf(key)
    const step = now[from].at(-1)
    if (step === undefined) return null
    keepWay(key, { ...now, [from]: now[from].slice(0, -1), [to]: [...now[to], step] })
    draft.change((value) => {
      const next = takeBack(value, from === 'done' ? step : { from: step.to, to: step.from })
      noteHistory(key, value, next)
      return next
    })
    return placeOfStep(step)
  }
  return {
    change: (change) => {
      draft.change((value) => {
        const next = change(value)
        const before = wayOf(key)
        const done = addStep(before.done, { from: value, to: next, at: performance.now() })
        if (done !== before.done) keepWay(key, { done, undone: [] })
        noteHistory(key, value, next)
        return next
      })
    },
    undo: () => go('done', 'undone'),
    redo: () => go('undone', 'done'),
    canUndo: way.done.length > 0,
    canRedo: way.undone.length > 0,
  }
}
