// How fast documents are made, bundles go out and in, a desk opens and is audited, a letter shows, as they are built:
// npm run bench [publishing|bundles|opening|first-paint|lists|host|auditing|typing]
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildIfNeeded } from './build-if-needed.mjs'
import { buildBundleBench, buildHostBench } from './lib/build-into.mjs'
import { root } from './lib/root.mjs'
import { runTsx } from './lib/run-tsx.mjs'

const known = ['publishing', 'bundles', 'opening', 'first-paint', 'lists', 'host', 'auditing', 'typing']
const asked = process.argv.slice(2)
const unknown = asked.find((name) => !known.includes(name))
if (unknown !== undefined) {
  console.error(`unknown bench "${unknown}"; there are: ${known.join(', ')}`)
  process.exit(2)
}
await buildIfNeeded({ want: 'all', say: () => console.error('building…') })

/** Built as the product is: its memory is measured, not that of a compiler beside it. */
const builds = { bundles: buildBundleBench, host: buildHostBench }

async function runBuilt(name, build) {
  const program = join(await build(), `${name}.js`)
  return spawnSync(process.execPath, [program], { cwd: root, stdio: 'inherit' }).status ?? 1
}

let worst = 0
for (const name of asked.length > 0 ? asked : known) {
  const build = builds[name]
  worst = Math.max(worst, build === undefined ? runTsx(`test/bench/${name}.ts`) : await runBuilt(name, build))
}
process.exit(worst)
