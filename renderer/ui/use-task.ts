import { useState } from 'react'

export type Task = {
  readonly busy: boolean
  /** What the last attempt failed with; `null` while there is nothing to say. */
  readonly error: unknown
  /** Runs one attempt; a second click while it runs is ignored. */
  readonly run: (attempt: () => Promise<void>) => void
}

/** An act of a person that takes time and may fail: busy while it runs, its failure beside its button. */
export function useTask(): Task {
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null })
  return {
    ...state,
    run: (attempt) => {
      if (state.busy) return
      setState({ busy: true, error: null })
      attempt().then(
        () => {
          setState({ busy: false, error: null })
        },
        (error: unknown) => {
          setState({ busy: false, error })
        },
      )
    },
  }
}
