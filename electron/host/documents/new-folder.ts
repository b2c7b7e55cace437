import { lstat, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { checkFileName, requireFolder, writeNewFile, type NewFile, type Written } from '../files/new-file'
import { clearWay, withPart } from '../files/part-files'
import { fail } from '../lib/failure'
import { renamePatiently, syncFolder } from '../files/durable-file'
import { freeBytesOf, type FreeBytes } from '../files/space'

type NewFolder = { readonly folder: string; readonly files: readonly Written[] }

/**
 * Writes files into a new folder below `parent`, all or none: into a part folder, each fsynced, read back and hashed,
 * then the folder gets its name. A folder or file of that name is never touched: the new one is called "name (2)".
 * @param name of the new folder
 * @throws HostFailure naming the folder or file; nothing is left behind
 */
export async function writeNewFolder(
  parent: string,
  name: string,
  files: readonly NewFile[],
  freeBytes: FreeBytes = freeBytesOf,
): Promise<NewFolder> {
  for (const fileName of [name, ...files.map((file) => file.fileName)]) checkFileName(fileName)
  await requireFolder(parent)
  if ((await freeBytes(parent)) < totalSize(files) + 1_000_000) fail('disk.full', { path: parent })
  const folder = await freeFolder(parent, name)
  await clearWay(folder)
  return withPart(folder, async (part) => {
    let place = part
    try {
      await mkdir(part)
      const written: Written[] = []
      for (const file of files) written.push(await writeNewFile(part, file))
      await renamePatiently(part, folder)
      place = folder
      await syncFolder(parent)
      return { folder, files: written.map((file) => ({ ...file, path: join(folder, file.fileName) })) }
    } catch (error) {
      await rm(place, { force: true, recursive: true }).catch(() => undefined)
      throw error
    }
  })
}

const totalSize = (files: readonly NewFile[]): number =>
  files.reduce((sum, { content }) => sum + (content instanceof Uint8Array ? content.length : content.size), 0)

async function freeFolder(parent: string, name: string): Promise<string> {
  for (let number = 1; number < 1000; number += 1) {
    const path = join(parent, number === 1 ? name : `${name} (${number})`)
    if ((await lstat(path).catch(() => null)) === null) return path
  }
  return fail('exchange.too-many', { path: join(parent, name) })
}
