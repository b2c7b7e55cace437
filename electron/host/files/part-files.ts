import { createHash } from 'node:crypto'
import { lstat, readdir, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { isAlive } from './live-process'

/** This computer, in three digits: a folder may be shared with others that are writing just now. */
const here = createHash('sha256').update(hostname()).digest('hex').slice(0, 3)

/** What this process is writing. */
const beingWritten = new Set<string>()

/** `<name>.<computer><process>.part`: whose it is shows when nobody writes it any more. */
const partPathOf = (path: string): string => `${path}.${here}${process.pid.toString(36)}.part`

/** Runs a writing through a part file (or folder) beside `path`, which is known as being written until it ends. */
export async function withPart<T>(path: string, write: (part: string) => Promise<T>): Promise<T> {
  const part = partPathOf(path)
  beingWritten.add(part)
  try {
    return await write(part)
  } finally {
    beingWritten.delete(part)
  }
}

/**
 * Removes what runs of this computer that were killed had begun to write into a folder, and answers the names of the
 * files that were not finished. What another computer or a running program writes is left alone.
 */
export async function removeLeftovers(folder: string): Promise<string[]> {
  const unfinished: string[] = []
  for (const name of await readdir(folder).catch(() => [])) {
    const [, fileName, computer, pid] = /^(.+)\.([0-9a-f]{3})([0-9a-z]{1,7})\.part$/u.exec(name) ?? []
    if (fileName === undefined || computer !== here || pid === undefined) continue
    const writer = Number.parseInt(pid, 36)
    const path = join(folder, name)
    if (writer === process.pid ? beingWritten.has(path) : isAlive(writer)) continue
    // A part that has its proper name as well was whole.
    const found = await lstat(path).catch(() => null)
    await rm(path, { force: true, recursive: true })
    if (found === null || found.isDirectory() || found.nlink === 1) unfinished.push(fileName)
  }
  return unfinished
}

/** The same in the folder of a file that is about to be written, with what older versions left of that very name. */
export async function clearWay(path: string): Promise<void> {
  await removeLeftovers(dirname(path)).catch(() => undefined)
  // Never a link to somewhere else.
  for (const part of [`${path}.part`, partPathOf(path)]) await rm(part, { force: true, recursive: true })
}
