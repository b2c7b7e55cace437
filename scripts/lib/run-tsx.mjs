import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from './root.mjs'

/** Runs a TypeScript file of the repository to its end; answers its exit code. */
export function runTsx(path, args = []) {
  const tsx = createRequire(import.meta.url).resolve('tsx/cli')
  const { status } = spawnSync(process.execPath, [tsx, join(root, path), ...args], { cwd: root, stdio: 'inherit' })
  return status ?? 1
}
