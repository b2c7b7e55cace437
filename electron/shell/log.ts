import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { makePrivate, privateMode, tellMadePrivate } from '@host/files/private-files'

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
  mkdirSync(folder, { recursive: true, mode: privateMode.folder })
  const dest = join(folder, 'lianshen.log')
  const logger = pino(pino.destination({ dest, sync: true, mode: privateMode.file }))
  // One that an older version made.
  if (process.platform !== 'win32') chmodSync(dest, privateMode.file)
  return {
    error: (message, error) => {
      logger.error({ err: describe(error) }, message)
    },
    note: (message) => {
      logger.warn(message)
    },
  }
}

/**
 * Closes what a shell keeps for one profile (browser database, window place, log) to other users; told once, in the
 * log.
 */
export async function keepShellFolderPrivate(folder: string, { note }: Pick<Log, 'note'>): Promise<void> {
  const told = tellMadePrivate('cache folder', await makePrivate(folder))
  if (told !== null) note(told)
}

function describe(error: unknown): { type: string; code?: string; at: string[] } {
  if (!(error instanceof Error)) return { type: typeof error, at: [] }
  const code = 'code' in error && typeof error.code === 'string' && /^[A-Z_0-9]+$/u.test(error.code) ? error.code : null
  // A line of the stack that is not a place belongs to the message.
  const at = (error.stack ?? '').split('\n').filter((line) => /^ {4}at [^\n]*:\d+:\d+\)?$/u.test(line))
  return { type: error.constructor.name, ...(code !== null && { code }), at: at.map((line) => line.trim()) }
}
