// Three desks exchange bundles while they are killed and their disks are full; equal at the end, nothing lost:
// npm run soak [-- --hours 1 --dossiers 100 --seed N --json FILE]. The long form: --hours 8 --dossiers 1000.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildSoak } from './lib/build-into.mjs'
import { root } from './lib/root.mjs'

const main = join(await buildSoak(), 'main.js')
const { status } = spawnSync(process.execPath, ['--expose-gc', main, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = status ?? 1
