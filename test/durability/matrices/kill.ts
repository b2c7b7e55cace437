import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { checkWorld } from '../desk/check'
import type { Job } from '../desk/jobs'
import { copyWorld } from '../desk/worlds'
import { randomOf } from '../disk/model-disk'
import type { Tally } from './report'
import { runWorker } from './run-worker'

/** Longest time from ready to kill, in ms: past the end of every job that does not repeat. */
const longest = 250

/** Kills the host from outside at random moments of every job. */
export async function killMatrix(
  tally: Tally,
  { worlds, scratch, lanes, jobs }: { worlds: string; scratch: string; lanes: number; jobs: readonly Job[] },
  { count, seed }: { count: number; seed: number },
): Promise<void> {
  const random = randomOf(seed)
  const moments = Array.from({ length: count }, (_, index) => ({
    index,
    job: jobs[index % jobs.length]!,
    after: Math.round(random() * longest),
  }))
  const lane = async (): Promise<void> => {
    for (let moment = moments.shift(); moment !== undefined; moment = moments.shift()) {
      const { job, after, index } = moment
      const folder = join(scratch, `kill-${index}`)
      const root = join(folder, 'world')
      mkdirSync(folder, { recursive: true })
      const before = copyWorld(worlds, job.world, root)
      job.prepare?.(root)
      const { lines, broke } = await runWorker({ job: job.name, root, stop: null }, after)
      const where = `${job.name}, ${after} ms, seed ${seed}/${index}`
      if (broke === null) tally.add(where, await checkWorld(root, [...before, ...lines]))
      else tally.add(where, { problems: [`broke: ${broke}`], codes: [] })
      rmSync(folder, { recursive: true, force: true })
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
