import { app, type Session, type WebContents } from 'electron'
import { appOrigin } from './app-protocol'

/** Requests that never leave the process: our own files, and bytes made by the page. */
const isInside = (url: string): boolean =>
  url.startsWith(`${appOrigin}/`) || /^(?:blob|data):/u.test(url) || (!app.isPackaged && url.startsWith('devtools:'))

/** No network, no permission but to fill the screen, no download: whatever the page asks for. */
export function lockDownSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isInside(details.url) }))
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(permission === 'fullscreen'))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault()
    choose('')
  })
  for (const ask of ['select-hid-device', 'select-usb-device'] as const) {
    session.on(ask as 'select-hid-device', (event, _details, choose) => {
      event.preventDefault()
      choose()
    })
  }
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
  // Were it ever on: the dictionaries' address leads nowhere, not to the engine's maker.
  session.setSpellCheckerDictionaryDownloadURL(`${appOrigin}/no-dictionaries/`)
}

/** No proxy is asked, whatever the system's settings say. To be awaited before a page is loaded. */
export const lockDownNetwork = (session: Session): Promise<void> => session.setProxy({ mode: 'direct' })

const lockDownContents = (contents: WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (!event.url.startsWith(`${appOrigin}/`)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
}

/** What the engine would do by itself: its services off, every name and foreign address mapped to nothing. */
const switches: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
  ['no-proxy-server'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
]

/** Switches that would open the product to another program of this computer. */
const refusedSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'load-extension']

/**
 * Every page that ever comes to be stays where it is and is sandboxed, and the engine talks to nobody. To be called
 * before the app is ready.
 */
export function lockDownApp(): void {
  app.enableSandbox()
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value)
  if (app.isPackaged) for (const name of refusedSwitches) app.commandLine.removeSwitch(name)
  app.on('web-contents-created', (_event, contents) => lockDownContents(contents))
}
