import { useCallback, useEffect, useState } from 'react'
import type { JournalCheck } from '@shared/ipc/journal-check'
import { callHost, done } from '@renderer/platform/bridge'

/** While a verification runs; otherwise what is shown changes by itself only once, soon after opening. */
const runningEvery = 500
const restingEvery = 5000

/**
 * When the journal was last looked over, and a verification as a person follows it. It goes on when the page is left.
 */
export function useJournalCheck() {
  const [check, setCheck] = useState<JournalCheck | null>(null)
  const [error, setError] = useState<unknown>(null)
  const look = useCallback(() => {
    callHost('journal:check-status', undefined).then(setCheck, setError)
  }, [])
  const isRunning = check !== null && check.running !== null
  useEffect(() => {
    look()
    const timer = setInterval(look, isRunning ? runningEvery : restingEvery)
    return () => {
      clearInterval(timer)
    }
  }, [look, isRunning])
  const ask = (call: () => Promise<unknown>) => {
    setError(null)
    call().then(look, setError)
  }
  return {
    check,
    error,
    start: () => {
      ask(async () => done(await callHost('journal:check-begin', undefined)))
    },
    stop: () => {
      ask(() => callHost('journal:check-stop', undefined))
    },
  }
}
