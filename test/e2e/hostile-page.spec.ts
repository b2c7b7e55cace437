import { createServer, type IncomingMessage, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { findBrowser } from '../../electron/browser-shell/find-browser'
import { expect, test } from './fixtures/test'
import { beginDesk, type Person } from './steps/person'

const division: Person = {
  role: 'division',
  name: '陈守玉（示例）',
  unit: '示例科学技术厅政策法规处',
  passphrase: '第一把 钥匙 示例',
}

/** A page of somebody else on this computer; it writes down what it is told. */
async function serveEvil(html: string): Promise<{ server: Server; port: number; told: IncomingMessage[] }> {
  const told: IncomingMessage[] = []
  const server = createServer((request, response) => {
    told.push(request)
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return { server, port: (server.address() as AddressInfo).port, told }
}

/** Everything a page can try against an address whose port it knows. Answers what came of each, by name. */
async function attack(page: Page, origin: string): Promise<Record<string, string>> {
  return page.evaluate(async (target) => {
    const outcome: Record<string, string> = {}
    const timeout = <T>(work: Promise<T>): Promise<T | string> =>
      Promise.race([work, new Promise<string>((done) => setTimeout(() => done('silence'), 2000))])
    const note = async (name: string, work: () => Promise<unknown>) => {
      outcome[name] = await timeout(work().then(String, () => 'refused')).then(String)
    }
    const read = async (path: string, init?: RequestInit) => {
      const response = await fetch(`${target}${path}`, init)
      return response.type === 'opaque' ? 'opaque' : `read ${response.status} ${await response.text()}`
    }
    const element = (tag: 'img' | 'script' | 'iframe', path: string) =>
      new Promise<string>((done) => {
        const made = document.createElement(tag)
        made.addEventListener('load', () => {
          if (tag !== 'iframe') return done('loaded')
          try {
            done(`text ${(made as HTMLIFrameElement).contentDocument?.body.textContent ?? 'none'}`)
          } catch {
            done('refused')
          }
        })
        made.addEventListener('error', () => done('refused'))
        made.setAttribute('src', `${target}${path}`)
        document.body.append(made)
      })
    const call = { method: 'POST', body: 'x' }
    await note('fetch', () => read('/'))
    await note('fetch with cookies', () => read('/', { credentials: 'include' }))
    await note('fetch without cors', () => read('/', { mode: 'no-cors', credentials: 'include' }))
    await note('call', () => read('/ipc/app:get-status', call))
    await note('call as our media type', () =>
      read('/ipc/app:get-status', { ...call, headers: { 'content-type': 'application/x-lianshen-wire' } }),
    )
    await note('call without cors', () =>
      read('/ipc/profile:lock', { ...call, mode: 'no-cors', credentials: 'include' }),
    )
    await note('beacon', () => Promise.resolve(navigator.sendBeacon(`${target}/ipc/profile:lock`, 'x') ? 'sent' : 'no'))
    await note('image', () => element('img', '/'))
    await note('script', () => element('script', '/assets/index.js'))
    await note('frame', () => element('iframe', '/'))
    await note('frame of the entrance', () => element('iframe', '/open'))
    await note(
      'events',
      () =>
        new Promise((done) => {
          const source = new EventSource(`${target}/`, { withCredentials: true })
          source.onmessage = () => done('message')
          source.onerror = () => done('refused')
        }),
    )
    await note(
      'socket',
      () =>
        new Promise((done) => {
          const socket = new WebSocket(target.replace('http', 'ws'))
          socket.onopen = () => done('open')
          socket.onerror = () => done('refused')
        }),
    )
    await note('window', async () => {
      const other = window.open(`${target}/`, '_blank')
      if (other === null) return 'refused'
      const heard = new Promise<string>((done) => {
        addEventListener('message', ({ data }) => done(`heard ${String(data)}`))
        setTimeout(() => done('silence'), 1500)
      })
      await new Promise((done) => setTimeout(done, 700))
      other.postMessage('who are you', '*')
      try {
        return `text ${other.document.body.textContent}`
      } catch {
        return await heard
      }
    })
    await note(
      'form',
      () =>
        new Promise((done) => {
          const frame = document.createElement('iframe')
          frame.name = 'into'
          document.body.append(frame)
          const form = document.createElement('form')
          form.method = 'post'
          form.enctype = 'text/plain'
          form.target = 'into'
          form.action = `${target}/ipc/profile:lock`
          document.body.append(form)
          frame.addEventListener('load', () => done('answered'))
          form.submit()
        }),
    )
    return outcome
  }, origin)
}

test.skip(({ shell }) => shell === 'electron', 'Electron listens on no port')

test('a foreign page that knows the port reads nothing and changes nothing, session or not', async ({ launchDesk }) => {
  const desk = await launchDesk('处室')
  const page = desk.page()
  await beginDesk(page, division)
  const { origin } = new URL(page.url())
  const evil = await serveEvil('<!doctype html><title>evil</title><body>')
  try {
    // In the very browser that holds the session's cookie: the worst place there is. Loopback itself is one site.
    const attacker = await page.context().newPage()
    for (const from of [`http://127.0.0.1:${evil.port}/`, `http://127.0.0.1:${evil.port}/again`]) {
      await attacker.goto(from)
      const outcome = await attack(attacker, origin)
      expect(Object.keys(outcome)).toHaveLength(15)
      for (const [name, came] of Object.entries(outcome)) {
        expect(came, name).toMatch(/^(?:refused|silence|opaque|sent|answered|text none|heard .*)$/u)
        expect(came, name).not.toMatch(/read|loaded|联审|陈守玉/u)
      }
    }
    // From a page without an origin of its own, and by a link.
    await attacker.setContent(`<iframe sandbox="allow-scripts allow-top-navigation" srcdoc="<a>x</a>"></iframe>`)
    const sandboxed = attacker.frames()[1]!
    const answered = await sandboxed.evaluate(
      (target) =>
        fetch(`${target}/`).then(
          (response) => response.text(),
          () => 'refused',
        ),
      origin,
    )
    expect(answered).toBe('refused')
    await attacker.goto(`http://127.0.0.1:${evil.port}/`)
    await attacker.evaluate((target) => {
      location.href = `${target}/`
    }, origin)
    await attacker.waitForURL(`${origin}/`)
    expect(await attacker.textContent('body')).toBe('Wrong origin.')
    await attacker.close()
    // Nothing was locked, nothing was asked of the evil page by ours.
    await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
    expect(evil.told.every(({ headers }) => headers.referer === undefined || !headers.referer.startsWith(origin))).toBe(
      true,
    )
    const [shellFolder] = readdirSync(join(desk.folders.cache, 'lianshen'))
    const log = readFileSync(join(desk.folders.cache, 'lianshen', shellFolder!, 'lianshen.log'), 'utf8')
    expect(log.split('\n').filter((line) => line.includes('request refused: foreign origin'))).toHaveLength(1)
  } finally {
    evil.server.closeAllConnections()
    evil.server.close()
  }
})

test('a foreign name that is made to mean this computer is not our address', async ({ launchDesk, playwright }) => {
  const installed = findBrowser()
  const desk = await launchDesk('处室')
  const { port, origin } = new URL(desk.page().url())
  const browser = await playwright.chromium.launch({
    executablePath: installed!.executable,
    args: ['--host-resolver-rules=MAP rebound.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    chromiumSandbox: process.getuid?.() !== 0,
  })
  try {
    const page = await browser.newPage()
    await page.goto(`http://rebound.example:${port}/open`)
    expect(await page.textContent('body')).toBe('Wrong host.')
    const body = await page.evaluate(() =>
      fetch('/ipc/app:get-status', { method: 'POST' }).then((response) => response.text()),
    )
    expect(body).toBe('Wrong host.')
    await page.goto(`${origin}/`)
    expect(await page.textContent('body')).toContain('npm start')
  } finally {
    await browser.close()
  }
})

/** What a server says to bytes that no browser would send; empty if it hangs up without a word. */
const raw = (port: number, bytes: string): Promise<string> =>
  new Promise((done) => {
    let said = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (text) => (said += text.toString()))
    socket.on('close', () => done(said))
    socket.on('error', () => done(said))
    socket.setTimeout(20_000, () => {
      socket.destroy()
      done(`${said}still waiting`)
    })
  })

test('malformed, doubled and endless requests are refused, and the desk goes on', async ({ launchDesk }) => {
  const desk = await launchDesk('处室')
  const { port, host } = new URL(desk.page().url())
  const end = '\r\nConnection: close\r\n\r\n'
  const shapes: Record<string, string> = {
    'two lengths': `POST /open HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 3\r\nContent-Length: 30${end}abc`,
    'length and chunks': `POST /open HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 3\r\nTransfer-Encoding: chunked${end}0\r\n\r\n`,
    'odd chunks': `POST /open HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: chunked, identity${end}0\r\n\r\n`,
    'folded header': `GET / HTTP/1.1\r\nHost: ${host}\r\nX-A: b\r\n c${end}`,
    'space before the colon': `GET / HTTP/1.1\r\nHost : ${host}${end}`,
    'two hosts': `GET /open HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example${end}`,
    'no host': `GET /open HTTP/1.1${end}`,
    'absolute address': `GET http://${host}/open HTTP/1.1\r\nHost: ${host}${end}`,
    'another absolute address': `GET http://evil.example/ HTTP/1.1\r\nHost: ${host}${end}`,
    asterisk: `OPTIONS * HTTP/1.1\r\nHost: ${host}${end}`,
    trace: `TRACE / HTTP/1.1\r\nHost: ${host}${end}`,
    connect: `CONNECT evil.example:443 HTTP/1.1\r\nHost: ${host}${end}`,
    'unknown method': `SPY / HTTP/1.1\r\nHost: ${host}${end}`,
    'huge header': `GET / HTTP/1.1\r\nHost: ${host}\r\nX-A: ${'a'.repeat(40_000)}${end}`,
    'huge address': `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: ${host}${end}`,
    'bare line feeds': `GET /open HTTP/1.1\nHost: evil.example\n\n`,
    'another protocol': '\x16\x03\x01\x02\x00\x01\x00',
    'out of the folder': `GET /../../package.json HTTP/1.1\r\nHost: ${host}${end}`,
    slow: `GET / HTTP/1.1\r\nHost: ${host}\r\nX-`,
  }
  const answers = await Promise.all(
    Object.entries(shapes).map(async ([name, bytes]) => [name, await raw(Number(port), bytes)] as const),
  )
  for (const [name, said] of answers) {
    expect(said, name).toMatch(/^(?:HTTP\/1\.1 4\d\d |$)/u)
    expect(said, name).not.toContain('still waiting')
    expect(said, name).not.toContain('lianshen')
  }
  await desk.page().reload()
  await expect(desk.page().getByRole('heading', { name: '欢迎使用联审' })).toBeVisible()
})
