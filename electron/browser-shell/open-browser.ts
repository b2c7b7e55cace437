import { spawn, type ChildProcess } from 'node:child_process'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import { type InstalledBrowser } from './find-browser'

type Window = {
  /** Seen by every user of the computer, as all command lines are: it names no secret. */
  readonly address: string
  /** The browser's own data for this profile: nothing is shared with the user's everyday browsing. */
  readonly dataFolder: string
  readonly isRoot: boolean
}

/** An app window without address bar, that asks nobody and reports nothing. */
export const browserArguments = ({ address, dataFolder, isRoot }: Window): readonly string[] => [
  `--app=${address}`,
  `--user-data-dir=${dataFolder}`,
  '--window-size=1366,768',
  // Date fields and validation speak the desk's language, not the system's.
  '--lang=zh-CN',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication',
  '--disable-spell-checking',
  '--metrics-recording-only',
  '--no-pings',
  // Whatever the engine has in mind beside: no name and no foreign address is found, and no proxy is asked.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--no-proxy-server',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--password-store=basic',
  // Chromium refuses to start its sandbox as root; nobody else goes without it.
  ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
]

/** Where a browser can keep a profile's data: one installed as a snap may write to its own folder only. */
export const browserFolder = ({ executable }: InstalledBrowser, folder: string): string =>
  executable.startsWith('/snap/')
    ? join(homedir(), 'snap', 'chromium', 'common', `lianshen-${basename(folder)}`)
    : folder

/** The folders down to the one in which a browser keeps databases, outermost first. */
export const foldersOfDatabases = (folder: string): readonly string[] => [
  folder,
  join(folder, 'Default'),
  join(folder, 'Default', 'IndexedDB'),
]

/** Opens the desk's window; the process ends when the user closes it. */
export const openBrowser = (browser: InstalledBrowser, window: Window): ChildProcess =>
  spawn(browser.executable, browserArguments(window), { stdio: 'ignore' })
