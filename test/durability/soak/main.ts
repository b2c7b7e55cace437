/**
 * Three desks of one province exchange bundles for simulated hours, while people do what chance says, lock, run out of
 * disk, and are killed: `npm run soak`. At the end all three must hold the same, and nothing that was acknowledged may
 * be missing. Prints what the desks did, what memory and files grew by for each act, and what is wrong.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Chance } from '../../bench/province/chance'
import { copyProvince, provinceOf } from '../../bench/province/province'
import { median } from '../../bench/table'
import { BlackBox } from '../desk/black-box'
import { exchangeOf, passphrase, profileOf, stickOf } from '../desk/places'
import { installFaultyDisk } from '../disk/faulty-disk'
import { differences, heldAgainst } from './judge'
import { runSitting } from './run-sitting'
import { Sitter } from './sitter'
import type { Said } from './said'

const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '1' },
    dossiers: { type: 'string', default: '100' },
    seed: { type: 'string', default: '20261201' },
    json: { type: 'string' },
  },
})
const hours = Number(values.hours)
const dossiers = Number(values.dossiers)
const seed = Number(values.seed)
/** Acts of one sitting that nobody interrupts. */
const actsASitting = 60
/** Of a hundred sittings, how many are killed. */
const kills = 40
const beganAt = Date.parse('2026-12-01T01:00:00Z')

type Desk = {
  readonly root: string
  readonly said: Said[]
  now: number
  sittings: number
  killed: number
  /** Growth of the profile's folder by each sitting that was closed, with its acts. */
  readonly grown: { readonly bytes: number; readonly acts: number }[]
}

const folder = mkdtempSync(join(tmpdir(), 'lianshen-soak-'))
const problems: string[] = []
const log = (text: string): void => {
  console.log(text)
}

const bytesIn = (root: string): number => {
  const files = new Map<number, number>()
  for (const entry of readdirSync(profileOf(root), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const { ino, size } = statSync(join(entry.parentPath, entry.name))
    files.set(ino, size)
  }
  return [...files.values()].reduce((sum, size) => sum + size, 0)
}

const planOf = (desk: Desk, desks: readonly Desk[]) => {
  const peers = desks.filter((other) => other !== desk)
  const of = <K extends Said['kind']>(kind: K) =>
    desk.said.filter((line): line is Extract<Said, { readonly kind: K }> => line.kind === kind)
  return {
    root: desk.root,
    peers: peers.map(({ root }) => root),
    taken: peers.map((_, from) => of('took').flatMap((line) => (line.from === from ? [line.fileName] : []))),
    exportedUpTo: of('exported').at(-1)?.upTo ?? 0,
    dossiers,
    acts: actsASitting,
    from: new Date(desk.now).toISOString(),
    seed: [seed, desk.root.slice(-1), desk.sittings],
  }
}

async function makeDesks(): Promise<readonly Desk[]> {
  const { root: made } = await provinceOf(dossiers)
  const roots = ['甲', '乙', '丙'].map((name) => join(folder, name))
  for (const [index, root] of roots.entries()) {
    for (const place of [exchangeOf(root), stickOf(root)]) mkdirSync(place, { recursive: true })
    if (index === 0) copyProvince(made, root)
    else {
      const desk = await BlackBox.start(root)
      await desk.must('profile:create', { role: 'division', name: `示例处室${index + 1}`, unit: '示例厅', passphrase })
      await desk.close()
    }
  }
  return roots.map((root) => ({ root, said: [], now: beganAt, sittings: 0, killed: 0, grown: [] }))
}

/** One person sits down at a desk, and is perhaps killed there. */
async function sit(desk: Desk, desks: readonly Desk[], chance: Chance): Promise<void> {
  desk.sittings += 1
  const before = bytesIn(desk.root)
  // Most of a sitting is over within some seconds; a kill comes at any moment of it.
  const killAfterMs = chance.between(1, 100) <= kills ? chance.between(20, 6000) : null
  const { lines, isFinished, broke } = await runSitting(planOf(desk, desks), killAfterMs)
  desk.said.push(...lines)
  if (!isFinished && broke === null) desk.killed += 1
  const acts = lines.filter((line) => line.kind === 'act')
  desk.now = Math.max(desk.now, ...acts.map(({ at }) => Date.parse(at))) + 60_000
  // What others wrote is theirs, and comes at once.
  if (isFinished && lines.every(({ kind }) => kind !== 'took')) {
    desk.grown.push({ bytes: bytesIn(desk.root) - before, acts: acts.length })
  }
  if (broke !== null) problems.push(`${desk.root.slice(-1)}, sitting ${desk.sittings}: ${broke}`)
}

/** Everybody hands out and takes in until nobody has anything new. */
async function settle(desks: readonly Desk[]): Promise<void> {
  for (let round = 0, fresh = 1; fresh > 0 && round < 10; round += 1) {
    fresh = 0
    for (const desk of desks) {
      desk.sittings += 1
      const sitter = await Sitter.sitDown(planOf(desk, desks), (line) => {
        // What is measured is the memory of a desk, not that of the judge as well.
        if (line.kind !== 'memory') desk.said.push(line)
      })
      fresh += await sitter.take(Infinity)
      fresh += await sitter.hand()
      await sitter.close()
    }
  }
}

/** Each word, and how often it stands there. */
function tally(words: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].map(([word, count]) => `${word} ${count}`).join(', ')
}

function report(desks: readonly Desk[], records: number): void {
  const all = desks.flatMap(({ said }) => said)
  const count = (kind: Said['kind']) => all.filter((line) => line.kind === kind).length
  const acts = all.filter((line) => line.kind === 'act')
  const kinds = tally(acts.map(({ act }) => act))
  const codes = tally(all.flatMap((line) => (line.kind === 'full' ? [line.code] : [])))
  const sittings = desks.reduce((sum, desk) => sum + desk.sittings, 0)
  const closed = desks.flatMap(({ grown }) => grown)
  const killed = desks.reduce((sum, desk) => sum + desk.killed, 0)
  const memory = desks.map(({ said }) => said.filter((line) => line.kind === 'memory').map(({ usedMB }) => usedMB))
  const resident = Math.max(...all.map((line) => (line.kind === 'memory' ? line.residentMB : 0)))
  log(`\n${sittings} sittings of three desks, ${acts.length} acts: ${kinds}`)
  log(`killed ${killed}; disk full and said so ${count('full')}: ${codes}`)
  log(`bundles handed out ${count('exported')}, taken in ${count('took')}; records at the end ${records}`)
  const perAct = median(closed.map(({ bytes, acts: done }) => bytes / Math.max(1, done) / 1000))
  log(
    `files: ${perAct.toFixed(1)} KB an act with its snapshots (median of ${closed.length} sittings that were closed and took nothing in)`,
  )
  log(
    `memory in use: ${memory.map((used) => `${used.at(0)?.toFixed(0)} to ${used.at(-1)?.toFixed(0)}`).join(', ')} MB ` +
      `by desk, first and last; at most ${resident.toFixed(0)} MB resident`,
  )
}

try {
  await installFaultyDisk()
  log(`soak: ${dossiers} dossiers, ${hours} simulated hours, seed ${seed}`)
  const desks = await makeDesks()
  await settle(desks.slice(0, 1))
  const chance = new Chance(seed, 'soak')
  const until = beganAt + hours * 3_600_000
  for (let round = 1; desks.some(({ now }) => now < until); round += 1) {
    await Promise.all(desks.filter(({ now }) => now < until).map((desk) => sit(desk, desks, chance)))
    const clock = new Date(Math.min(...desks.map(({ now }) => now))).toISOString().slice(0, 16)
    log(
      `round ${round}, ${clock}: ${desks.map(({ said }) => said.filter((line) => line.kind === 'act').length).join(' + ')} acts`,
    )
    // From time to time, and not only at the end: what was lost is then known to be of one of these sittings.
    if (round % 5 === 0) for (const desk of desks) problems.push(...(await heldAgainst(desk.root, desk.said)))
    if (problems.length > 0) break
  }
  if (problems.length === 0) {
    await settle(desks)
    for (const desk of desks) problems.push(...(await heldAgainst(desk.root, desk.said)))
    const { records, problems: unequal } = await differences(desks.map(({ root }) => root))
    problems.push(...unequal)
    report(desks, records)
  }
  if (values.json !== undefined) {
    writeFileSync(values.json, JSON.stringify({ problems, desks: desks.map(({ said, grown }) => ({ said, grown })) }))
  }
  for (const problem of problems) console.error(`WRONG: ${problem}`)
  log(
    problems.length === 0
      ? '\nequal at the end, nothing lost'
      : `\n${problems.length} problems; the worlds are in ${folder}`,
  )
  process.exitCode = problems.length === 0 ? 0 : 1
} finally {
  if (problems.length === 0) rmSync(folder, { recursive: true, force: true })
}
