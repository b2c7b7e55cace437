import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'

export type Log = {
  readonly error: (message: string, error: unknown) => void
  /** Something that was noticed; a sentence of our own, no word of anybody else's. */
  readonly note: (message: string) => void
}

/**
 * What went wrong, one JSON line each, in a file of this computer: our own word for it, the kind and code of the error
 * and where in the code. Never the error's message, for messages carry paths, names and content. Synchronous, so that
 * the last words before a crash are there.
 */
export function openLog(folder: string): Log {
  mkdirSync(folder, { recursive: true })
  const logger = pino(pino.destination({ dest: join(folder, 'lianshen.log'), sync: true }))
  return {
    error: (message, error) => {
      logger.error({ err: describe(error) }, message)
    },
    note: (message) => {
      logger.warn(message)
    },
  }
}

function describe(error: unknown): { type: string; code?: string; at: string[] } {
  if (!(error instanceof Error)) return { type: typeof error, at: [] }
  const code = 'code' in error && typeof error.code === 'string' && /^[A-Z_0-9]+$/u.test(error.code) ? error.code : null
  // A line of the stack that is not a place belongs to the message.
  const at = (error.stack ?? '').split('\n').filter((line) => /^ {4}at [^\n]*:\d+:\d+\)?$/u.test(line))
  return { type: error.constructor.name, ...(code !== null && { code }), at: at.map((line) => line.trim()) }
}
