import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { draftSavedAt, dropDraft, flushDrafts, peekDraft, typeDraft } from './drafts'
import { keepText, removeKept, useKept, type Kept } from './kept-texts'

export type DraftHandle<T> = {
  readonly value: T
  /**
   * Shows at once and is on the disk a moment later, however one goes on typing. A function is given what the form says
   * by then: two changes of one moment both stay.
   */
  readonly change: (next: T | ((now: T) => T)) => void
  /** When the draft that was found was saved; `null` if the form began empty. */
  readonly restoredAt: string | null
  /** Whether anything was typed, in this sitting or before. */
  readonly isBegun: boolean
  /**
   * Forgets the draft after its text became a record; what was typed while the record was made goes on as the draft.
   * @param next what the form says from now on, unless it was typed into since
   */
  readonly drop: (next?: T) => Promise<void>
  /**
   * Puts the form back to its beginning; what was typed is kept among the texts put aside, unless it says nothing new.
   */
  readonly putAside: (why: 'abandoned' | 'discarded', known?: T) => Promise<void>
  /** Texts of this form that were put aside or met another, the newest first. */
  readonly kept: readonly Kept[]
  /** Goes on with a kept text; what stands in the form now is put aside in its place. */
  readonly takeUp: (kept: Kept) => Promise<void>
  readonly removeKept: (kept: Kept) => Promise<void>
}

/**
 * A form's text that is never lost: on the disk a moment after each key, and at once when the form goes.
 * @param read turns what was stored (perhaps by an older version) into today's shape; returns `fallback`'s shape.
 */
export function useDraft<T>(
  key: string,
  fallback: T,
  read: (stored: unknown) => T = (stored) => stored as T,
): DraftHandle<T> {
  const [state, setState] = useState(() => initial(key, fallback, read))
  const kept = useKept()
  // Another key is another form.
  const current = state.key === key ? state : initial(key, fallback, read)
  if (current !== state) setState(current)
  useEffect(
    () => () => {
      void flushDrafts()
    },
    [key],
  )
  // Of the moment, not of the last rendering: two changes may come between two of them.
  const latest = useRef(current)
  useLayoutEffect(() => {
    latest.current = current
  }, [current])
  const change = useCallback((next: T | ((now: T) => T)) => {
    const value = typeof next === 'function' ? (next as (now: T) => T)(latest.current.value) : next
    latest.current = { ...latest.current, value, isBegun: true }
    setState(latest.current)
    typeDraft(latest.current.key, value)
  }, [])
  const keepPresent = async (why: 'abandoned' | 'discarded', known: T = fallback) => {
    for (let before: unknown = known; ;) {
      const value = peekDraft(key)
      // Typed into while it was put away: that is kept as well.
      if (value === undefined || isSame(value, before)) return
      await keepText({ of: key, why, value })
      before = value
    }
  }
  return {
    value: current.value,
    change,
    restoredAt: current.restoredAt,
    isBegun: current.isBegun,
    drop: async (next) => {
      const stored = peekDraft(key)
      if (stored !== undefined && !isSame(read(stored), current.value)) return
      setState((now) =>
        now.key === key
          ? { ...now, value: next === undefined ? now.value : next, isBegun: false, restoredAt: null }
          : now,
      )
      await dropDraft(key)
    },
    putAside: async (why, known) => {
      await keepPresent(why, known)
      await dropDraft(key)
      setState({ key, value: fallback, restoredAt: null, isBegun: false })
    },
    kept: kept.filter(({ of }) => of === key),
    takeUp: async (text) => {
      await keepPresent('discarded')
      change(read(text.value))
      await flushDrafts()
      await removeKept(text.key)
    },
    removeKept: (text) => removeKept(text.key),
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function initial<T>(key: string, fallback: T, read: (stored: unknown) => T) {
  const stored = peekDraft(key)
  return {
    key,
    value: stored === undefined ? fallback : read(stored),
    restoredAt: stored === undefined ? null : draftSavedAt(key),
    isBegun: stored !== undefined,
  }
}
