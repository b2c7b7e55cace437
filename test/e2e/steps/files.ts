import { copyFile, readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { digestOf } from '@host/files/durable-file'

/** Carries a file from one desk's folder to another's, as a USB stick does. @returns the new path */
export async function carry(path: string, toFolder: string): Promise<string> {
  const target = join(toFolder, basename(path))
  await copyFile(path, target)
  return target
}

/** SHA-256 of a file as it is on disk now. */
export const hashOf = async (path: string): Promise<string> => digestOf(await readFile(path)).sha256

/** Path and hash of every file under a folder: equal before and after means not one byte changed. */
export async function hashesUnder(folder: string): Promise<Readonly<Record<string, string>>> {
  const hashes: Record<string, string> = {}
  for (const name of (await readdir(folder, { recursive: true })).toSorted()) {
    const path = join(folder, name)
    if ((await stat(path)).isFile()) hashes[name] = await hashOf(path)
  }
  return hashes
}
