import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { HostFailure, refusal } from '../lib/failure'
import { readBundleHere, type BundleAnswer, type BundleToRead } from './bundle-job'
import type { OpenedBundle } from './read-bundle'

/** Opens and verifies bundles. @throws HostFailure `bundle.*`; RangeError if a file is shorter than it says */
export type BundleReader = (input: BundleToRead) => Promise<OpenedBundle>

export type BundleReaderOptions = {
  /**
   * A file that runs as the worker. Default: the built one beside this code; without one, this thread does the work.
   */
  readonly worker?: { readonly url: URL; readonly execArgv?: string[] }
  /** Memory of the reading thread; a file that needs more is refused. */
  readonly maxMemoryMB?: number
  /** Milliseconds for a file of so many bytes, after which reading is given up. */
  readonly timeLimit?: (bytes: number) => number
}

/** A minute, and a second more for every 10 MB: many times what a slow disk needs. */
const defaultTimeLimit = (bytes: number): number => 60_000 + bytes / 10_000

/**
 * Reads every bundle in a thread of its own with a memory cap and a watchdog, so that a hostile file can neither stop
 * the desk nor take it down.
 */
export function createBundleReader(options: BundleReaderOptions = {}): BundleReader {
  const entry = options.worker ?? builtWorker()
  if (entry === undefined) return readBundleHere
  const { maxMemoryMB = 1024, timeLimit = defaultTimeLimit } = options
  return async (input) => {
    const size = await sizeOf(input)
    const worker = new Worker(entry.url, {
      workerData: input,
      resourceLimits: { maxOldGenerationSizeMb: maxMemoryMB, maxYoungGenerationSizeMb: 16 },
      ...(entry.execArgv && { execArgv: entry.execArgv }),
    })
    try {
      return await readThrough(worker, timeLimit(size))
    } finally {
      await worker.terminate()
    }
  }
}

async function sizeOf(input: BundleToRead): Promise<number> {
  if (input instanceof Uint8Array) return input.length
  return (await stat(typeof input === 'string' ? input : input.path)).size
}

/** electron-vite writes the worker as an entry of its own; this code may have gone into `chunks/`. */
function builtWorker(): BundleReaderOptions['worker'] {
  const candidates = ['./bundle-worker.js', '../bundle-worker.js'].map((path) => new URL(path, import.meta.url))
  const url = candidates.find((candidate) => existsSync(candidate))
  return url === undefined ? undefined : { url }
}

function readThrough(worker: Worker, limitMs: number): Promise<OpenedBundle> {
  return new Promise((resolve, reject) => {
    const watchdog = setTimeout(() => {
      reject(new HostFailure(refusal('bundle.too-long', { seconds: Math.round(limitMs / 1000) })))
    }, limitMs)
    const settle = (act: () => void): void => {
      clearTimeout(watchdog)
      act()
    }
    const records: OpenedBundle['records'][number][] = []
    let head: Extract<BundleAnswer, { kind: 'opened' }> | null = null

    const take = (message: BundleAnswer): void => {
      switch (message.kind) {
        case 'opened':
          // A certificate arrives as plain bytes.
          head = { ...message, head: { ...message.head, certificate: Buffer.from(message.head.certificate) } }
          return goOn()
        case 'records':
          for (const record of message.records) records.push(record)
          return goOn()
        case 'refused':
          return settle(() => reject(new HostFailure(message.error)))
        case 'short':
          return settle(() => reject(new RangeError('source is shorter')))
        case 'bug':
          return settle(() => reject(new Error(`reading a bundle failed: ${message.message}`)))
      }
    }
    const goOn = (): void => {
      if (head === null) return
      const { head: opened, recordCount } = head
      if (records.length === recordCount) return settle(() => resolve({ ...opened, records }))
      // Others have their turn between two portions.
      void setImmediate().then(() => worker.postMessage('next'))
    }
    worker.on('message', take)
    worker.on('error', (error: Error & { code?: string }) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      settle(() => reject(isMemory ? new HostFailure(refusal('bundle.too-heavy')) : error))
    })
    worker.on('exit', () => settle(() => reject(new Error('the reading thread ended'))))
  })
}
