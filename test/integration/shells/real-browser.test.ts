/** The browser shell as a person starts it, with a real Chromium, and every call into the network written down. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../../electron/browser-shell/find-browser'
import { callDesk, enterDesk, entranceIn, type Entrance } from '../../helpers/enter-desk'
import { leavesOf, straceArguments } from '../../helpers/network-trace'
import { hasTool } from '../../helpers/tools'

const root = resolve(import.meta.dirname, '../../..')
const installed = findBrowser()
const canTrace = process.platform === 'linux' && hasTool('strace')
const passphrase = '第一把 钥匙 示例'

let folder: string
beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), '--if-needed'], { stdio: 'pipe' })
  folder = mkdtempSync(join(tmpdir(), '联审 真-'))
}, 120_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})

/** Waits for something that another process does. */
async function until<T>(what: string, look: () => T | null): Promise<T> {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = look()
    if (found !== null) return found
    await pause(100)
  }
  throw new Error(`waited in vain: ${what}`)
}

const bytesUnder = (place: string): Buffer =>
  Buffer.concat(
    readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap((entry) => readIfThere(join(entry.parentPath, entry.name))),
  )

/** A browser writes beside its files and renames: what was there a moment ago may bear its proper name by now. */
function readIfThere(path: string): Buffer[] {
  try {
    return [readFileSync(path)]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

const holds = (bytes: Buffer, word: string): boolean =>
  (['utf8', 'utf16le'] as const).some((encoding) => bytes.includes(Buffer.from(word, encoding)))

/** The command lines of every process, as any user of this computer reads them. */
const commandLines = (): string =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map((name) => {
      try {
        return readFileSync(join('/proc', name, 'cmdline'), 'utf8')
      } catch {
        return ''
      }
    })
    .join('\n')

const startShell = (name: string, before: readonly string[], args: readonly string[], env: Record<string, string>) => {
  const all: readonly string[] = [...before, process.execPath, join(root, 'out', 'main', 'browser-shell.js')]
  const [command = process.execPath, ...rest] = all
  const place = join(folder, name)
  const child = spawn(
    command,
    [...rest, '--profile', join(place, '档案'), '--exchange', join(place, '交换'), '--port', '0', ...args],
    {
      env: { ...process.env, XDG_CACHE_HOME: join(place, 'cache'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: strace lets no signal through to whom it watches.
      detached: true,
    },
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
  return { child, place, said: () => said }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  process.kill(-child.pid!, 'SIGTERM')
  await gone
}

describe('the reading of a trace', () => {
  it.each([
    'connect(24<UDP:[123]>, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("10.255.255.53")}, 16) = 0',
    'sendto(24<UDP:[192.0.2.7:4242->10.255.255.53:53]>, " #\\1\\0"..., 37, 0, NULL, 0) = 37',
    'sendto(9<UDPv6:[9]>, "x", 1, 0, {sa_family=AF_INET6, inet_pton(AF_INET6, "2001:4860:4860::8888", &sin6_addr)}, 28) = 1',
    'connect(24<TCPv6:[9]>, {sa_family=AF_INET6, inet_pton(AF_INET6, "2001:4860:4860::8888", &sin6_addr)}, 28) = 0',
    'sendto(9<UDPv6:[[2001:db8::5]:99->[2001:4860:4860::8888]:443]>, "x", 1, 0, NULL, 0) = 1',
  ])('knows a call that leaves this computer: %s', (line) => {
    expect(leavesOf(`7 ${line}`)).toHaveLength(1)
  })

  it.each([
    'connect(22<TCP:[7]>, {sa_family=AF_INET, sin_port=htons(18999), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
    'sendto(22<TCP:[127.0.0.1:5->127.0.0.1:18999]>, "x", 1, 0, NULL, 0) = 1',
    'connect(5<UNIX-STREAM:[1]>, {sa_family=AF_UNIX, sun_path="/run/x"}, 110) = -1 ENOENT',
    'connect(26<UDPv6:[9]>, {sa_family=AF_INET6, sin6_port=htons(443), inet_pton(AF_INET6, "2001:4860:4860::8888", &sin6_addr)}, 28) = 0',
  ])('lets a call to this computer be: %s', (line) => {
    expect(leavesOf(`7 ${line}`)).toEqual([])
  })
})

describe.skipIf(!canTrace)('the Node side under strace (skipped where there is no strace)', () => {
  it('reaches nobody but its own page while a desk is made, filled, sent from, locked and opened', async () => {
    const trace = join(folder, 'host.trace')
    const shell = startShell('主机', ['strace', ...straceArguments(trace)], ['--no-open'], {})
    const entrance: Entrance = await until('the entrance', () => entranceIn(shell.said()))
    const cookie = await enterDesk(entrance)
    const call = async (channel: string, input?: unknown) => {
      const reply = await callDesk(entrance.origin, cookie, channel, input)
      expect(reply, channel).toMatchObject({ ok: true })
      expect(reply, channel).not.toMatchObject({ value: { kind: 'failed' } })
      return (reply as { value: Record<string, unknown> }).value
    }
    const person = { role: 'division', name: '陈守玉（示例）', unit: '示例厅', passphrase }
    await call('profile:create', person)
    const [sample] = (await call('sample:list')) as unknown as { slug: string }[]
    await call('sample:load', { slug: sample!.slug })
    const { records } = (await call('journal:read', { after: 0, limit: 10 })) as { records: { id: string }[] }
    const recordIds = records.map(({ id }) => id)
    const bundle = { kind: 'dossier', to: '示例', recordIds, attachments: [], fileName: '示例.lsb' }
    await call('bundle:export', { ...bundle, protect: { kind: 'none' } })
    await call('exchange:list')
    await call('profile:lock')
    await call('profile:unlock', { passphrase })
    await end(shell.child)
    const lines = readFileSync(trace, 'utf8')
    const taken = lines.split('\n').filter((line) => /bind\(.*AF_INET/u.test(line))
    expect(taken).toHaveLength(1)
    expect(taken[0]).toContain('127.0.0.1')
    expect(leavesOf(lines)).toEqual([])
  })
})

describe.skipIf(!canTrace || installed === null)(
  'the window as the shell opens it (skipped where there is no Chromium or no strace)',
  () => {
    let browser: Browser | undefined
    let shell: ReturnType<typeof startShell>
    let token: string
    let during: string
    const trace = () => join(folder, 'browser.trace')

    beforeAll(async () => {
      // Stands before the browser: keeps the hand-over page, adds what a test needs to look inside, writes down its
      // calls.
      const wrapper = join(folder, 'chromium')
      const kept = join(folder, 'handed-over.html')
      const strace = straceArguments(trace()).map((word) => `'${word}'`)
      writeFileSync(
        wrapper,
        [
          '#!/bin/sh',
          'for word in "$@"; do case "$word" in --user-data-dir=*) data="${word#*=}";; esac; done',
          `cp "$data/open.html" '${kept}'`,
          `exec strace ${strace.join(' ')} '${installed!.executable}' --headless=new --remote-debugging-port=0 "$@"`,
          '',
        ].join('\n'),
      )
      chmodSync(wrapper, 0o755)
      shell = startShell('窗口', [], [], { CHROME: wrapper })
      const page = await until('the hand-over page', () => (existsSync(kept) ? readFileSync(kept, 'utf8') : null))
      token = /value="([\w-]{43})"/u.exec(page)![1]!
      during = commandLines()
      const data = () => join(shell.place, 'cache', 'lianshen')
      const port = await until('the browser', () => {
        if (!existsSync(data())) return null
        const [name] = readdirSync(data())
        const file = join(data(), name!, 'browser', 'DevToolsActivePort')
        // The file is there before its words are.
        return existsSync(file) ? (/^\d+/u.exec(readFileSync(file, 'utf8'))?.[0] ?? null) : null
      })
      browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    }, 120_000)
    afterAll(async () => {
      await browser?.close()
      await end(shell.child)
    })

    it('shows the desk, and its hand-over page is gone', async () => {
      const page = browser!.contexts()[0]!.pages()[0]!
      await page.getByRole('heading', { name: '欢迎使用联审' }).waitFor()
      expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/(?:#.*)?$/u)
      expect(await page.evaluate('document.referrer')).not.toContain('token')
      const [name] = readdirSync(join(shell.place, 'cache', 'lianshen'))
      expect(existsSync(join(shell.place, 'cache', 'lianshen', name!, 'browser', 'open.html'))).toBe(false)
    })

    it('tells its one-time code in no command line, no history, no session file and no log', async () => {
      expect(during).toContain('open.html')
      expect(during).not.toContain(token)
      expect(commandLines()).not.toContain(token)
      const page = browser!.contexts()[0]!.pages()[0]!
      await page.reload()
      // History and sessions are written some seconds later.
      await pause(12_000)
      await browser?.close()
      await end(shell.child)
      const written = bytesUnder(shell.place)
      expect(holds(written, '127.0.0.1')).toBe(true)
      expect(holds(written, token)).toBe(false)
      expect(shell.said()).not.toContain(token)
    }, 60_000)

    it('leaves this computer with nothing: no name is looked up, no foreign address is sent to', () => {
      const lines = readFileSync(trace(), 'utf8')
      expect(lines).toContain('127.0.0.1')
      expect(leavesOf(lines)).toEqual([])
    })
  },
)
