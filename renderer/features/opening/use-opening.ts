import { useEffect, useRef, useState } from 'react'
import { applyFrom } from '@renderer/data/desk'
import { callHost, done } from '@renderer/platform/bridge'

export type OpeningPhase =
  | { readonly kind: 'running'; readonly doneBytes: number; readonly totalBytes: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'error'; readonly error: unknown }

type Turn = { wanted: boolean }

const beginning: OpeningPhase = { kind: 'running', doneBytes: 0, totalBytes: 0 }

/**
 * Opens a locked dossier portion by portion as soon as the screen shows; to be stopped; leaving the screen stops it.
 */
export function useOpening(lockId: string) {
  const [phase, setPhase] = useState<OpeningPhase>(beginning)
  const [attempt, setAttempt] = useState(0)
  const current = useRef<Turn | null>(null)
  useEffect(() => {
    const turn: Turn = { wanted: true }
    current.current = turn
    const show = (next: OpeningPhase) => {
      if (current.current === turn) setPhase(next)
    }
    open(lockId, turn, show).then(
      () => {
        if (!turn.wanted) show({ kind: 'stopped' })
      },
      (error: unknown) => {
        show({ kind: 'error', error })
      },
    )
    return () => {
      turn.wanted = false
    }
  }, [lockId, attempt])
  return {
    phase,
    start: () => {
      setPhase(beginning)
      setAttempt((before) => before + 1)
    },
    stop: () => {
      if (current.current !== null) current.current.wanted = false
    },
  }
}

/** Asks until everything is taken; the rows that follow take the screen further. */
async function open(lockId: string, turn: Readonly<Turn>, show: (phase: OpeningPhase) => void): Promise<void> {
  while (turn.wanted) {
    const { doneBytes, totalBytes, taken } = done(await callHost('lock:open', { lockId }))
    if (taken !== null) return applyFrom(taken.records, taken.count)
    show({ kind: 'running', doneBytes, totalBytes })
  }
}
