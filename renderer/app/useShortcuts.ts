import { useEffect } from 'react'
import { isComposing } from '@renderer/platform/ime'

export const searchPlaceId = 'desk-search'

type Acts = { readonly onHelp: () => void; readonly onLock: () => void; readonly onFold: () => void }

/**
 * Shortcuts of the frame: Ctrl/⌘ K to the search place, Ctrl/⌘ L locks, Alt N folds the navigation, `?` opens the
 * sheet.
 */
export function useShortcuts({ onHelp, onLock, onFold }: Acts): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isComposing(event)) return
      const command = event.ctrlKey || event.metaKey
      if (command && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        document.getElementById(searchPlaceId)?.focus()
      } else if (command && event.shiftKey && event.key.toLowerCase() === 'l') {
        event.preventDefault()
        onLock()
      } else if (event.altKey && !command && event.code === 'KeyN') {
        event.preventDefault()
        onFold()
      } else if (!command && (event.key === '?' || event.key === '？') && !isTyping(event.target)) {
        event.preventDefault()
        onHelp()
      }
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  })
}

/** Whether the key goes into a text: then it is a letter, not a command. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
