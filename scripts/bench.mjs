// How fast documents are made and bundles go out and in, by the workers as they are built: npm run bench [publishing|bundles]
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { buildIfNeeded } from './build-if-needed.mjs'
import { root } from './lib/root.mjs'

const known = ['publishing', 'bundles']
const asked = process.argv.slice(2)
const unknown = asked.find((name) => !known.includes(name))
if (unknown !== undefined) {
  console.error(`unknown bench "${unknown}"; there are: ${known.join(', ')}`)
  process.exit(2)
}
await buildIfNeeded({ want: 'node', say: () => console.error('building…') })
const tsx = createRequire(import.meta.url).resolve('tsx/cli')
let worst = 0
for (const name of asked.length > 0 ? asked : known) {
  const bench = join(root, 'test', 'bench', `${name}.ts`)
  const { status } = spawnSync(process.execPath, [tsx, bench], { cwd: root, stdio: 'inherit' })
  worst = Math.max(worst, status ?? 1)
}
process.exit(worst)
