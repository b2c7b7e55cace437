/** Publishing away from the main thread: one worker, one job at a time, each of which can be cancelled. */
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { type ReadingMark } from '@shared/domain/reading-mark'
import { type MarkedCopy, type MarkedCopyWords } from '@shared/publishing/pdf/marked-copy'
import { type RenderedPdf, type RenderPdfOptions } from '@shared/publishing/pdf/render-pdf'
import { type Signer } from '@shared/publishing/signing/cms'
import { type SignPdfOptions } from '@shared/publishing/signing/sign-pdf'
import { reviveFailure, type JobOutcome, type PublishingJob, type PublishingResult } from './publishing-job'
import { type createJobRunner } from './run-job'

export interface CancelOptions {
  /** Aborting rejects with the signal's reason; work under way is given up. */
  signal?: AbortSignal
}

export interface Publisher {
  /** Rejects with `DocumentIncompleteError` or `MissingGlyphError` when the model may not be printed. */
  renderPdf: (model: unknown, options?: RenderPdfOptions & CancelOptions) => Promise<RenderedPdf>
  renderDocx: (model: unknown, options?: CancelOptions) => Promise<Uint8Array<ArrayBuffer>>
  /** As `markedCopy` of shared/publishing; rejects with `MarkedCopyError` or `MissingGlyphError`. */
  markPdf: (
    bytes: Uint8Array,
    marks: readonly ReadingMark[],
    words: MarkedCopyWords,
    options?: CancelOptions,
  ) => Promise<MarkedCopy>
  /** As `signPdf` of shared/publishing; rejects with `PdfSigningError`. The key's handle goes to the thread. */
  signPdf: (
    bytes: Uint8Array<ArrayBuffer>,
    signer: Signer,
    options: SignPdfOptions & CancelOptions,
  ) => Promise<Uint8Array<ArrayBuffer>>
  /** The .p7s over exactly these bytes; `signedAt` is the local clock's instant in UTC. */
  signDetached: (
    bytes: Uint8Array<ArrayBuffer>,
    signer: Signer,
    signedAt: string,
    options?: CancelOptions,
  ) => Promise<Uint8Array<ArrayBuffer>>
  /** Stops the thread; jobs that wait are rejected. */
  close: () => Promise<void>
}

/** A file that runs as the worker, and how Node must be told to run it. */
export interface WorkerEntry {
  url: URL
  execArgv?: string[]
}

export interface PublisherOptions {
  /** The folder that holds `fonts/`; default: found above this file. */
  resources?: string
  /** Default: the built worker beside this code; without one (plain sources) work is done in this thread. */
  worker?: WorkerEntry
}

/** The publisher for a shell or the command line. Starts nothing until the first job. */
export function createPublisher(options: PublisherOptions = {}): Publisher {
  const entry = options.worker ?? builtWorker()
  const run = entry === undefined ? inThisThread(options.resources) : inWorker(entry, options.resources)
  return {
    renderPdf: (model, { signal, ...rest } = {}) => run.job({ kind: 'pdf', model, options: rest }, signal),
    renderDocx: (model, { signal } = {}) => run.job({ kind: 'docx', model }, signal),
    markPdf: (bytes, marks, words, { signal } = {}) => run.job({ kind: 'marked-pdf', bytes, marks, words }, signal),
    signPdf: (bytes, signer, { signal, ...rest }) =>
      run.job({ kind: 'signed-pdf', bytes, signer, options: rest }, signal),
    signDetached: (bytes, signer, signedAt, { signal } = {}) =>
      run.job({ kind: 'signature-file', bytes, signer, signedAt }, signal),
    close: run.close,
  }
}

/** electron-vite writes the worker as an entry of its own; this code may have gone into `chunks/`. */
function builtWorker(): WorkerEntry | undefined {
  const candidates = ['./publishing-worker.js', '../publishing-worker.js'].map((path) => new URL(path, import.meta.url))
  const url = candidates.find((candidate) => existsSync(candidate))
  return url === undefined ? undefined : { url }
}

interface Runner {
  job: <Kind extends PublishingJob['kind']>(
    job: Extract<PublishingJob, { kind: Kind }>,
    signal: AbortSignal | undefined,
  ) => Promise<PublishingResult[Kind]>
  close: () => Promise<void>
}

function inThisThread(resources: string | undefined): Runner {
  // Loaded only here: with a worker, this thread holds neither the writers nor the fonts.
  let runner: Promise<ReturnType<typeof createJobRunner>> | undefined
  const load = () => (runner ??= import('./run-job').then((loaded) => loaded.createJobRunner(resources)))
  return {
    job: async <Kind extends PublishingJob['kind']>(job: PublishingJob, signal: AbortSignal | undefined) => {
      signal?.throwIfAborted()
      const result = await (await load())(job)
      signal?.throwIfAborted()
      return result as PublishingResult[Kind]
    },
    close: () => Promise.resolve(),
  }
}

interface Waiting {
  job: PublishingJob
  resolve: (result: PublishingResult[PublishingJob['kind']]) => void
  reject: (reason: unknown) => void
}

/**
 * Megabytes. A document leaves some megabytes of short-lived buffers behind: with a small nursery they are given back
 * soon, and the process stays small. What lives on (fonts, glyphs) is far below the other bound, which only stops a
 * runaway.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 1024 }

function inWorker(entry: WorkerEntry, resources: string | undefined): Runner {
  let worker: Worker | undefined
  let current: Waiting | undefined
  let queue: Waiting[] = []

  const stop = async () => {
    const stopped = worker
    worker = undefined
    await stopped?.terminate()
  }
  const start = (): Worker => {
    const started = new Worker(entry.url, {
      workerData: { resources },
      resourceLimits,
      ...(entry.execArgv && { execArgv: entry.execArgv }),
    })
    // An idle worker must not keep the process alive.
    started.unref()
    started.on('message', (outcome: JobOutcome) => {
      if (worker === started) settle(outcome)
    })
    started.on('error', (error) => {
      if (worker !== started) return
      worker = undefined
      settle(error)
    })
    return started
  }
  const settle = (outcome: JobOutcome | Error) => {
    const done = current
    current = undefined
    worker?.unref()
    if (outcome instanceof Error) done?.reject(outcome)
    else if (outcome.kind === 'failed') done?.reject(reviveFailure(outcome.failure))
    else done?.resolve(outcome.result)
    next()
  }
  const next = () => {
    if (current !== undefined) return
    current = queue.shift()
    if (current === undefined) return
    worker ??= start()
    worker.ref()
    worker.postMessage(current.job)
  }
  const giveUp = (waiting: Waiting, reason: unknown) => {
    waiting.reject(reason)
    queue = queue.filter((other) => other !== waiting)
    if (current !== waiting) return
    current = undefined
    // Setting type is one long computation: only ending the thread stops it.
    void stop().then(next)
  }
  return {
    job: <Kind extends PublishingJob['kind']>(job: PublishingJob, signal: AbortSignal | undefined) =>
      new Promise<PublishingResult[Kind]>((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason as Error)
          return
        }
        const waiting: Waiting = { job, resolve: resolve as Waiting['resolve'], reject }
        signal?.addEventListener('abort', () => giveUp(waiting, signal.reason), { once: true })
        queue.push(waiting)
        next()
      }),
    close: async () => {
      const closed = new Error('the publisher was closed')
      const open = [...(current === undefined ? [] : [current]), ...queue]
      current = undefined
      queue = []
      for (const waiting of open) waiting.reject(closed)
      await stop()
    },
  }
}
