import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Inspection } from '@shared/inspection/finding'
import { Serial } from '../lib/serial'
import { alone, inspectHere, type InspectionAnswer, type InspectionJob } from './inspection-job'

/** Looks into files, one at a time. A file that takes too long or too much memory is answered as one, never thrown. */
export type Inspector = {
  readonly inspect: (job: InspectionJob) => Promise<Inspection>
  /** Ends the thread; the next file starts another. */
  readonly rest: () => Promise<void>
}

export type InspectorOptions = {
  /**
   * A file that runs as the worker. Default: the built one beside this code; without one, this thread does the work.
   */
  readonly worker?: { readonly url: URL; readonly execArgv?: string[] }
  /** Memory of the thread, in MB. */
  readonly maxMemoryMB?: number
  /** Milliseconds for one file. An ordinary one takes a few. */
  readonly timeLimitMs?: number
}

/** Looks into every file in a thread of its own with a memory cap and a watchdog, as bundles are read. */
export function createInspector(options: InspectorOptions = {}): Inspector {
  const entry = options.worker ?? builtWorker()
  if (entry === undefined) return { inspect: inspectHere, rest: async () => undefined }
  const { maxMemoryMB = 512, timeLimitMs = 20_000 } = options
  const serial = new Serial()
  let worker: Worker | null = null
  const rest = async (): Promise<void> => {
    const ending = worker
    worker = null
    await ending?.terminate()
  }
  const start = (): Worker => {
    const started = new Worker(entry.url, {
      resourceLimits: { maxOldGenerationSizeMb: maxMemoryMB, maxYoungGenerationSizeMb: 64 },
      ...(entry.execArgv && { execArgv: entry.execArgv }),
    })
    // An idle thread must not keep the process alive; the watchdog does while a file is looked into.
    started.unref()
    // What goes wrong after an answer is nobody's any more.
    started.on('error', () => undefined)
    return started
  }
  return {
    inspect: (job) =>
      serial.run(async () => {
        worker ??= start()
        const outcome = await ask(worker, job, timeLimitMs)
        if (outcome.kind === 'inspected') return outcome.inspection
        await rest()
        if (outcome.kind === 'failed') throw new Error(`looking into a file failed: ${outcome.message}`)
        return outcome.kind === 'late'
          ? alone('too-long', String(timeLimitMs / 1000))
          : alone('too-heavy', String(maxMemoryMB))
      }),
    rest: () => serial.run(rest),
  }
}

type Outcome = InspectionAnswer | { readonly kind: 'late' } | { readonly kind: 'heavy' }

function ask(worker: Worker, job: InspectionJob, limitMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      clearTimeout(watchdog)
      worker.off('message', settle).off('error', onError).off('exit', onExit)
      resolve(outcome)
    }
    const onError = (error: Error & { code?: string }): void => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      settle(isMemory ? { kind: 'heavy' } : { kind: 'failed', message: error.stack ?? error.message })
    }
    const onExit = (): void => settle({ kind: 'failed', message: 'the thread ended' })
    const watchdog = setTimeout(() => settle({ kind: 'late' }), limitMs)
    worker.on('message', settle).on('error', onError).on('exit', onExit)
    worker.postMessage(job)
  })
}

/** electron-vite writes the worker as an entry of its own; this code may have gone into `chunks/`. */
function builtWorker(): InspectorOptions['worker'] {
  const candidates = ['./inspection-worker.js', '../inspection-worker.js'].map((path) => new URL(path, import.meta.url))
  const url = candidates.find((candidate) => existsSync(candidate))
  return url === undefined ? undefined : { url }
}
