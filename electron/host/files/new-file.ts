import { createHash } from 'node:crypto'
import { lstat, readdir, rm, stat } from 'node:fs/promises'
import { extname, isAbsolute, join } from 'node:path'
import { visibleText } from '@shared/lib/visible-text'
import { fail } from '../lib/failure'
import { digestOf, digestOfFile, placeUnlessTaken, writeDurably, type Digest } from './durable-file'
import type { ByteSink } from './pour'
import { requireRoom } from './space'
import { clearWay, withPart } from './part-files'

export type Written = Digest & { readonly path: string; readonly fileName: string }

/** A file to write: its bytes, or its size and what streams it. */
export type NewFile = {
  readonly fileName: string
  readonly content: Uint8Array | { readonly size: number; readonly write: (sink: ByteSink) => Promise<unknown> }
}

/** The folder is there; its path must be absolute. @throws HostFailure `folder.missing` or `folder.not-a-folder` */
export async function requireFolder(folder: string): Promise<void> {
  const found = isAbsolute(folder) ? await stat(folder).catch(() => null) : null
  if (found === null) return fail('folder.missing', { folder })
  if (!found.isDirectory()) fail('folder.not-a-folder', { folder })
}

/**
 * Writes one file into a folder through `.part`, read back and hashed before it has its name. Another file of that
 * name is never overwritten: the new one is called "name (2)". The very same bytes there already are left as they are.
 * @throws HostFailure naming the folder or file: missing, no folder, a link in the way, full, read-only
 */
export async function writeNewFile(folder: string, file: NewFile): Promise<Written> {
  checkFileName(file.fileName)
  await requireFolder(folder)
  const size = file.content instanceof Uint8Array ? file.content.length : file.content.size
  await requireRoom(folder, size)
  const known = file.content instanceof Uint8Array ? digestOf(file.content) : null
  let target = await freeTarget(folder, file.fileName, known)
  if (target.isThere && known !== null) return { ...known, path: target.path, fileName: target.fileName }
  await clearWay(target.path)
  const { content } = file
  const place = async (part: string): Promise<void> => {
    while (!(await placeUnlessTaken(part, target.path))) target = await freeTarget(folder, file.fileName, null)
  }
  const digest = await withPart(target.path, (part) =>
    writeDurably(target.path, content instanceof Uint8Array ? content : hashed(content.write), part, place),
  )
  return { ...digest, path: target.path, fileName: target.fileName }
}

/** Writes several files, all or none: if one fails, those already made are removed again. */
export async function writeNewFiles(folder: string, files: readonly NewFile[]): Promise<Written[]> {
  const made: Written[] = []
  const created: string[] = []
  try {
    for (const file of files) {
      const before = new Set(await readdir(folder).catch(() => []))
      const written = await writeNewFile(folder, file)
      made.push(written)
      if (!before.has(written.fileName)) created.push(written.path)
    }
    return made
  } catch (error) {
    for (const path of created) await rm(path, { force: true }).catch(() => undefined)
    throw error
  }
}

/** A writing that answers the SHA-256 of what it wrote, hashed while the system writes. */
const hashed =
  (write: (sink: ByteSink) => Promise<unknown>) =>
  async (file: ByteSink): Promise<string> => {
    const hash = createHash('sha256')
    await write({
      writeFile: async (bytes) => {
        const writing = file.writeFile(bytes)
        hash.update(bytes)
        await writing
      },
    })
    return hash.digest('hex')
  }

async function freeTarget(
  folder: string,
  fileName: string,
  known: Digest | null,
): Promise<{ path: string; fileName: string; isThere: boolean }> {
  const extension = /\.lsb\.age$/iu.exec(fileName)?.[0] ?? extname(fileName)
  const stem = fileName.slice(0, fileName.length - extension.length)
  for (let number = 1; number < 1000; number += 1) {
    const name = number === 1 ? fileName : `${stem} (${number})${extension}`
    const path = join(folder, name)
    const found = await lstat(path).catch(() => null)
    if (found === null) return { path, fileName: name, isThere: false }
    if (found.isSymbolicLink()) fail('exchange.target-link', { path })
    if (found.isDirectory()) fail('exchange.target-folder', { path })
    if (known !== null && found.size === known.size && (await digestOfFile(path)).sha256 === known.sha256) {
      return { path, fileName: name, isThere: true }
    }
  }
  return fail('exchange.too-many', { path: join(folder, fileName) })
}

const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu

/** A name that every system can hold and that stays inside its folder. @throws HostFailure `file.bad-name` */
export function checkFileName(fileName: string): void {
  const isBad =
    /[<>:"/\\|?*\p{Cc}]/u.test(fileName) ||
    visibleText(fileName) !== fileName ||
    /[. ]$/u.test(fileName) ||
    fileName.startsWith('.') ||
    deviceName.test(fileName) ||
    // With the ending of its part file it may have 255.
    Buffer.byteLength(fileName) > 238
  if (isBad) fail('file.bad-name', { fileName })
}
