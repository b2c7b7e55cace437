import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkWorld } from '../desk/check'
import type { Job } from '../desk/jobs'
import { copyWorld } from '../desk/worlds'
import { survivals } from '../disk/model-disk'
import type { Tally } from './report'
import { runWorker } from './run-worker'

type Around = {
  readonly worlds: string
  readonly scratch: string
  readonly lanes: number
  readonly jobs: readonly Job[]
}

/** Stops the host before every k-th changing call of every job, and again with what a power cut takes away. */
export async function abortMatrix(
  tally: Tally,
  { worlds, scratch, lanes, jobs }: Around,
  /** Every how many calls one is tried: 1 for all; a sample begins elsewhere in every job. */
  step: number,
): Promise<void> {
  for (const [index, job] of jobs.entries()) {
    const seen = new Set<string>()
    let k = step === 1 ? 1 : 1 + (index % step)
    let isDone = false
    const lane = async (number: number): Promise<void> => {
      while (!isDone) {
        const here = k
        k += step
        const folder = join(scratch, `abort-${job.name}-${number}`)
        isDone = (await stopAt(tally, job, here, { worlds, folder, seen })) || isDone
        rmSync(folder, { recursive: true, force: true })
      }
    }
    await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)))
  }
}

async function stopAt(
  tally: Tally,
  job: Job,
  k: number,
  { worlds, folder, seen }: { worlds: string; folder: string; seen: Set<string> },
): Promise<boolean> {
  mkdirSync(folder, { recursive: true })
  const root = join(folder, 'world')
  const crashes = join(folder, 'crashes')
  const before = copyWorld(worlds, job.world, root)
  job.prepare?.(root)
  const end = await runWorker({ job: job.name, root, stop: { k, crashes, seed: k } })
  const where = `${job.name}, call ${k}`
  if (end.broke !== null) {
    tally.add(where, { problems: [`broke: ${end.broke}`], codes: [] })
    return true
  }
  const lines = [...before, ...end.lines]
  const states = [
    ['killed', root],
    ...survivals(k).map(({ name }, index) => [`power cut, ${name}`, join(crashes, String(index))]),
  ] as const
  for (const [name, state] of states) {
    // The same disk with no more acknowledged is the same case.
    const print = `${lines.length} ${hashOf(state)}`
    if (seen.has(print)) continue
    seen.add(print)
    tally.add(`${where}, ${name}`, await checkWorld(state, lines))
  }
  return end.isFinished
}

function hashOf(folder: string): string {
  const hash = createHash('sha256')
  const walk = (path: string, name: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const below = join(path, entry.name)
      hash.update(`${name}/${entry.name}\n`)
      if (entry.isDirectory()) walk(below, `${name}/${entry.name}`)
      else hash.update(readFileSync(below))
    }
  }
  walk(folder, '')
  return hash.digest('hex')
}
