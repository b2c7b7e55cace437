import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const folder = join(root, '.cache', 'eslint')
const types = join(root, '.cache', 'types')
const configuration = ['eslint.config.js', 'package-lock.json', 'tsconfig.json']

/**
 * Where ESLint keeps what it found in each file. Its rules read types, so what it found holds only while no other file
 * shows another type: the place is named by every declaration that `tsc --build` has just written. Call it after that.
 */
export function lintCache() {
  const hash = createHash('sha256')
  const declarations = existsSync(types)
    ? readdirSync(types, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.d.ts'))
    : []
  const files = [
    ...configuration.map((name) => join(root, name)),
    ...declarations.sort().map((name) => join(types, name)),
  ]
  for (const file of files)
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  const name = hash.digest('hex')
  mkdirSync(folder, { recursive: true })
  for (const other of readdirSync(folder)) if (other !== name) rmSync(join(folder, other), { recursive: true })
  return join(folder, name)
}
