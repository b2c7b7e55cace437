import { app, BrowserWindow, screen } from 'electron'
import { appOrigin } from '../app-protocol'
import { minimumSize, readBounds, writeBounds } from './window-bounds'

type Options = { readonly title: string; readonly preload: string; readonly icon: string; readonly boundsFile: string }

/** The one window of the desk: sandboxed, isolated, at the place where it was closed last. */
export function createWindow({ title, preload, icon, boundsFile }: Options): BrowserWindow {
  const { isMaximized, ...bounds } = readBounds(
    boundsFile,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  )
  const window = new BrowserWindow({
    ...bounds,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title,
    show: false,
    backgroundColor: '#ffffff',
    icon,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  })
  if (isMaximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    writeBounds(boundsFile, { ...window.getNormalBounds(), isMaximized: window.isMaximized() })
  })
  void window.loadURL(`${appOrigin}/`)
  return window
}
