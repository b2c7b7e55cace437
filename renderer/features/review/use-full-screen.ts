import { useSyncExternalStore } from 'react'

const subscribe = (changed: () => void) => {
  document.addEventListener('fullscreenchange', changed)
  return () => {
    document.removeEventListener('fullscreenchange', changed)
  }
}

/** Whether the desk fills the screen, and how to change that; a browser that does not allow it stays as it is. */
export function useFullScreen(): { readonly isFull: boolean; readonly toggle: () => void } {
  const isFull = useSyncExternalStore(subscribe, () => document.fullscreenElement !== null)
  return {
    isFull,
    toggle: () => {
      const changed = isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen()
      changed.catch(() => undefined)
    },
  }
}
