import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow, Session } from 'electron'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ipcContract } from '@shared/ipc/contract'
import { expectedHeaders, expectedPageHeaders, nonceOf } from '../../helpers/served-headers'

type Listener = (...args: unknown[]) => unknown

/** The parts of Electron that these modules touch: the one thing that plain Node has not. */
const electron = vi.hoisted(() => {
  const handlers = new Map<string, Listener>()
  const listeners = new Map<string, Listener>()
  const switches = new Map<string, string | undefined>([['remote-debugging-port', '9222']])
  return {
    handlers,
    listeners,
    switches,
    sandbox: { isForced: false },
    schemes: [] as unknown[],
    exposed: new Map<string, unknown>(),
    invoked: [] as unknown[],
    asked: [] as { readonly message: string; readonly detail: string; readonly buttons: readonly string[] }[],
    answer: 0,
    module: {
      ipcMain: { handle: (channel: string, listener: Listener) => handlers.set(channel, listener) },
      app: {
        isPackaged: true,
        on: (event: string, listener: Listener) => listeners.set(event, listener),
        enableSandbox: () => {
          electron.sandbox.isForced = true
        },
        commandLine: {
          appendSwitch: (name: string, value?: string) => switches.set(name, value),
          removeSwitch: (name: string) => switches.delete(name),
        },
      },
      dialog: {
        showMessageBoxSync: (_window: unknown, question: (typeof electron.asked)[number]) => {
          electron.asked.push(question)
          return electron.answer
        },
      },
      protocol: {
        registerSchemesAsPrivileged: (schemes: unknown[]) => {
          electron.schemes.push(...schemes)
        },
      },
      contextBridge: { exposeInMainWorld: (name: string, value: unknown) => electron.exposed.set(name, value) },
      ipcRenderer: {
        invoke: async (...args: unknown[]) => {
          electron.invoked.push(args)
        },
      },
    },
  }
})
vi.mock('electron', () => electron.module)

const { askBeforeLeaving } = await import('../../../electron/main/ask-before-leaving')
const { answerAppRequest, appOrigin, registerAppScheme } = await import('../../../electron/main/app-protocol')
const { serveChannels } = await import('../../../electron/main/ipc')
const { lockWithSystem } = await import('../../../electron/main/lock-with-system')
const { lockDownApp, lockDownNetwork, lockDownSession } = await import('../../../electron/main/lock-down')

describe('a computer that sleeps or whose screen is locked', () => {
  it('locks an open desk and throws the page away', async () => {
    const heard = new Map<string, () => void>()
    const done: string[] = []
    let isOpen = true
    const host = {
      isOpen: () => isOpen,
      handlers: { 'profile:lock': async () => void done.push('locked') } as never,
    }
    const monitor = { on: (event: string, listener: () => void) => heard.set(event, listener) } as never
    lockWithSystem(monitor, { host, reload: () => done.push('reloaded'), logError: () => undefined })
    for (const event of ['suspend', 'lock-screen']) {
      done.length = 0
      heard.get(event)?.()
      await vi.waitFor(() => expect(done).toEqual(['locked', 'reloaded']))
    }
    isOpen = false
    heard.get('suspend')?.()
    expect(done).toEqual(['locked', 'reloaded'])
  })
})

describe('a page that has text which nobody has saved', () => {
  it('goes only if a person says so, who is asked in both languages, and at once when the desk is locked', () => {
    const heard = new Map<string, (event: { preventDefault: () => void }) => void>()
    const window = { webContents: { on: (event: string, listener: never) => heard.set(event, listener) } }
    let isLocked = false
    askBeforeLeaving(window as unknown as BrowserWindow, () => isLocked)
    const goes = (): boolean => {
      let isLetGo = false
      heard.get('will-prevent-unload')?.({ preventDefault: () => (isLetGo = true) })
      return isLetGo
    }
    expect(goes()).toBe(false)
    expect(electron.asked).toMatchObject([
      {
        message: '还有文字没有存下\nSome text is not saved yet',
        buttons: ['留下 / Stay', '照样离开 / Leave all the same'],
      },
    ])
    electron.answer = 1
    expect(goes()).toBe(true)
    isLocked = true
    electron.answer = 0
    expect(goes()).toBe(true)
    expect(electron.asked).toHaveLength(2)
  })
})

describe('the app:// protocol', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), '联审 app-'))
    mkdirSync(join(folder, 'renderer'))
    writeFileSync(join(folder, 'renderer', 'index.html'), '<meta property="csp-nonce" nonce="__style-nonce__">')
    writeFileSync(join(folder, 'renderer', 'main.js'), 'export {}')
    writeFileSync(join(folder, 'secret.txt'), 'not for you')
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const get = (url: string, method = 'GET') =>
    // A real Request folds `..` and hosts; the protocol must hold without that help.
    answerAppRequest({ url, method } as Request, join(folder, 'renderer'))

  it('is a secure origin of its own', () => {
    registerAppScheme()
    expect(electron.schemes).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }])
  })

  it('answers the page with the written headers and a nonce that no other answer has', async () => {
    const nonces: string[] = []
    for (const path of ['/', '/#/dossiers']) {
      const response = await get(`${appOrigin}${path}`)
      const html = await response.text()
      const nonce = nonceOf(html)
      expect(response.status).toBe(200)
      expect(Object.fromEntries(response.headers)).toEqual({
        ...expectedPageHeaders(nonce),
        'content-length': String(html.length),
        'content-type': 'text/html; charset=utf-8',
      })
      nonces.push(nonce)
    }
    expect(nonces).not.toContain('')
    expect(new Set(nonces).size).toBe(2)
  })

  it('answers files and refusals with the written headers', async () => {
    const answers: [Response, number, Record<string, string>][] = [
      [
        await get(`${appOrigin}/main.js`),
        200,
        { 'content-length': '9', 'content-type': 'text/javascript; charset=utf-8' },
      ],
      [await get(`${appOrigin}/nothing.js`), 404, { 'content-type': 'text/plain; charset=utf-8' }],
      [await get(`${appOrigin}/`, 'POST'), 405, { 'content-type': 'text/plain; charset=utf-8' }],
    ]
    for (const [response, status, more] of answers) {
      expect(response.status).toBe(status)
      expect(Object.fromEntries(response.headers)).toEqual({ ...expectedHeaders, ...more })
    }
  })

  it.each([
    `${appOrigin}/../secret.txt`,
    `${appOrigin}/%2e%2e/secret.txt`,
    `${appOrigin}/..%2fsecret.txt`,
    `${appOrigin}/..%5csecret.txt`,
    'app://other/index.html',
    `${appOrigin}.evil/index.html`,
    `${appOrigin}/nothing.js`,
  ])('does not answer %s', async (url) => {
    const response = await get(url)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('not for you')
  })

  it.each(['POST', 'PUT', 'DELETE'])('does not answer %s', async (method) => {
    expect((await get(`${appOrigin}/`, method)).status).toBe(405)
  })
})

describe('the channels', () => {
  const mainFrame = { origin: appOrigin }
  const window = { isDestroyed: () => false, webContents: { mainFrame } } as unknown as BrowserWindow
  const trusted: boolean[] = []
  beforeEach(() => {
    trusted.length = 0
    electron.handlers.clear()
    serveChannels(
      async (_channel, _input, sender) => {
        trusted.push(sender.isTrustedSender)
        return { ok: true, value: null }
      },
      () => window,
    )
  })
  const callFrom = (senderFrame: unknown) => electron.handlers.get('app:get-status')!({ senderFrame }, undefined)

  it('are those of the contract, all of them', () => {
    expect([...electron.handlers.keys()].sort()).toEqual(Object.keys(ipcContract).sort())
  })

  it('believe the main frame of the window', async () => {
    await callFrom(mainFrame)
    expect(trusted).toEqual([true])
  })

  it('believe no other frame, no foreign origin, and nobody who is gone', async () => {
    await callFrom({ origin: appOrigin })
    await callFrom(null)
    mainFrame.origin = 'https://evil.example'
    await callFrom(mainFrame)
    mainFrame.origin = appOrigin
    expect(trusted).toEqual([false, false, false])
  })
})

describe('the preload', () => {
  it('passes the names of the contract and no other', async () => {
    await import('../../../electron/preload/index')
    const bridge = electron.exposed.get('bridge') as {
      invoke: (channel: string, input: unknown, page: string) => Promise<unknown>
    }
    expect(Object.keys(bridge)).toEqual(['invoke'])
    await bridge.invoke('draft:list', undefined, 'p')
    expect(electron.invoked).toEqual([['draft:list', undefined, 'p']])
    expect(() => bridge.invoke('__proto__', undefined, 'p')).toThrow('Unknown channel')
    expect(() => bridge.invoke('shell:open', undefined, 'p')).toThrow('Unknown channel')
    expect(electron.invoked).toHaveLength(1)
  })
})

describe('the lock-down', () => {
  const prevented = (event: { preventDefault: () => void }) => event
  const newEvent = (url = '') => {
    const event = { url, isPrevented: false, preventDefault: () => (event.isPrevented = true) }
    return prevented(event) as typeof event
  }

  it('cancels every request that is not our own', () => {
    let decide: Listener = () => undefined
    let permission: Listener = () => undefined
    let check: Listener = () => undefined
    let device: Listener = () => undefined
    let spelling: unknown
    let dictionaries: unknown
    const on = new Map<string, Listener>()
    lockDownSession({
      webRequest: { onBeforeRequest: (listener: Listener) => (decide = listener) },
      setPermissionRequestHandler: (handler: Listener) => (permission = handler),
      setPermissionCheckHandler: (handler: Listener) => (check = handler),
      setDevicePermissionHandler: (handler: Listener) => (device = handler),
      setSpellCheckerEnabled: (isOn: boolean) => (spelling = isOn),
      setSpellCheckerDictionaryDownloadURL: (url: string) => (dictionaries = url),
      on: (event: string, listener: Listener) => on.set(event, listener),
    } as unknown as Session)
    const isCancelled = (url: string) => {
      let cancelled: unknown
      decide({ url }, (answer: { cancel: boolean }) => (cancelled = answer.cancel))
      return cancelled
    }
    for (const url of [
      'https://example.com/',
      'http://127.0.0.1/',
      'ws://x/',
      'file:///etc/passwd',
      'ftp://x/',
      'application:x',
      'devtools://devtools/bundled/x.js',
      `${appOrigin}.evil/`,
      'app://other/',
    ]) {
      expect(isCancelled(url), url).toBe(true)
    }
    for (const url of [`${appOrigin}/`, 'blob:app://lianshen/1', 'data:text/plain,a']) {
      expect(isCancelled(url), url).toBe(false)
    }
    let granted: unknown
    permission(null, 'media', (answer: boolean) => (granted = answer))
    expect(granted).toBe(false)
    expect(check()).toBe(false)
    expect(device()).toBe(false)
    expect([spelling, dictionaries]).toEqual([false, `${appOrigin}/no-dictionaries/`])
    for (const [name, more] of [
      ['select-serial-port', [[], null]],
      ['select-hid-device', [{}]],
      ['select-usb-device', [{}]],
    ] as const) {
      const asked = newEvent()
      const chosen: unknown[] = []
      on.get(name)!(asked, ...more, (...ids: unknown[]) => chosen.push(...ids.filter((id) => id !== '')))
      expect([name, asked.isPrevented, chosen]).toEqual([name, true, []])
    }
    const download = newEvent()
    on.get('will-download')!(download)
    expect(download.isPrevented).toBe(true)
  })

  it('sandboxes every page, and lets the engine find no name, ask no proxy and open no door to a debugger', async () => {
    lockDownApp()
    expect(electron.sandbox.isForced).toBe(true)
    const { switches } = electron
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    for (const name of ['disable-background-networking', 'disable-component-update', 'no-proxy-server', 'no-pings']) {
      expect(switches.has(name), name).toBe(true)
    }
    expect(switches.has('remote-debugging-port')).toBe(false)
    const asked: unknown[] = []
    await lockDownNetwork({ setProxy: async (proxy: unknown) => void asked.push(proxy) } as unknown as Session)
    expect(asked).toEqual([{ mode: 'direct' }])
  })

  it('opens no window, follows no link out, and takes no webview', () => {
    lockDownApp()
    const on = new Map<string, Listener>()
    let openWindow: Listener = () => undefined
    electron.listeners.get('web-contents-created')!(null, {
      setWindowOpenHandler: (handler: Listener) => (openWindow = handler),
      on: (event: string, listener: Listener) => on.set(event, listener),
    })
    expect(openWindow({ url: 'https://example.com' })).toEqual({ action: 'deny' })
    const navigate = (url: string) => {
      const event = newEvent(url)
      on.get('will-frame-navigate')!(event)
      return event.isPrevented
    }
    expect(navigate('https://example.com/')).toBe(true)
    expect(navigate(`${appOrigin}.evil/`)).toBe(true)
    expect(navigate('file:///etc/passwd')).toBe(true)
    expect(navigate(`${appOrigin}/index.html`)).toBe(false)
    for (const name of ['will-attach-webview', 'will-redirect', 'select-bluetooth-device']) {
      const event = newEvent()
      on.get(name)!(event, [], () => undefined)
      expect(event.isPrevented, name).toBe(true)
    }
  })
})
