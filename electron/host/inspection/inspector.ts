import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Inspection } from '@shared/inspection/finding'
import type { DocumentTables, WorkbookReading } from '@shared/ipc/workbook-reading'
import { Serial } from '../lib/serial'
import { alone, inspectHere, type InspectionAnswer, type InspectionAsk, type InspectionJob } from './inspection-job'
import { readDocumentTables } from './read-document-tables'
import { readWorkbook } from './read-workbook'

/** Looks into files, one at a time. A file that takes too long or too much memory is answered as one, never thrown. */
export type Inspector = {
  readonly inspect: (job: InspectionJob) => Promise<Inspection>
  /** The cells of a workbook as a person sees them; beyond the limits it is too much, and nothing of it is read. */
  readonly readWorkbook: (bytes: Uint8Array) => Promise<WorkbookReading>
  /** The tables of a text document, under the same limits. */
  readonly readDocument: (bytes: Uint8Array) => Promise<DocumentTables>
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

/** Does the work in the thread that asks. */
export const inspectorHere: Inspector = {
  inspect: inspectHere,
  readWorkbook: (bytes) => readWorkbook(Buffer.from(bytes)),
  readDocument: (bytes) => readDocumentTables(Buffer.from(bytes)),
  rest: async () => undefined,
}

/** Looks into every file in a thread of its own with a memory cap and a watchdog, as bundles are read. */
export function createInspector(options: InspectorOptions = {}): Inspector {
  const entry = options.worker ?? builtWorker()
  if (entry === undefined) return inspectorHere
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
  /** What the thread answers, or what became of it: it is ended where it gave no answer. */
  const asked = (question: InspectionAsk): Promise<Exclude<Outcome, { readonly kind: 'failed' }>> =>
    serial.run(async () => {
      worker ??= start()
      const outcome = await ask(worker, question, timeLimitMs)
      if (outcome.kind !== 'late' && outcome.kind !== 'heavy' && outcome.kind !== 'failed') return outcome
      await rest()
      if (outcome.kind === 'failed') throw new Error(`looking into a file failed: ${outcome.message}`)
      return outcome
    })
  return {
    inspect: async (job) => {
      const outcome = await asked({ kind: 'inspect', job })
      if (outcome.kind === 'inspected') return outcome.inspection
      return outcome.kind === 'late'
        ? alone('too-long', String(timeLimitMs / 1000))
        : alone('too-heavy', String(maxMemoryMB))
    },
    readWorkbook: async (bytes) => {
      const outcome = await asked({ kind: 'read-workbook', bytes })
      return outcome.kind === 'read-workbook' ? outcome.reading : { problem: 'too-much' }
    },
    readDocument: async (bytes) => {
      const outcome = await asked({ kind: 'read-document', bytes })
      return outcome.kind === 'read-document' ? outcome.reading : { problem: 'too-much' }
    },
    rest: () => serial.run(rest),
  }
}

type Outcome = InspectionAnswer | { readonly kind: 'late' } | { readonly kind: 'heavy' }

function ask(worker: Worker, question: InspectionAsk, limitMs: number): Promise<Outcome> {
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
    worker.postMessage(question)
  })
}

/** electron-vite writes the worker as an entry of its own; this code may have gone into `chunks/`. */
function builtWorker(): InspectorOptions['worker'] {
  const candidates = ['./inspection-worker.js', '../inspection-worker.js'].map((path) => new URL(path, import.meta.url))
  const url = candidates.find((candidate) => existsSync(candidate))
  return url === undefined ? undefined : { url }
}
