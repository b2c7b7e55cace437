import { useEffect, useEffectEvent, useState } from 'react'
import { callsUnderWay } from '@renderer/platform/bridge'

/** The last seconds before locking, which are counted aloud. */
export const warningSeconds = 30

const signs = [
  'pointerdown',
  'click',
  'pointermove',
  'keydown',
  'wheel',
  'touchstart',
  'compositionupdate',
  'input',
] as const

/**
 * Locks the desk after minutes without a sign of the person at it; 0 never does. What the host is still working on
 * counts as a sign. Answers the seconds left once they are few, else null. Time that the computer slept counts.
 */
export function useAutoLock(minutes: number, lock: () => void): number | null {
  const [left, setLeft] = useState<number | null>(null)
  const onTime = useEffectEvent(lock)
  useEffect(() => {
    if (minutes === 0) return undefined
    let seen = Date.now()
    let isLocked = false
    const onSign = () => {
      seen = Date.now()
    }
    const tick = () => {
      if (callsUnderWay() > 0) onSign()
      const remaining = Math.ceil((seen + minutes * 60_000 - Date.now()) / 1000)
      setLeft(remaining <= warningSeconds ? Math.max(0, remaining) : null)
      if (remaining > 0 || isLocked) return
      isLocked = true
      onTime()
    }
    const timer = setInterval(tick, 1000)
    for (const sign of signs) window.addEventListener(sign, onSign, { capture: true, passive: true })
    return () => {
      setLeft(null)
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, onSign, { capture: true })
    }
  }, [minutes])
  return left
}
