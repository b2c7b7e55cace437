import { useEffect } from 'react'
import { releaseDesk } from '@renderer/data/desk-hold'
import { flushDrafts, isSavingRefused } from '@renderer/data/drafts'
import { outlivePage } from '@renderer/platform/bridge'

/**
 * Whatever ends a person's typing puts it on the disk at once: leaving the field, the window or the page. A page whose
 * host does not take the text asks before it goes.
 */
export function useLeaving(): void {
  useEffect(() => {
    const flush = () => void flushDrafts()
    const askFirst = (event: BeforeUnloadEvent) => {
      flush()
      if (isSavingRefused()) event.preventDefault()
    }
    const leave = () => {
      outlivePage()
      releaseDesk().catch(() => undefined)
    }
    // A page that comes back out of the browser's memory no longer has the desk.
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (persisted) window.location.reload()
    }
    document.addEventListener('focusout', flush)
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('blur', flush)
    window.addEventListener('beforeunload', askFirst)
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', comeBack)
    return () => {
      document.removeEventListener('focusout', flush)
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('blur', flush)
      window.removeEventListener('beforeunload', askFirst)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', comeBack)
    }
  }, [])
}
