import { createHash } from 'node:crypto'
import { link, mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fail } from '../lib/failure'
import { mayWrite, partOf } from './guarded-folder'
import { named } from './named-failure'
import { patiently } from './patience'
import { modeOf } from './private-files'
import { borrowBuffer, pieceSize, returnBuffer } from './scratch'

export type Digest = { readonly sha256: string; readonly size: number }

/** SHA-256 and size of bytes. */
export const digestOf = (bytes: Uint8Array): Digest => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.length,
})

/** SHA-256 and size of a file, read from the disk in a stream. */
export async function digestOfFile(path: string): Promise<Digest> {
  const hash = createHash('sha256')
  const handle = await patiently(() => open(path, 'r'))
  const buffers = [borrowBuffer(), borrowBuffer()] as const
  try {
    let size = 0
    for (let next = handle.read(buffers[0], 0, pieceSize, 0), turn = 1; ; turn = 1 - turn) {
      const { bytesRead, buffer } = await next
      if (bytesRead === 0) return { sha256: hash.digest('hex'), size }
      size += bytesRead
      next = handle.read(buffers[turn === 1 ? 1 : 0], 0, pieceSize, size)
      hash.update(buffer.subarray(0, bytesRead))
    }
  } finally {
    await handle.close()
    for (const buffer of buffers) returnBuffer(buffer)
  }
}

/** Makes what was written into a file survive a power cut, whoever wrote it. */
export async function syncFile(path: string): Promise<void> {
  // Windows makes nothing safe through a handle that only reads.
  const handle = await patiently(() => open(path, 'r+'))
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a rename in `folder` survive a power cut. Windows cannot open folders and needs no such call. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes a folder, and those above it that are missing, so that they survive a power cut. */
export const makeFolder = (path: string, mode?: number): Promise<void> => makeFolders([path], mode)

/** The same for several: a folder that they share is synced once. */
export async function makeFolders(paths: readonly string[], mode?: number): Promise<void> {
  const changed = new Set<string>()
  for (const path of new Set(paths)) {
    const first = await mkdir(path, { recursive: true, mode: mode ?? modeOf(path, 'folder') })
    if (first === undefined) continue
    for (let made = path; ; made = dirname(made)) {
      changed.add(dirname(made))
      if (made === first || made === dirname(made)) break
    }
  }
  for (const folder of changed) await syncFolder(folder).catch(unlessForbidden)
}

/** Gives a file (or folder) its name, also where somebody holds it for a moment. */
export const renamePatiently = (from: string, to: string): Promise<void> => patiently(() => rename(from, to))

/** A folder that we may write into but not open, or a drive that knows no such call. */
function unlessForbidden(error: unknown): void {
  const { code } = error as NodeJS.ErrnoException
  if (!['EACCES', 'EPERM', 'EINVAL', 'ENOTSUP'].includes(code ?? '')) throw error
}

/** What is written: bytes, or what streams them and answers their SHA-256. */
export type DurableContent = Uint8Array | ((handle: FileHandle) => Promise<string>)

/**
 * Writes `path` through a part file beside it (`partOf` unless another name is given): fsync, re-read and re-hash,
 * rename (or what `place` does instead, in the same folder), fsync of the folder. Nothing half-written stays. In a
 * profile whoever lost it is stopped before, at the rename, and before it is called written.
 * A streaming `content` answers the SHA-256 of what it wrote. @throws HostFailure `file.read-back`, `profile.lost`
 */
export const writeDurably = (
  path: string,
  content: DurableContent,
  part = partOf(path),
  place: (part: string) => Promise<void> = (whole) => renamePatiently(whole, path),
): Promise<Digest> =>
  within(path, part, async () => {
    const digest = await writeAndName(path, content, part, place)
    await syncFolder(dirname(path))
    await mayWrite(path)
    return digest
  })

/**
 * The same but for the fsync of the folder: for one of many files, whose folders are synced once when all stand there.
 * Until then it is whole, but a power cut may take its name.
 */
export const writeWhole = (path: string, content: DurableContent, part = partOf(path)): Promise<Digest> =>
  within(path, part, async () => {
    const digest = await writeAndName(path, content, part, (whole) => renamePatiently(whole, path))
    await mayWrite(path)
    return digest
  })

async function writeAndName(
  path: string,
  content: DurableContent,
  part: string,
  place: (part: string) => Promise<void>,
): Promise<Digest> {
  await mayWrite(path)
  const sha256 = await writePart(part, content)
  const readBack = await digestOfFile(part)
  if (sha256 !== readBack.sha256) fail('file.read-back', { path })
  await mayWrite(path)
  await place(part)
  return readBack
}

/** Whatever fails names the file, and leaves no part of it. */
async function within<T>(path: string, part: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    await patiently(() => rm(part, { force: true })).catch(() => undefined)
    throw named(error, path, part)
  }
}

/**
 * Gives a whole part file its name, unless something has that name already: two computers may write into one folder in
 * the same moment. Where the drive knows no second name for a file (FAT, some shares) a look before the rename must do.
 */
export async function placeUnlessTaken(part: string, path: string): Promise<boolean> {
  try {
    await patiently(() => link(part, path))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    await renamePatiently(part, path)
    return true
  }
  await patiently(() => rm(part, { force: true }))
  return true
}

async function writePart(part: string, content: DurableContent): Promise<string> {
  const handle = await patiently(() => open(part, 'w', modeOf(part, 'file')))
  try {
    let sha256: string
    if (typeof content === 'function') sha256 = await content(handle)
    else {
      await handle.writeFile(content)
      sha256 = digestOf(content).sha256
    }
    await handle.sync()
    return sha256
  } finally {
    await handle.close()
  }
}
