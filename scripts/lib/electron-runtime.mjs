import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const packageFolder = join(root, 'node_modules', 'electron')
const failureNote = join(root, '.cache', 'electron-not-fetched')
const oneDay = 24 * 3600 * 1000

/**
 * The Electron executable if its runtime is on disk, else null. Looks for the files: the package itself starts a
 * download when it is required without a runtime.
 */
export function findElectron() {
  const pathFile = join(packageFolder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(packageFolder, 'dist')
  const executable = join(folder, readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? executable : null
}

/** Why the runtime was not fetched a moment ago; a machine that cannot fetch it is not asked again for a day. */
export function recentFailure() {
  if (!existsSync(failureNote)) return false
  return Date.now() - Number(readFileSync(failureNote, 'utf8')) < oneDay
}

/** Runs the package's own fetch, for at most `seconds`. Answers the executable or null. */
export function fetchElectron(seconds) {
  spawnSync(process.execPath, [join(packageFolder, 'install.js')], {
    cwd: packageFolder,
    stdio: 'ignore',
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
  })
  const executable = findElectron()
  if (executable === null) {
    mkdirSync(join(root, '.cache'), { recursive: true })
    writeFileSync(failureNote, String(Date.now()))
  }
  return executable
}
