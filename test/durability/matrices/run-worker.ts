import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { readLines, type Line } from '../desk/ledger'
import type { WorkerPlan } from '../worker'

export type WorkerEnd = {
  readonly lines: readonly Line[]
  readonly isFinished: boolean
  /** What it said on its way out if it broke. */
  readonly broke: string | null
}

/** Runs a worker until it is killed: by itself, or `killAfter` ms after it was ready. */
export function runWorker(plan: WorkerPlan, killAfter: number | null = null): Promise<WorkerEnd> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'worker.js'), JSON.stringify(plan)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  let timer: NodeJS.Timeout | undefined
  // A character may lie over the end of a piece.
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    output += piece
    if (killAfter !== null && output.includes('"ready"')) timer ??= setTimeout(() => child.kill('SIGKILL'), killAfter)
  })
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (errors += piece))
  const watchdog = setTimeout(() => child.kill('SIGKILL'), 120_000)
  return new Promise((resolve) => {
    child.on('close', (_code, signal) => {
      clearTimeout(watchdog)
      clearTimeout(timer)
      const lines = readLines(output)
      const isFinished = output.includes('"finished"')
      resolve({ lines, isFinished, broke: signal === 'SIGKILL' ? null : errors.slice(-2000) || 'ended by itself' })
    })
  })
}
