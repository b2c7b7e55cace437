/** The matrices that need a browser: `npm run durability -- --only browser,rebuild,work`. Started by scripts/durability.mjs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { printReport, Tally, type MatrixReport } from '../matrices/report'
import { slowestOpening } from './check'
import { browserDamageMatrix, databaseBytes } from './damage'
import { rebuildMatrix, workMatrix } from './kills'
import { makeBrowserWorld } from './worlds'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'browser,rebuild,work' },
    seed: { type: 'string', default: '20261122' },
    /** Only cases whose name matches: to look at one of them. */
    match: { type: 'string', default: '' },
    records: { type: 'string', default: '3000' },
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
  const world = await makeBrowserWorld(folder, Number(values.records))
  say(`a desk of ${values.records} records; its database has ${databaseBytes(world.root)} bytes`)
  const around = { world, folder }
  const matrices: Readonly<Record<string, (tally: Tally) => Promise<void>>> = {
    browser: (tally) => browserDamageMatrix(tally, around, isWanted),
    rebuild: (tally) => rebuildMatrix(tally, world, { count: 40, seed }),
    work: (tally) => workMatrix(tally, world, { count: 30, seed }),
  }
  const reports: MatrixReport[] = []
  for (const name of String(values.only).split(',')) {
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
