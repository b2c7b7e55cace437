/** The matrices of durability: `npm run durability`, and a sample of them in the tests. Prints a table, and JSON if asked. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installFaultyDisk } from './disk/faulty-disk'
import { makeWorlds } from './desk/worlds'
import { abortMatrix } from './matrices/abort'
import { damageMatrix } from './matrices/damage'
import { fullMatrix } from './matrices/full'
import { killMatrix } from './matrices/kill'
import { Tally, type MatrixReport } from './matrices/report'
import { tmpfsMatrix } from './matrices/tmpfs'

const { values } = parseArgs({
  options: {
    sample: { type: 'boolean', default: false },
    only: { type: 'string' },
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
const around = { worlds, scratch, lanes: Number(values.lanes) }
/** A sample kills every job once. */
const jobCount = 13
const say = (line: string): void => {
  console.log(line)
}

const matrices: Readonly<Record<string, (tally: Tally) => Promise<void>>> = {
  kill: (tally) => killMatrix(tally, around, { count: sample ? jobCount : 200, seed }),
  abort: (tally) => abortMatrix(tally, around, sample ? 61 : 1),
  full: (tally) => fullMatrix(tally, around, sample ? 37 : 1),
  tmpfs: (tally) => tmpfsMatrix(tally, around),
  damage: (tally) => damageMatrix(tally, around, sample ? 5 : 1),
}

function print(reports: readonly MatrixReport[]): void {
  for (const { name, cases, passed, told, skipped, seconds } of reports) {
    say(
      `${passed === cases ? '✔' : '✘'} ${name}: ${cases} cases, ${passed} passed, ${cases - passed} failed (${seconds} s)`,
    )
    const sentences = Object.entries(told).map(([code, count]) => `${code} ${count}`)
    if (sentences.length > 0) say(`    told: ${sentences.join(', ')}`)
    for (const what of skipped) say(`    not run: ${what}`)
  }
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
    print(reports.slice(-1))
  }
  if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(reports))
  process.exitCode = reports.every(({ cases, passed }) => cases === passed) ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
