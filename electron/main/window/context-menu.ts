import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'
import type { Translate } from '@shared/messages/translate'

/** The menu of the right button, where there is something to edit or to copy: Electron brings none. */
export function giveContextMenu(window: BrowserWindow, t: Translate): void {
  const cut: MenuItemConstructorOptions = { label: t('menu.cut'), role: 'cut' }
  const copy: MenuItemConstructorOptions = { label: t('menu.copy'), role: 'copy' }
  const paste: MenuItemConstructorOptions = { label: t('menu.paste'), role: 'paste' }
  const selectAll: MenuItemConstructorOptions = { label: t('menu.selectAll'), role: 'selectAll' }
  window.webContents.on('context-menu', (_event, { isEditable, selectionText }) => {
    if (isEditable) Menu.buildFromTemplate([cut, copy, paste, { type: 'separator' }, selectAll]).popup({ window })
    else if (selectionText.trim() !== '') Menu.buildFromTemplate([copy]).popup({ window })
  })
}
