// How fast documents are made, by the worker as it is built: npm run bench
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildIfNeeded } from './build-if-needed.mjs'
import { root } from './lib/root.mjs'

await buildIfNeeded({ want: 'node', say: () => console.error('building…') })
const tsx = createRequire(import.meta.url).resolve('tsx/cli')
const bench = join(root, 'test', 'bench', 'publishing.ts')
const { status } = spawnSync(process.execPath, [tsx, bench, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
process.exit(status ?? 1)
