/**
 * Bends good bundles by chance and brings each to a true desk: tsx run-fuzz.ts CASES [SEED]. Prints a table and one
 * line of JSON; ends with 1 at the first case that is taken though it says something else, that fails otherwise than by
 * a refusal, that takes longer than five seconds, or that leaves a trace; and when memory went over 512 MB. The file of
 * such a case is kept. Run by scripts/fuzz.mjs.
 */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { digestOf } from '@host/files/durable-file'
import { printTable } from '../helpers/print-table'
import { hashTree, removeTemporaryFolders } from '../integration/host/desk-fixture'
import { bend, goldensOf, meaningOf, type Bent, type Golden } from './fuzz-goldens'
import { chanceOf } from './mutate'
import { closeHostileDesks, faultsOfWords, openHostileDesks, stageBytes, type HostileDesks } from './run-case'
import { limitMs, runFairly } from './run-fairly'
import { disagreement } from './second-reader'
import { createWorld } from './world'

const count = Number(process.argv[2] ?? 2000)
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
const [limitMB, progressEvery, traceEvery] = [512, 5000, 100]

type Row = { cases: number; refused: number; taken: number; slowestMs: number; measuredAgain: number }

const chance = chanceOf(seed)
const world = await createWorld()
const desks = await openHostileDesks(world)
const goldens = await goldensOf(world, desks)
const rows = new Map<string, Row>()
const refusals = new Map<string, number>()
const faults: string[] = []
const noFaults: readonly string[] = []
const memoryMB = (): number => Math.round(process.resourceUsage().maxRSS / 1024)

/** Brings one to its desk and says everything that is not as it must be. */
async function faultsOf(golden: Golden, { how, file, plain }: Bent): Promise<string[]> {
  const key = `${golden.name} | ${how}`
  const row = rows.get(key) ?? { cases: 0, refused: 0, taken: 0, slowestMs: 0, measuredAgain: 0 }
  rows.set(key, row)
  row.cases += 1
  const { desk } = desks[golden.desk]
  const {
    answer,
    ms,
    measuredAgain,
    faults: met,
  } = await runFairly(async () => {
    const start = performance.now()
    const given = await stageBytes(desk, file)
    const taken = performance.now() - start
    if (given.kind === 'done') await desk.call('bundle:discard', { stageId: given.stageId })
    const message = given.kind === 'done' ? 'taken' : given.error.code
    return { answer: given, ms: taken, message, faults: noFaults }
  })
  row.slowestMs = Math.max(row.slowestMs, ms)
  row.measuredAgain += measuredAgain > 0 ? 1 : 0
  const found: string[] = [...met]
  if (answer.kind === 'failed') {
    row.refused += 1
    refusals.set(answer.error.code, (refusals.get(answer.error.code) ?? 0) + 1)
    return [...found, ...faultsOfWords(answer.error)]
  }
  row.taken += 1
  if (answer.report.sha256 !== digestOf(plain).sha256) found.push('something else was read than what was sent')
  if ((await meaningOf(plain)) !== golden.meaning) found.push('taken with another meaning')
  const differs = await disagreement(plain)
  return differs === null ? found : [...found, `a second reader differs: ${differs}`]
}

/** Desks of which not every file is as it was. */
async function traces(): Promise<string[]> {
  const left: string[] = []
  for (const [name, { desk, before }] of Object.entries(desks) as [keyof HostileDesks, HostileDesks['new']][]) {
    if (JSON.stringify(await hashTree(desk.root)) !== JSON.stringify(before)) left.push(`a trace is left: ${name}`)
  }
  return left
}

const begun = performance.now()
let done = 0
while (done < count && faults.length === 0) {
  const which = chance(goldens.length)
  const golden = goldens[which]
  const other = goldens[(which + 1 + chance(goldens.length - 1)) % goldens.length]
  if (golden === undefined || other === undefined) throw new Error('no golden bundle')
  const bent = await bend(golden, other, done, chance)
  const found = await faultsOf(golden, bent).catch((error: unknown) => [
    error instanceof Error ? (error.stack ?? error.message) : String(error),
  ])
  done += 1
  if (done % traceEvery === 0 || done === count || found.length > 0) found.push(...(await traces()))
  if (memoryMB() > limitMB) found.push(`${memoryMB()} MB`)
  if (found.length > 0) {
    const kept = join(mkdtempSync(join(tmpdir(), 'lianshen-fuzz-')), `case-${done}.lsb`)
    writeFileSync(kept, bent.file)
    faults.push(...found.map((fault) => `case ${done} (${golden.name}, ${bent.how}; kept as ${kept}): ${fault}`))
  }
  if (done % progressEvery !== 0) continue
  const seconds = (performance.now() - begun) / 1000
  const left = Math.round((seconds / done) * (count - done))
  console.error(`${done} of ${count} in ${Math.round(seconds)} s, ${memoryMB()} MB; about ${left} s to go`)
}
const seconds = Math.round((performance.now() - begun) / 1000)

await closeHostileDesks(desks)
await removeTemporaryFolders()
const sum = (of: 'cases' | 'refused' | 'taken' | 'measuredAgain'): number =>
  [...rows.values()].reduce((total, row) => total + row[of], 0)
const slowestMs = Math.round(Math.max(0, ...[...rows.values()].map((row) => row.slowestMs)))
printTable([
  ['Bundle', 'What was bent', 'Cases', 'Refused', 'Taken, same meaning', 'Slowest, ms', 'Measured again'],
  ...[...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { cases, refused, taken, slowestMs, measuredAgain }]) => [
      ...key.split(' | '),
      ...[cases, refused, taken, Math.round(slowestMs), measuredAgain],
    ]),
  ['All', '', sum('cases'), sum('refused'), sum('taken'), slowestMs, sum('measuredAgain')],
])
const byCode = [...refusals].sort(([, a], [, b]) => b - a)
console.log()
printTable([['Refused as', 'Cases'], ...byCode])
console.log(
  `\n${done} cases in ${seconds} s with seed ${seed}: ${faults.length} faults, most memory ${memoryMB()} MB of ${limitMB}, ` +
    `slowest ${slowestMs} ms of ${limitMs}, the time of ${sum('measuredAgain')} cases measured again; the folders of ${Object.keys(desks).length} desks hashed every ${traceEvery} cases\n`,
)
const refused = Object.fromEntries(byCode)
console.log(
  JSON.stringify({
    ...{
      cases: done,
      seed,
      accepted: sum('taken'),
      refused,
      slowestMs,
      measuredAgain: sum('measuredAgain'),
      memoryMB: memoryMB(),
      seconds,
      faults,
    },
  }),
)
process.exitCode = faults.length === 0 && done === count ? 0 : 1
