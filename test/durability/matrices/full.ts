import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { arm, disarm, noSpace } from '../disk/faulty-disk'
import { fileSystemError } from '@host/lib/failure'
import { BlackBox, BrokenCall, Refusal } from '../desk/black-box'
import { checkNotice, checkWorld } from '../desk/check'
import type { Job } from '../desk/jobs'
import { memoryLedger, type Ledger } from '../desk/ledger'
import { copyWorld } from '../desk/worlds'
import type { Tally } from './report'

type Case = { readonly job: Job; readonly k: number; readonly isSticky: boolean; readonly root: string }

/** Lets the disk be full from the k-th call that takes room on (or at that one alone), then frees it. */
export async function fullMatrix(
  tally: Tally,
  { worlds, scratch, jobs }: { worlds: string; scratch: string; jobs: readonly Job[] },
  step: number,
): Promise<void> {
  for (const [index, job] of jobs.entries()) {
    for (const isSticky of [true, false]) {
      const first = step === 1 ? 1 : 1 + ((index * 2 + Number(isSticky)) % step)
      for (let k = first, isDone = false; !isDone; k += step) {
        const root = join(scratch, `full-${job.name}-${k}`)
        isDone = await fillAt(tally, { job, k, isSticky, root }, worlds)
        rmSync(root, { recursive: true, force: true })
      }
    }
  }
}

async function fillAt(tally: Tally, { job, k, isSticky, root }: Case, worlds: string): Promise<boolean> {
  const before = copyWorld(worlds, job.world, root)
  job.prepare?.(root)
  const ledger = memoryLedger()
  const problems: string[] = []
  const disk = { wasFull: false, taking: 0 }
  const fill = () => {
    arm(
      {
        before: (call, _number, path) => {
          if (call !== 'create' && call !== 'write' && call !== 'sync') return
          disk.taking += 1
          if (disk.taking !== k && !(isSticky && disk.taking > k)) return
          disk.wasFull = true
          throw noSpace(path)
        },
      },
      null,
    )
  }
  let desk: BlackBox | null = null
  if (job.from === 'start') fill()
  try {
    desk = await BlackBox.start(root)
    if (job.from === 'open') {
      await desk.unlock()
      fill()
    }
    await job.run(desk, ledger)
  } catch (error) {
    problems.push(...(await judgeFailure(error)))
  }
  disarm()
  if (desk !== null) {
    if (disk.wasFull) problems.push(...(await goOn(desk, job, ledger)))
    await desk.close()
  }
  const { problems: found, codes } = await checkWorld(root, [...before, ...ledger.lines])
  tally.add(`${job.name}, full ${isSticky ? 'from' : 'at'} ${k}`, { problems: [...problems, ...found], codes })
  return !disk.wasFull
}

/** A refusal must have its sentence; a broken call is a defect; a start that fails must name the disk. */
async function judgeFailure(error: unknown): Promise<string[]> {
  if (error instanceof Refusal) return checkNotice(error.error)
  if (error instanceof BrokenCall) return [`broke: ${error.message}`]
  const known = fileSystemError(error)
  return known === null ? [`failed without a sentence: ${String(error)}`] : checkNotice(known)
}

/** With room again the same work is done without a restart, or the desk says that it is read-only. */
async function goOn(desk: BlackBox, job: Job, ledger: Ledger): Promise<string[]> {
  try {
    const { profile } = await desk.call('app:get-status', undefined)
    if (profile.kind === 'locked') await desk.unlock()
    await job.run(desk, ledger)
    return []
  } catch (error) {
    if (error instanceof Refusal) {
      const { code } = error.error
      // Done before the disk was full.
      if (['journal.read-only', 'profile.exists', 'bundle.nothing-to-import'].includes(code)) {
        return checkNotice(error.error)
      }
    }
    return [`does not go on: ${String(error)}`]
  }
}
