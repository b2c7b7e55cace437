// What survives kills, power cuts, full disks and damage: npm run durability [-- --only kill,abort,full,tmpfs,damage] [--seed N]
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildDurability } from './lib/build-durability.mjs'
import { root } from './lib/root.mjs'

const folder = await buildDurability()
const { status } = spawnSync(process.execPath, [join(folder, 'main.js'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.exit(status ?? 1)
