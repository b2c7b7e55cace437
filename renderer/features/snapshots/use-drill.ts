import { useEffect, useRef, useState } from 'react'
import type { DrillResult } from '@shared/ipc/snapshot'
import { callHost, done } from '@renderer/platform/bridge'

export type DrillPhase =
  | { readonly kind: 'result'; readonly result: DrillResult | null }
  | { readonly kind: 'running'; readonly checked: number; readonly total: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'error'; readonly error: unknown }

/** A drill as a person follows it: moment by moment, to be stopped; leaving the page stops it. */
export function useDrill(last: DrillResult | null) {
  const [phase, setPhase] = useState<DrillPhase>({ kind: 'result', result: last })
  const running = useRef<{ wanted: boolean } | null>(null)
  useEffect(
    () => () => {
      if (running.current !== null) running.current.wanted = false
    },
    [],
  )
  const run = async (turn: { readonly wanted: boolean }): Promise<DrillPhase> => {
    const { drillId } = done(await callHost('drill:begin', undefined))
    while (turn.wanted) {
      const { checked, total, result } = done(await callHost('drill:continue', { drillId }))
      if (result !== null) return { kind: 'result', result }
      setPhase({ kind: 'running', checked, total })
    }
    await callHost('drill:stop', { drillId })
    return { kind: 'stopped' }
  }
  return {
    phase,
    start: () => {
      if (running.current !== null) return
      const turn = { wanted: true }
      running.current = turn
      setPhase({ kind: 'running', checked: 0, total: 0 })
      run(turn)
        .catch((error: unknown): DrillPhase => ({ kind: 'error', error }))
        .then((end) => {
          running.current = null
          setPhase(end)
        })
        .catch(() => undefined)
    },
    stop: () => {
      if (running.current !== null) running.current.wanted = false
    },
  }
}
