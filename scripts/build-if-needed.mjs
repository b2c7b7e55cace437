import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lib/lock.mjs'
import { root } from './lib/root.mjs'

const configuration = [
  'electron.vite.config.ts',
  'scripts/lib/first-paint.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/** What each part is built from, and a file that its build leaves behind. */
const parts = {
  node: { sources: ['electron', 'shared'], products: ['out/main/cli.js', 'out/preload/index.cjs'] },
  renderer: { sources: ['renderer', 'shared'], products: ['out/renderer/index.html'] },
}

const filesOf = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tsbuildinfo'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()

/** Content, not times: a checkout or a copy does not make a build stale. */
function hashOf(part) {
  const hash = createHash('sha256')
  const files = [...configuration.map((name) => join(root, name)), ...parts[part].sources.flatMap(filesOf)]
  for (const file of files) {
    if (!existsSync(file)) continue
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

const stampOf = (part) => join(root, 'out', `.built-${part}`)

const isFresh = (part, hash) =>
  parts[part].products.every((product) => existsSync(join(root, product))) &&
  existsSync(stampOf(part)) &&
  readFileSync(stampOf(part), 'utf8') === hash

/** Builds, all output on stderr and only if it fails, unless `isLoud`. */
function build({ isNodeOnly, isLoud }) {
  const cli = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [cli, 'build', '--logLevel', isLoud ? 'info' : 'warn'],
    {
      cwd: root,
      env: { ...process.env, LIANSHEN_BUILD: isNodeOnly ? 'node' : 'all' },
      stdio: ['ignore', isLoud ? 'inherit' : 'pipe', isLoud ? 'inherit' : 'pipe'],
      encoding: 'utf8',
    },
  )
  if (error) throw error
  if (status !== 0) {
    process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`)
    throw new Error('构建失败，见上文。 The build failed, see above.')
  }
}

/**
 * Builds what is out of date, one process at a time. `want` is 'node' (shells, command line) or 'all' (and the
 * screens). `say` is called once, before a build starts. Answers whether it built.
 */
export async function buildIfNeeded({ want, isForced = false, isLoud = false, say = () => {} }) {
  const wanted = want === 'node' ? ['node'] : ['node', 'renderer']
  const isReady = () => wanted.every((part) => isFresh(part, hashOf(part)))
  if (!isForced && isReady()) return false
  return withLock(join(root, '.cache', 'build.lock'), () => {
    if (!isForced && isReady()) return false
    say()
    const isNodeOnly = want === 'node' || (!isForced && isFresh('renderer', hashOf('renderer')))
    const hashes = (isNodeOnly ? ['node'] : ['node', 'renderer']).map((part) => [part, hashOf(part)])
    build({ isNodeOnly, isLoud })
    mkdirSync(join(root, 'out'), { recursive: true })
    for (const [part, hash] of hashes) writeFileSync(stampOf(part), hash)
    return true
  })
}
