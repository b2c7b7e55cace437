import { app, dialog, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Translate } from '@shared/messages/translate'

/** The menu bar, all in words of ours: Electron's own are the system's language or English. */
export function buildMenu(t: Translate, version: string) {
  const isMac = process.platform === 'darwin'
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const about: MenuItemConstructorOptions = {
    label: t('menu.about'),
    click: () => {
      void dialog.showMessageBox({
        type: 'info',
        title: t('menu.about'),
        message: t('app.fullName'),
        detail: t('about.detail', { version }),
        buttons: [t('menu.close')],
      })
    },
  }
  const quit: MenuItemConstructorOptions = { label: t('menu.quit'), role: 'quit' }
  return Menu.buildFromTemplate([
    { label: isMac ? app.name : t('menu.desk'), submenu: isMac ? [about, separator, quit] : [quit] },
    {
      label: t('menu.edit'),
      submenu: [
        { label: t('menu.undo'), role: 'undo' },
        { label: t('menu.redo'), role: 'redo' },
        separator,
        { label: t('menu.cut'), role: 'cut' },
        { label: t('menu.copy'), role: 'copy' },
        { label: t('menu.paste'), role: 'paste' },
        { label: t('menu.selectAll'), role: 'selectAll' },
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        { label: t('menu.zoomIn'), role: 'zoomIn', accelerator: 'CommandOrControl+=' },
        { label: t('menu.zoomOut'), role: 'zoomOut' },
        { label: t('menu.zoomReset'), role: 'resetZoom' },
        separator,
        { label: t('menu.fullScreen'), role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ label: t('menu.devTools'), role: 'toggleDevTools' as const }]),
      ],
    },
    {
      label: t('menu.window'),
      submenu: [
        { label: t('menu.minimize'), role: 'minimize' },
        { label: t('menu.close'), role: 'close' },
      ],
    },
    { label: t('menu.help'), submenu: [about] },
  ])
}
