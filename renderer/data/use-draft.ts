import { useEffect, useState } from 'react'
import { draftSavedAt, dropDraft, flushDrafts, peekDraft, typeDraft } from './drafts'

export type DraftHandle<T> = {
  readonly value: T
  /** Shows at once and saves a burst later. */
  readonly change: (next: T) => void
  /** When the draft that was found was saved; `null` if the form began empty. */
  readonly restoredAt: string | null
  /** Forgets the draft after its text became a record. */
  readonly drop: () => Promise<void>
}

/**
 * A form's text that is never lost: kept as a draft on disk at every burst, flushed when the form goes or the window hides.
 * @param read turns what was stored (perhaps by an older version) into today's shape; returns `fallback`'s shape.
 */
export function useDraft<T>(
  key: string,
  fallback: T,
  read: (stored: unknown) => T = (stored) => stored as T,
): DraftHandle<T> {
  const [state, setState] = useState(() => initial(key, fallback, read))
  // Another key is another form.
  const current = state.key === key ? state : initial(key, fallback, read)
  if (current !== state) setState(current)
  useEffect(() => {
    const flush = () => void flushDrafts()
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
      flush()
    }
  }, [key])
  return {
    value: current.value,
    change: (value) => {
      setState({ ...current, value })
      typeDraft(key, value)
    },
    restoredAt: current.restoredAt,
    drop: () => dropDraft(key),
  }
}

function initial<T>(key: string, fallback: T, read: (stored: unknown) => T) {
  const stored = peekDraft(key)
  return {
    key,
    value: stored === undefined ? fallback : read(stored),
    restoredAt: stored === undefined ? null : draftSavedAt(key),
  }
}
