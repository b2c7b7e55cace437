import { useEffect, useRef, useState } from 'react'
import { callHost, done } from '@renderer/platform/bridge'

export type AuditPhase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly checked: number; readonly total: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'found'; readonly auditId: string }
  | { readonly kind: 'error'; readonly error: unknown }

type Turn = { wanted: boolean; auditId: string | null }

/**
 * An audit as a person follows it: moment by moment, to be stopped. Leaving the page ends it and gives up what it
 * found.
 */
export function useAudit() {
  const [phase, setPhase] = useState<AuditPhase>({ kind: 'idle' })
  const turn = useRef<Turn | null>(null)
  useEffect(
    () => () => {
      giveUp(turn.current)
      turn.current = null
    },
    [],
  )
  const run = async (own: Turn): Promise<AuditPhase> => {
    const { auditId } = done(await callHost('audit:begin', undefined))
    own.auditId = auditId
    while (own.wanted) {
      const { checked, total, isDone } = done(await callHost('audit:continue', { auditId }))
      if (isDone) return { kind: 'found', auditId }
      if (turn.current === own) setPhase({ kind: 'running', checked, total })
    }
    await callHost('audit:stop', { auditId })
    return { kind: 'stopped' }
  }
  return {
    phase,
    start: () => {
      giveUp(turn.current)
      const own: Turn = { wanted: true, auditId: null }
      turn.current = own
      setPhase({ kind: 'running', checked: 0, total: 0 })
      run(own)
        .catch((error: unknown): AuditPhase => ({ kind: 'error', error }))
        .then((end) => {
          if (turn.current === own) setPhase(end)
        })
        .catch(() => undefined)
    },
    stop: () => {
      if (turn.current !== null) turn.current.wanted = false
    },
  }
}

function giveUp(turn: Turn | null): void {
  if (turn === null) return
  turn.wanted = false
  if (turn.auditId !== null) void callHost('audit:stop', { auditId: turn.auditId }).catch(() => undefined)
}
