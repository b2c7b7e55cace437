/**
 * One process of the harness: a desk on a faulty disk. Its argument is a plan as JSON; what was acknowledged goes to
 * the parent line by line. Ends by SIGKILL, of its own or of its parent.
 */
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { ModelDisk, survivals } from './disk/model-disk'
import { arm, installFaultyDisk } from './disk/faulty-disk'
import { BlackBox } from './desk/black-box'
import { jobs } from './desk/jobs'
import { pipeLedger } from './desk/ledger'

export type WorkerPlan = {
  readonly job: string
  readonly root: string
  /** Stops before the k-th changing call and writes what a power cut may leave below `crashes`; else runs for ever. */
  readonly stop: { readonly k: number; readonly crashes: string; readonly seed: number } | null
}

const say = (line: object): void => {
  writeSync(1, `${JSON.stringify(line)}\n`)
}

const die = (): never => {
  process.kill(process.pid, 'SIGKILL')
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
}

const plan = JSON.parse(process.argv[2] ?? '') as WorkerPlan
const job = jobs.find(({ name }) => name === plan.job)!
const { stop } = plan

function armStop(): void {
  if (stop === null) return
  const model = new ModelDisk(plan.root)
  const crash = (isFinished: boolean) => {
    survivals(stop.seed).forEach((survival, index) => model.writeCrash(join(stop.crashes, String(index)), survival))
    if (isFinished) say({ kind: 'finished' })
    die()
  }
  arm(
    {
      before: (_call, number) => {
        if (number === stop.k) crash(false)
      },
    },
    model,
  )
  finish = () => crash(true)
}
let finish: () => void = die

await installFaultyDisk()
if (job.from === 'start') armStop()
say({ kind: 'ready' })
const desk = await BlackBox.start(plan.root)
if (job.from === 'open') {
  await desk.unlock()
  armStop()
  say({ kind: 'ready' })
}
if (stop !== null) {
  await job.run(desk, pipeLedger)
  finish()
}
const isRepeatable = !['create', 'import', 'restore', 'repair', 'open'].includes(job.name)
do await job.run(desk, pipeLedger)
while (isRepeatable)
say({ kind: 'finished' })
// The parent's kill comes when it comes.
setInterval(() => undefined, 1000)
