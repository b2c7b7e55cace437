import { accessSync, constants, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

export type InstalledBrowser = {
  readonly name: 'Chromium' | 'Chrome' | 'Edge'
  readonly executable: string
  /** Why this one: where it was found. */
  readonly foundBy: 'CHROME' | 'installed' | 'playwright'
}

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const nameOf = (executable: string): InstalledBrowser['name'] =>
  /edge/iu.test(executable)
    ? 'Edge'
    : /chrome(?!.*chromium)/iu.test(executable) && !/chromium/iu.test(executable)
      ? 'Chrome'
      : 'Chromium'

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

type Env = Readonly<Record<string, string | undefined>>

function installedPaths(platform: NodeJS.Platform, env: Env): readonly string[] {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined,
    )
    const tails = [
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
    ]
    return tails.flatMap((tail) => roots.map((root) => join(root, tail)))
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return linuxNames.flatMap((name) => [...folders, '/usr/bin', '/snap/bin'].map((folder) => join(folder, name)))
}

/** Playwright's own downloads, newest first. */
function playwrightPaths(platform: NodeJS.Platform, env: Env): readonly string[] {
  const cache =
    env['PLAYWRIGHT_BROWSERS_PATH'] ??
    (platform === 'win32'
      ? join(env['LOCALAPPDATA'] ?? '', 'ms-playwright')
      : platform === 'darwin'
        ? join(homedir(), 'Library', 'Caches', 'ms-playwright')
        : join(homedir(), '.cache', 'ms-playwright'))
  const tails = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-win/chrome.exe',
    'chrome-win64/chrome.exe',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ]
  try {
    const builds = readdirSync(cache).filter((name) => /^chromium-\d+$/u.test(name))
    builds.sort((a, b) => Number(b.slice('chromium-'.length)) - Number(a.slice('chromium-'.length)))
    return builds.flatMap((build) => tails.map((tail) => join(cache, build, tail)))
  } catch {
    return []
  }
}

/**
 * A Chromium, Chrome or Edge on this computer: the one that `CHROME` names, else an installed one, else Playwright's.
 */
export function findBrowser(
  env: Env = process.env,
  platform: NodeJS.Platform = process.platform,
): InstalledBrowser | null {
  const named = env['CHROME']
  const candidates: readonly (readonly [InstalledBrowser['foundBy'], readonly string[]])[] = [
    ['CHROME', named === undefined || named === '' ? [] : [named]],
    ['installed', installedPaths(platform, env)],
    ['playwright', playwrightPaths(platform, env)],
  ]
  for (const [foundBy, paths] of candidates) {
    const executable = paths.find(isExecutable)
    if (executable !== undefined) return { name: nameOf(executable), executable, foundBy }
  }
  return null
}
