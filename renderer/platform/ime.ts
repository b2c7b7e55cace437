import type { KeyboardEvent as ReactKeyboardEvent } from 'react'

/**
 * Whether a key belongs to an input method that is composing (pinyin): no shortcut may act on it.
 * Some engines clear `isComposing` before the Enter that ends the composition; its keyCode is still 229.
 */
export function isComposing(event: KeyboardEvent | ReactKeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event
  // The only sign some engines give of the key that ends a composition.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return native.isComposing || native.keyCode === 229
}
