// How fast documents are made and bundles go out and in, by the workers as they are built: npm run bench [publishing|bundles|opening]
import { buildIfNeeded } from './build-if-needed.mjs'
import { runTsx } from './lib/run-tsx.mjs'

const known = ['publishing', 'bundles', 'opening']
const asked = process.argv.slice(2)
const unknown = asked.find((name) => !known.includes(name))
if (unknown !== undefined) {
  console.error(`unknown bench "${unknown}"; there are: ${known.join(', ')}`)
  process.exit(2)
}
await buildIfNeeded({ want: 'all', say: () => console.error('building…') })
let worst = 0
for (const name of asked.length > 0 ? asked : known) worst = Math.max(worst, runTsx(`test/bench/${name}.ts`))
process.exit(worst)
