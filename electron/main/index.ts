import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { app, dialog, Menu, powerMonitor, session, type BrowserWindow } from 'electron'
import { createDispatcher } from '@host/register'
import { createTranslator } from '@shared/messages/translate'
import { hasRoomForCopies, keepDatabase } from '../shell/database-keeper'
import { keepShellFolderPrivate, openLog } from '../shell/log'
import { isHeldElsewhere, openHostAsking } from '../shell/open-host-asking'
import { defaultExchangeFolder, defaultProfileFolder, shellDataFolder } from '../shell/places'
import { describeStartFailure } from '../shell/start-failure'
import { registerAppScheme, serveApp } from './app-protocol'
import { serveChannels } from './ipc'
import { lockWithSystem } from './lock-with-system'
import { lockDownApp, lockDownNetwork, lockDownSession } from './lock-down'
import { systemKeystore } from './system-keystore'
import { askBeforeLeaving } from './ask-before-leaving'
import { askToTakeOver } from './ask-to-take-over'
import { giveContextMenu } from './window/context-menu'
import { createWindow } from './window/create-window'
import { buildMenu } from './window/menu'

const { values } = parseArgs({
  args: process.argv.slice(1),
  options: { profile: { type: 'string' }, exchange: { type: 'string' }, 'take-over': { type: 'boolean' } },
  strict: false,
})
const folderOf = (value: unknown, otherwise: () => string): string =>
  resolve(typeof value === 'string' ? value : otherwise())

const applicationFolder = resolve(import.meta.dirname, '../..')
const profileFolder = folderOf(values['profile'], defaultProfileFolder)
const exchangeFolder = folderOf(values['exchange'], defaultExchangeFolder)
const dataFolder = shellDataFolder('electron', profileFolder)
const t = createTranslator('zh-CN')

mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
// One profile, one instance: the lock and the page's database lie in this folder.
app.setPath('userData', dataFolder)
// Date fields and validation speak the desk's language, not the system's.
app.commandLine.appendSwitch('lang', 'zh-CN')
registerAppScheme()
lockDownApp()

let window: BrowserWindow | null = null

async function pickFolder(): Promise<string | null> {
  if (window === null) return null
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: t('shell.pickFolder'),
    buttonLabel: t('shell.pickFolder.choose'),
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

async function open(): Promise<void> {
  const log = openLog(dataFolder)
  await keepShellFolderPrivate(dataFolder, log)
  // No page of ours is open yet: nothing has touched the database.
  const database = keepDatabase({
    dataFolder,
    folders: [join(dataFolder, 'IndexedDB')],
    clock: () => new Date(),
    hasRoom: () => hasRoomForCopies(dataFolder),
  })
  const host = await openHostAsking(
    {
      shell: 'electron',
      profileFolder,
      databaseFolder: dataFolder,
      note: log.note,
      database,
      discardDatabase: () => session.defaultSession.clearStorageData({ storages: ['indexdb'] }),
      exchangeFolder,
      resourcesFolder: join(applicationFolder, 'resources'),
      version: app.getVersion(),
      dialogs: { pickFolder },
      keystore: systemKeystore,
    },
    values['take-over'] === true ? 'any' : null,
    (held) => askToTakeOver(held),
  )
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    host
      .close()
      .catch((error: unknown) => log.error('close failed', error))
      .finally(() => {
        isClosed = true
        app.quit()
      })
  })

  lockDownSession(session.defaultSession)
  await lockDownNetwork(session.defaultSession)
  serveApp(session.defaultSession, join(applicationFolder, 'out', 'renderer'))
  serveChannels(createDispatcher(host, log.error), () => window)
  Menu.setApplicationMenu(buildMenu(t, app.getVersion()))
  window = createWindow({
    title: t('app.name'),
    preload: join(applicationFolder, 'out', 'preload', 'index.cjs'),
    icon: join(applicationFolder, 'resources', 'icons', 'icon.png'),
    boundsFile: join(dataFolder, 'window.json'),
  })
  giveContextMenu(window, t)
  askBeforeLeaving(window, () => !host.isOpen())
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.error('page gone', new Error(reason))
    if (reason !== 'clean-exit') window?.reload()
  })
  lockWithSystem(powerMonitor, { host, reload: () => window?.reload(), logError: log.error })
  window.on('closed', () => {
    window = null
  })
}

app.on('second-instance', () => {
  if (window?.isMinimized() === true) window.restore()
  window?.focus()
})
app.on('window-all-closed', () => app.quit())

if (app.requestSingleInstanceLock()) {
  // Not awaited: Electron becomes ready only after this module has been read to its end.
  app
    .whenReady()
    .then(open)
    .catch((error: unknown) => {
      // Whoever said no knows.
      if (!isHeldElsewhere(error)) dialog.showErrorBox(t('app.name'), describeStartFailure(error, t))
      app.exit(1)
    })
} else {
  app.quit()
}
