/**
 * Brings every hostile bundle to a true desk whose reader is the built thread, and prints the table of cases with what a
 * person reads. Ends with 1 when one is not met as expected, or memory went over 512 MB. Run by scripts/hostile-corpus.mjs.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createBundleReader } from '@host/bundles/bundle-reader'
import { removeTemporaryFolders } from '../integration/host/desk-fixture'
import { hostileCorpus } from './corpus'
import { closeHostileDesks, openHostileDesks, runCase } from './run-case'
import { createWorld } from './world'

const world = await createWorld()
const worker = { url: pathToFileURL(resolve('out/main/bundle-worker.js')) }
const desks = await openHostileDesks(world, createBundleReader({ worker }))
let slowest = 0
let faulty = 0
process.stdout.write('| # | Group | A bundle … | Expected | What the person reads |\n|---|---|---|---|---|\n')
for (const [index, hostile] of hostileCorpus.entries()) {
  const { faults, message, ms } = await runCase(hostile, world, desks)
  slowest = Math.max(slowest, ms)
  if (faults.length > 0) faulty += 1
  const expected = typeof hostile.expected === 'string' ? hostile.expected : `shown: ${hostile.expected.record}`
  const cells = [String(index + 1), hostile.group, hostile.name, expected, faults.join(' ') || message]
  process.stdout.write(`| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |\n`)
}
await closeHostileDesks(desks)
await removeTemporaryFolders()
const memoryMB = Math.round(process.resourceUsage().maxRSS / 1024)
process.stdout.write(
  `\n${hostileCorpus.length} cases, ${faulty} not as expected; slowest ${Math.round(slowest)} ms; most memory ${memoryMB} MB.\n`,
)
process.exitCode = faulty === 0 && memoryMB <= 512 ? 0 : 1
