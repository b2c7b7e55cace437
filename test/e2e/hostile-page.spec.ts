import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from '../../electron/browser-shell/find-browser'
import { enterPage, startShell } from './fixtures/browser-desk'
import { expect, test } from './fixtures/test'
import { attack, serveEvil } from './steps/hostile-page'
import { beginDesk, type Person } from './steps/person'

const division: Person = {
  role: 'division',
  name: '陈守玉（示例）',
  unit: '示例科学技术厅政策法规处',
  passphrase: '第一把 钥匙 示例',
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

/** Every file below a folder with the hash of its bytes; not the lock, which is renewed while the desk is open. */
const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      // The lock is renewed, and what was verified is written down a while after an opening.
      .filter((entry) => entry.isFile() && !/^(?:lock(?:-\d+)?|journal\.(?:idx|mark).*)$/u.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  )

test('a page of another site, and its name made to mean our port, read and write nothing beside an open session', async ({
  playwright,
}) => {
  const root = mkdtempSync(join(tmpdir(), '联审 外站-'))
  const folders = { profile: join(root, '档案'), exchange: join(root, '交换'), cache: join(root, 'cache') }
  mkdirSync(folders.exchange)
  const { child, origin, token } = await startShell(folders)
  const evil = await serveEvil('<!doctype html><title>evil</title><body>')
  // As in a browser whose names all resolve: two foreign ones mean this computer.
  const browser = await playwright.chromium.launch({
    executablePath: findBrowser()!.executable,
    args: [
      '--host-resolver-rules=MAP evil.example 127.0.0.1, MAP 127.0.0.1.evil.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
    chromiumSandbox: process.getuid?.() !== 0,
  })
  try {
    const context = await browser.newContext({ locale: 'zh-CN' })
    const page = await context.newPage()
    await enterPage(page, { origin, token })
    await beginDesk(page, division)
    const cookies = await context.cookies()
    expect(cookies.map(({ sameSite, httpOnly }) => [sameSite, httpOnly])).toEqual([['Strict', true]])
    // The record of the new desk's card is the last thing that is written.
    const before = contentOf(folders.profile)
    const attacker = await context.newPage()

    await attacker.goto(`http://evil.example:${evil.port}/`)
    const outcome = await attack(attacker, origin)
    expect(Object.keys(outcome)).toHaveLength(15)
    for (const [name, came] of Object.entries(outcome)) {
      expect(came, name).toMatch(/^(?:refused|silence|opaque|sent|answered|text none)$/u)
    }

    // The name now means our own port, as after rebinding: what it reads of itself is our refusal, and nothing else.
    const { port } = new URL(origin)
    for (const name of ['evil.example', '127.0.0.1.evil.example']) {
      const rebound = `http://${name}:${port}`
      await attacker.goto(`${rebound}/open`)
      expect(await attacker.textContent('body')).toBe('Wrong host.')
      const read = await attack(attacker, rebound)
      expect(Object.keys(read)).toHaveLength(15)
      for (const [how, came] of Object.entries(read)) {
        expect(came, `${name}: ${how}`).toMatch(
          /^(?:refused|silence|sent|answered|(?:read 421 |text )Wrong host\.|text (?:none)?)$/u,
        )
      }
      // And from there the desk's true address is another site again.
      const across = await attack(attacker, origin)
      for (const [how, came] of Object.entries(across)) {
        expect(came, `${name}, across: ${how}`).toMatch(/^(?:refused|silence|opaque|sent|answered|text none)$/u)
      }
      expect((await context.cookies()).map(({ domain }) => domain)).toEqual(['127.0.0.1'])
    }

    await attacker.goto(`http://evil.example:${evil.port}/`)
    await attacker.evaluate((target) => {
      location.href = `${target}/`
    }, origin)
    await attacker.waitForURL(`${origin}/`)
    expect(await attacker.textContent('body')).toBe('Wrong origin.')

    expect(contentOf(folders.profile)).toEqual(before)
    expect(readdirSync(folders.exchange)).toEqual([])
    await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()
    expect(
      evil.told.filter(({ headers }) => headers.cookie !== undefined || headers.referer?.startsWith(origin)),
    ).toEqual([])
  } finally {
    await browser.close()
    evil.server.closeAllConnections()
    evil.server.close()
    child.kill('SIGTERM')
    await once(child, 'exit')
    rmSync(root, { recursive: true, force: true })
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

test('a style sheet that comes as markup has no effect, those that the desk makes itself do', async ({
  launchDesk,
}) => {
  const desk = await launchDesk('处室')
  desk.expectMessage(/Applying inline style violates .*style-src-elem/u)
  const page = desk.page()
  await expect(page.getByRole('heading', { name: '欢迎使用联审' })).toBeVisible()
  const seen = await page.evaluate(() => {
    const place = document.createElement('div')
    document.body.append(place)
    place.innerHTML = '<style>body { outline: 7px solid red }</style>'
    const ofMarkup = getComputedStyle(document.body).outlineWidth
    const sheet = document.createElement('style')
    sheet.textContent = 'body { outline: 9px solid red }'
    place.append(sheet)
    const kit = [...document.querySelectorAll<HTMLStyleElement>('head style')]
    return {
      ofMarkup,
      ofScript: getComputedStyle(document.body).outlineWidth,
      rulesOfKit: kit.reduce((sum, { sheet: own }) => sum + (own?.cssRules.length ?? 0), 0),
      nonceInMarkup: document.documentElement.outerHTML.match(/nonce="[^"]+"/gu),
    }
  })
  expect(seen).toMatchObject({ ofScript: '9px', nonceInMarkup: null })
  expect(seen.ofMarkup).not.toBe('7px')
  expect(seen.rulesOfKit).toBeGreaterThan(100)
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
