import { useEffect, useState } from 'react'
import { draftSavedAt, dropDraft, flushDrafts, peekDraft, typeDraft } from './drafts'
import { keepText, removeKept, useKept, type Kept } from './kept-texts'

export type DraftHandle<T> = {
  readonly value: T
  /** Shows at once and is on the disk a moment later, however one goes on typing. */
  readonly change: (next: T) => void
  /** When the draft that was found was saved; `null` if the form began empty. */
  readonly restoredAt: string | null
  /** Whether anything was typed, in this sitting or before. */
  readonly isBegun: boolean
  /** Forgets the draft after its text became a record. */
  readonly drop: () => Promise<void>
  /** Puts the form back to its beginning; what was typed is kept among the texts put aside, unless it says nothing new. */
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
  const change = (value: T) => {
    setState({ ...current, value, isBegun: true })
    typeDraft(key, value)
  }
  const keepPresent = async (why: 'abandoned' | 'discarded', known: T = fallback) => {
    const value = peekDraft(key)
    if (value !== undefined && !isSame(value, known)) await keepText({ of: key, why, value })
  }
  return {
    value: current.value,
    change,
    restoredAt: current.restoredAt,
    isBegun: current.isBegun,
    drop: async () => {
      await dropDraft(key)
      setState((now) => (now.key === key ? { ...now, isBegun: false, restoredAt: null } : now))
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
