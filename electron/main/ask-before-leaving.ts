import { locales } from '@shared/messages/languages'
import { dialog, type BrowserWindow } from 'electron'
import { createTranslator } from '@shared/messages/translate'

const translators = locales.map(createTranslator)

/**
 * Asks, in both languages, before a page goes that has text which nobody has saved: left to itself Electron neither
 * closes the window nor says why. A locked desk is not asked: whoever locked it was, or nobody is there.
 */
export function askBeforeLeaving(window: BrowserWindow, isLocked: () => boolean): void {
  window.webContents.on('will-prevent-unload', (event) => {
    // For this event to prevent is to let the page go.
    if (isLocked() || mayLeave(window)) event.preventDefault()
  })
}

function mayLeave(window: BrowserWindow): boolean {
  const both = (key: 'title' | 'meaning' | 'stay' | 'leave', between: string) =>
    translators.map((t) => t(`shell.leave.${key}`)).join(between)
  const answer = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: both('title', '\n'),
    detail: both('meaning', '\n\n'),
    buttons: [both('stay', ' / '), both('leave', ' / ')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return answer === 1
}
