import { app, type Session, type WebContents } from 'electron'
import { appOrigin } from './app-protocol'

/** Requests that never leave the process: our own files, and bytes made by the page. */
const isInside = (url: string): boolean => /^(?:app|blob|data|devtools):/u.test(url)

/** No network, no permission, no download: whatever the page asks for. */
export function lockDownSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isInside(details.url) }))
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
}

const lockDownContents = (contents: WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (!event.url.startsWith(`${appOrigin}/`)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
}

/** Every page that ever comes to be stays where it is. */
export function lockDownApp(): void {
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents))
}
