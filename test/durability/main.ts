/**
 * The matrices of durability: `npm run durability`, and a sample of them in the tests. Prints a table, and JSON if
 * asked.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installFaultyDisk } from './disk/faulty-disk'
import { jobs } from './desk/jobs'
import { makeWorlds } from './desk/worlds'
import { abortMatrix } from './matrices/abort'
import { damageMatrix } from './matrices/damage'
import { fullMatrix } from './matrices/full'
import { killMatrix } from './matrices/kill'
import { printReport, Tally, type MatrixReport } from './matrices/report'
import { tmpfsMatrix } from './matrices/tmpfs'

const { values } = parseArgs({
  options: {
    sample: { type: 'boolean', default: false },
    only: { type: 'string' },
    jobs: { type: 'string' },
    seed: { type: 'string', default: '20261122' },
    json: { type: 'string' },
    lanes: { type: 'string', default: '2' },
  },
})
const { sample } = values
const seed = Number(values.seed)
const folder = mkdtempSync(join(tmpdir(), 'durable-run-'))
const worlds = join(folder, 'worlds')
const scratch = join(folder, 'scratch')
/** Which jobs are tried: all, unless some are named. */
const chosen = jobs.filter(({ name }) => values.jobs === undefined || values.jobs.split(',').includes(name))
const around = { worlds, scratch, lanes: Number(values.lanes), jobs: chosen }
const say = (line: string): void => {
  console.log(line)
}

const matrices: Readonly<Record<string, (tally: Tally) => Promise<void>>> = {
  kill: (tally) => killMatrix(tally, around, { count: sample ? chosen.length : 200, seed }),
  abort: (tally) => abortMatrix(tally, around, sample ? 61 : 1),
  full: (tally) => fullMatrix(tally, around, sample ? 37 : 1),
  tmpfs: (tally) => tmpfsMatrix(tally, around),
  damage: (tally) => damageMatrix(tally, around, sample ? 5 : 1),
}

try {
  mkdirSync(scratch, { recursive: true })
  await installFaultyDisk()
  await makeWorlds(worlds)
  const reports: MatrixReport[] = []
  for (const [name, run] of Object.entries(matrices)) {
    if (values.only !== undefined && !values.only.split(',').includes(name)) continue
    const tally = new Tally(name, say)
    await run(tally)
    reports.push(tally.report())
    printReport(reports.at(-1)!, say)
  }
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(reports))
  process.exitCode = reports.every(({ cases, passed }) => cases === passed) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
