import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'

export type Log = { readonly error: (message: string, error: unknown) => void }

/**
 * What went wrong, one JSON line each, in a file of this computer: the message and where in the code, never a
 * payload. Synchronous, so that the last words before a crash are there.
 */
export function openLog(folder: string): Log {
  mkdirSync(folder, { recursive: true })
  const logger = pino(pino.destination({ dest: join(folder, 'lianshen.log'), sync: true }))
  return {
    error: (message, error) => {
      logger.error({ err: error instanceof Error ? error : new Error(String(error)) }, message)
    },
  }
}
