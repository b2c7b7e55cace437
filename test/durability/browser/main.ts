/**
 * The matrices that need a browser: `npm run durability -- --only browser,rebuild,work,typing`. Started by
 * scripts/durability.mjs.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { printReport, Tally, type MatrixReport } from '../matrices/report'
import { slowestOpening } from './check'
import { browserDamageMatrix, databaseBytes } from './damage'
import { rebuildMatrix, workMatrix } from './kills'
import { typingMatrix } from './typing'
import { makeDivisionWorld, makeExpertWorld } from './typing-worlds'
import { makeBrowserWorld } from './worlds'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'browser,rebuild,work,typing' },
    seed: { type: 'string', default: '20261122' },
    /** Only cases whose name matches: to look at one of them. */
    match: { type: 'string', default: '' },
    records: { type: 'string', default: '3000' },
    /** How many times typing is cut off, and the longest time of typing before that, in seconds. */
    cuts: { type: 'string', default: '50' },
    longest: { type: 'string', default: '60' },
    from: { type: 'string', default: '0' },
    json: { type: 'string' },
  },
  strict: false,
})
const isWanted = (name: string): boolean => new RegExp(String(values.match), 'u').test(name)
const seed = Number(values.seed)
const folder = mkdtempSync(join(tmpdir(), 'durable-browser-'))
const say = (line: string): void => {
  console.log(line)
}

try {
  const wanted = String(values.only).split(',')
  const matrices: Record<string, (tally: Tally) => Promise<void>> = {}
  if (wanted.some((name) => name !== 'typing')) {
    const world = await makeBrowserWorld(folder, Number(values.records))
    say(`a desk of ${values.records} records; its database has ${databaseBytes(world.root)} bytes`)
    matrices['browser'] = (tally) => browserDamageMatrix(tally, { world, folder }, isWanted)
    matrices['rebuild'] = (tally) => rebuildMatrix(tally, world, { count: 40, seed })
    matrices['work'] = (tally) => workMatrix(tally, world, { count: 30, seed })
  }
  if (wanted.includes('typing')) {
    const worlds = [await makeDivisionWorld(folder), await makeExpertWorld(folder)]
    const plan = { count: Number(values.cuts), seed, longest: Number(values.longest) * 1000, from: Number(values.from) }
    matrices['typing'] = (tally) => typingMatrix(tally, worlds, plan, say)
  }
  const reports: MatrixReport[] = []
  for (const name of wanted) {
    const run = matrices[name]
    if (run === undefined) continue
    const tally = new Tally(name, say)
    await run(tally)
    reports.push(tally.report())
    printReport(reports.at(-1)!, say)
    say(`    slowest opening: ${slowestOpening()} ms`)
  }
  if (typeof values.json === 'string') writeFileSync(values.json, JSON.stringify(reports))
  process.exitCode = reports.every(({ cases, passed }) => cases === passed) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
