// Everything that must hold; ends with one line `N passed, N failed`. Names of stages as arguments run these alone.
import { mkdirSync } from 'node:fs'
import { reports, stages } from './lib/stages.mjs'
import { runStages } from './lib/run-stages.mjs'

const wanted = process.argv.slice(2)
const chosen = wanted.length === 0 ? stages : stages.filter(({ name }) => wanted.some((word) => name.startsWith(word)))
if (chosen.length === 0) {
  console.error(`Stages: ${stages.map(({ name }) => name).join(', ')}`)
  process.exit(2)
}

mkdirSync(reports, { recursive: true })
const startedAt = performance.now()
const results = await runStages(chosen)
const sum = (of) => results.reduce((total, result) => total + of(result), 0)

const inMinutes = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
console.log('\ntime by stage')
for (const { name, seconds } of results.toSorted((a, b) => b.seconds - a.seconds)) {
  console.log(`${inMinutes(seconds).padStart(7)}  ${name}`)
}
console.log(`${inMinutes((performance.now() - startedAt) / 1000).padStart(7)}  in all, two at a time`)

const skipped = sum(({ skipped }) => skipped.length)
if (skipped > 0) console.log(`not run: ${skipped}, named above`)
const failed = sum((result) => result.failed)
if (failed > 0) console.log(`failed: ${results.flatMap((stage) => (stage.failed > 0 ? [stage.name] : [])).join(', ')}`)
console.log(`${sum(({ passed }) => passed)} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
