import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { privateMode } from '../files/private-files'
import { startOf, stateOf } from './this-computer'

/** `lock` as versions before 0.2 write and read it: process and start, and nothing of the computer. */
const olderLock = (root: string): string => join(root, 'lock')

/** What an older version's lock says of its process, which may be of another computer. */
export async function olderHolder(root: string): Promise<'none' | 'running' | 'gone'> {
  const text = await readFile(olderLock(root), 'utf8').catch(() => '')
  const [pid = '', start = '-'] = text.trim().split(' ')
  const process = Number(pid)
  if (!Number.isSafeInteger(process) || process <= 0) return 'none'
  if (process === globalThis.process.pid) return 'gone'
  return (await stateOf(process, start)) === 'gone' ? 'gone' : 'running'
}

/**
 * Tells an older version on this computer that the profile is open. It cannot be told on another one, nor on a full
 * disk.
 */
export async function writeOlderLock(root: string): Promise<void> {
  const words = `${process.pid} ${await startOf(process.pid)}\n`
  await writeFile(olderLock(root), words, { mode: privateMode.file }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  })
}

export const removeOlderLock = (root: string): Promise<void> => rm(olderLock(root), { force: true })
