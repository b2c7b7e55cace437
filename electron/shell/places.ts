import { createHash } from 'node:crypto'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

type Surroundings = {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

const here = (): Surroundings => ({ platform: process.platform, env: process.env, home: homedir() })

/**
 * Where the desk's own data lives by default: the same place for both shells, so that either opens the same profile.
 */
export function defaultProfileFolder(around: Surroundings = here()): string {
  const { platform, env, home } = around
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Lianshen', 'profile')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lianshen', 'profile')
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'lianshen', 'profile')
}

/** The folder that bundles are exchanged through until the user names another (a USB stick, a shared drive). */
export const defaultExchangeFolder = (around: Surroundings = here()): string =>
  join(around.home, 'Documents', '联审交换')

const profileHash = (profileFolder: string): Buffer => createHash('sha256').update(resolve(profileFolder)).digest()

/**
 * Where a shell keeps what is its own for one profile: the browser's database and cache, the place of the window, the
 * log. It is a cache: the journal rebuilds the database, so that it is kept out of the profile and of its backups.
 */
export function shellDataFolder(
  shell: 'electron' | 'browser',
  profileFolder: string,
  around: Surroundings = here(),
): string {
  const name = `${shell}-${profileHash(profileFolder).toString('hex').slice(0, 16)}`
  const { platform, env, home } = around
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? tmpdir(), 'Lianshen', name)
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'Lianshen', name)
  return join(env['XDG_CACHE_HOME'] ?? join(home, '.cache'), 'lianshen', name)
}

/**
 * The port of a profile, 16384-32383: the browser's database belongs to the origin, so that a profile keeps its port.
 * Below the ranges that systems hand out to outgoing connections.
 */
export const portOfProfile = (profileFolder: string): number =>
  16_384 + (profileHash(profileFolder).readUInt32BE() % 16_000)
