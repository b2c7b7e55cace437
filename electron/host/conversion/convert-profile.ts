import { createReadStream } from 'node:fs'
import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AttachmentStore } from '../attachments/attachment-store'
import { fail, HostFailure } from '../lib/failure'
import { digestOfFile, syncFolder, writeDurably } from '../files/durable-file'
import { mayWrite } from '../files/guarded-folder'
import { scanLog } from '../journal/frame-file'
import { encodeLog, formatOf, type LogFormats } from '../journal/log-format'
import type { ProfileFolder } from '../profile/profile-folder'
import { convertSnapshots } from './convert-snapshots'
import { isSealed, sealAside } from './seal-aside'
import type { Vault } from '../desk/vault'

/** Whether everything of a desk is encrypted now, and how much was converted for it. */
export type Conversion = {
  /** False while a damaged journal of the older version waits for a person to restore it. */
  readonly isComplete: boolean
  readonly attachments: number
  readonly snapshots: number
}

type OnStep = (converted: number, total: number) => void

/**
 * Encrypts what an older version wrote in the open: journal, drafts, attachments, snapshots. Every file is written
 * beside the old one, read back and compared, and only then takes its place, so that it may be interrupted at any point
 * and goes on at the next unlocking. A damaged journal is left as it is: its restoring writes an encrypted one.
 * @param onStep told before every attachment how many are done, of those that are in the open; it may throw to stop
 * @throws HostFailure `file.read-back`, or a failure of the disk; nothing is lost by it
 */
export async function convertProfile(
  folder: ProfileFolder,
  vault: Vault,
  deskKeyId: string,
  onStep: OnStep = () => undefined,
): Promise<Conversion> {
  await removeHalfWritten(folder.root)
  const journal = await convertLog(folder, folder.journal, vault, vault.journal)
  // Damaged drafts are written anew, encrypted, when they are opened.
  await convertLog(folder, folder.drafts, vault, vault.drafts)
  const attachments = await convertAttachments(folder, vault, onStep)
  const snapshots = await convertSnapshots(folder, vault, deskKeyId)
  return { isComplete: journal, attachments, snapshots }
}

/** A log in the open becomes an encrypted one with the same frames; false if it is damaged. */
async function convertLog(folder: ProfileFolder, path: string, vault: Vault, formats: LogFormats): Promise<boolean> {
  const bytes = await readFile(path).catch(ignoreMissing)
  const format = bytes === null ? null : formatOf(bytes, formats)
  if (bytes === null || format === formats.current) return true
  const scan = format === null ? null : scanLog(bytes, format)
  if (scan === null || scan.tail === 'damaged') return false
  if (scan.tail === 'torn') {
    await sealAside(
      folder,
      `${path.endsWith('journal.lsj') ? 'journal' : 'drafts'}.tail`,
      [bytes.subarray(scan.end)],
      vault,
    )
  }
  const converted = `${path}.sealed`
  await writeDurably(converted, encodeLog(formats.current, scan.frames))
  const again = scanLog(await readFile(converted), formats.current)
  const isSame =
    again.tail === 'clean' &&
    again.frames.length === scan.frames.length &&
    again.frames.every(({ kind, payload }, index) => {
      const before = scan.frames[index]
      return before?.kind === kind && before.payload.equals(payload)
    })
  if (!isSame) fail('file.read-back', { path: converted })
  await mayWrite(path)
  await rename(converted, path)
  await syncFolder(dirname(path))
  return true
}

/** Files named by their own SHA-256 go into the encrypted store; one that is not what its name says goes aside. */
async function convertAttachments(folder: ProfileFolder, vault: Vault, onStep: OnStep): Promise<number> {
  const store = new AttachmentStore(folder.attachments, vault.attachments)
  const inTheOpen: { readonly path: string; readonly sha256: string }[] = []
  for (const shelf of await readdir(folder.attachments).catch(() => [])) {
    for (const name of await readdir(join(folder.attachments, shelf)).catch(() => [])) {
      const path = join(folder.attachments, shelf, name)
      if (name.endsWith('.part')) await rm(path, { force: true })
      else if (/^[0-9a-f]{64}$/u.test(name) && !(await isSealed(path))) inTheOpen.push({ path, sha256: name })
    }
  }
  for (const [converted, file] of inTheOpen.entries()) {
    onStep(converted, inTheOpen.length)
    await convertAttachment(folder, file, store, vault)
  }
  return inTheOpen.length
}

async function convertAttachment(
  folder: ProfileFolder,
  { path, sha256 }: { readonly path: string; readonly sha256: string },
  store: AttachmentStore,
  vault: Vault,
): Promise<void> {
  const { size } = await digestOfFile(path)
  try {
    await store.putPieces(sha256, createReadStream(path) as AsyncIterable<Buffer>)
    await compare(store, sha256, path)
  } catch (error) {
    const isAnother = error instanceof HostFailure && error.error.code === 'attachment.changed'
    if (!isAnother) throw error
    await sealAside(folder, `attachment-${sha256.slice(0, 12)}-${size}`, createReadStream(path), vault)
  }
  await mayWrite(path)
  await rm(path)
}

/** @throws HostFailure `file.read-back` unless the stored file gives back every byte of the other */
async function compare(store: AttachmentStore, sha256: string, path: string): Promise<void> {
  const source = await store.open(sha256)
  try {
    let offset = 0
    for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
      if (!(await source.read(offset, piece.length)).equals(piece)) fail('file.read-back', { path })
      offset += piece.length
    }
    if (offset !== source.size) fail('file.read-back', { path })
  } finally {
    await source.close()
  }
}

/** What an older version was writing when it was killed: never acknowledged, and in the open. */
async function removeHalfWritten(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (name.endsWith('.part') || name.endsWith('.restored')) await rm(join(root, name), { force: true })
  }
}

function ignoreMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
  throw error
}
