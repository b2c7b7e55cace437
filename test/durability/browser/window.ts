import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { findBrowser } from '../../../electron/browser-shell/find-browser'
import { browserArguments } from '../../../electron/browser-shell/open-browser'
import { shellDataFolder } from '../../../electron/shell/places'
import { enterPage, startShell } from '../../e2e/fixtures/browser-desk'
import { exchangeOf, profileOf } from '../desk/places'

/** What of a running desk is killed. */
export type Victim = 'host' | 'browser' | 'both'

/** One run of the product in the browser shell: two processes that can be killed apart. */
export type DeskWindow = {
  readonly page: Page
  /** Ends whatever still runs as a person does: the window first. */
  readonly close: () => Promise<void>
  /** By SIGKILL, with every process below it. */
  readonly kill: (victim: Victim) => Promise<void>
}

const cacheOf = (root: string): string => join(root, 'cache')

/** What runs when the harness ends, however it ends, ends with it. */
const running = new Set<() => void>()
process.on('exit', () => {
  for (const kill of running) kill()
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

/** The shell as it is built; the harness runs from the top of the repository. */
const shellFile = resolve('out', 'main', 'browser-shell.js')

/** Where the shell lets the browser keep what belongs to this profile. */
export const browserFolder = (root: string): string => join(shellFolder(root), 'browser')

/** Where the shell keeps a damaged database. */
export const keptFolder = (root: string): string => join(shellFolder(root), 'damaged-database')

const shellFolder = (root: string): string =>
  shellDataFolder('browser', profileOf(root), {
    platform: 'linux',
    env: { XDG_CACHE_HOME: cacheOf(root) },
    home: root,
  })

/** Starts the shell as it is built, and the browser with the shell's own arguments but without a screen. */
export async function openWindow(root: string): Promise<DeskWindow> {
  try {
    return await startWindow(root)
  } catch {
    // On a busy computer a browser may not answer its debugger in time; the desk itself has not begun.
    return startWindow(root)
  }
}

async function startWindow(root: string): Promise<DeskWindow> {
  const folders = { profile: profileOf(root), exchange: exchangeOf(root), cache: cacheOf(root) }
  // As the shell does it: it looks at the files of the database before there is a browser.
  const { child: host, ...entrance } = await startShell(folders, shellFile)
  endWithHarness(host, () => host.kill('SIGKILL'))
  const { browser, connecting } = startBrowser(browserFolder(root))
  const connection = await connecting.catch(async (error: unknown) => {
    await end(host, 'SIGKILL')
    await endGroup(browser)
    throw error
  })
  const [context] = connection.contexts()
  const page = context!.pages()[0] ?? (await context!.newPage())
  await enterPage(page, entrance)
  return {
    page,
    close: async () => {
      const session = await connection.newBrowserCDPSession().catch(() => null)
      const ended = browser.exitCode === null && browser.signalCode === null ? once(browser, 'exit') : null
      await session?.send('Browser.close').catch(() => undefined)
      if (session === null) await endGroup(browser)
      else await ended
      await end(host, 'SIGTERM')
    },
    kill: async (victim) => {
      // Both signals before anything is waited for.
      const ends = [
        ...(victim === 'browser' ? [] : [end(host, 'SIGKILL')]),
        ...(victim === 'host' ? [] : [endGroup(browser)]),
      ]
      await Promise.all(ends)
    },
  }
}

function startBrowser(dataFolder: string): { browser: ChildProcess; connecting: Promise<Browser> } {
  const executable = findBrowser()?.executable
  if (executable === undefined) throw new Error('No browser: install Chromium, or name one in CHROME.')
  // A killed browser leaves it; the next would be asked for on an old port.
  rmSync(join(dataFolder, 'DevToolsActivePort'), { force: true })
  const options = { address: 'about:blank', dataFolder, isRoot: process.getuid?.() === 0 }
  const browser = spawn(
    executable,
    [...browserArguments(options), '--headless', '--remote-debugging-port=0', '--hide-crash-restore-bubble'],
    // A group of its own, so that a kill reaches all of it.
    { stdio: 'ignore', detached: true },
  )
  endWithHarness(browser, () => killGroup(browser))
  const connecting = debuggingAddress(dataFolder, browser).then((address) => chromium.connectOverCDP(address))
  return { browser, connecting }
}

/** The address that the browser writes once it listens. */
async function debuggingAddress(dataFolder: string, browser: ChildProcess): Promise<string> {
  const path = join(dataFolder, 'DevToolsActivePort')
  for (let tries = 0; tries < 600; tries += 1) {
    const [port, way] = read(path).split('\n')
    if (port !== undefined && way !== undefined) return `ws://127.0.0.1:${port}${way}`
    if (browser.exitCode !== null) throw new Error(`the browser ended (${browser.exitCode})`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('the browser does not listen')
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** Kills a process that leads its own group, and all of the group. */
async function endGroup(leader: ChildProcess): Promise<void> {
  if (leader.exitCode !== null || leader.signalCode !== null || leader.pid === undefined) return
  const ended = once(leader, 'exit')
  killGroup(leader)
  await ended
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}

function endWithHarness(child: ChildProcess, kill: () => void): void {
  running.add(kill)
  child.once('exit', () => running.delete(kill))
}
