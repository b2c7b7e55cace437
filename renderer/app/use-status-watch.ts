import { useEffect } from 'react'
import { callHost, onRefused } from '@renderer/platform/bridge'
import { useSession, type HostStatus } from '@renderer/data/session'

/** How often the host is asked whether its disk has become full or free, in ms. */
const lookEveryMs = 30_000

/** Refusals after which the desk may have become read-only. */
const ofSpace: ReadonlySet<string> = new Set(['space.read-only', 'disk.full'])

/**
 * Keeps what the frame says of the disk true while a desk is open: asks the host now and again, as soon as it refused
 * to save, and when a person comes back to the window. No sign of a person for the locking.
 */
export function useStatusWatch(): void {
  useEffect(() => {
    let current = true
    const look = () => {
      // What did not answer is asked again the next time.
      callHost('app:get-status', undefined).then(
        (status) => {
          if (current) show(status)
        },
        () => undefined,
      )
    }
    const timer = setInterval(look, lookEveryMs)
    const stopListening = onRefused(({ code }) => {
      if (ofSpace.has(code)) look()
    })
    window.addEventListener('focus', look)
    return () => {
      current = false
      clearInterval(timer)
      stopListening()
      window.removeEventListener('focus', look)
    }
  }, [])
}

/** Free bytes change all the time and are shown nowhere: for them alone nothing is drawn again. */
function show(next: HostStatus): void {
  const { status, setStatus } = useSession.getState()
  // A desk that was locked meanwhile says so by itself.
  if (next.profile.kind !== 'open') return
  if (JSON.stringify({ ...next, freeBytes: 0 }) !== JSON.stringify({ ...status, freeBytes: 0 })) setStatus(next)
}
