import { copyFile, link, mkdir, open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { fail } from '../lib/failure'
import { digestOf, digestOfFile, makeFolder, syncFolder, type Digest } from '../files/durable-file'
import { mayWrite } from '../files/guarded-folder'
import { modeOf } from '../files/private-files'
import { inspectFrames, inspectLog } from '../journal/inspect-log'
import {
  isPieceGood,
  journalNamesOf,
  journalPieceSize,
  pieceName,
  readRangeOf,
  sizeOfPiece,
  snapshotJournal,
} from './snapshot-journal'
import { snapshotManifestSchema, type Snapshot, type SnapshotFile, type SnapshotManifest } from './snapshot-manifest'

/** Bytes in memory, or the first `size` bytes of a file that only ever grows. */
export type SnapshotSource = Uint8Array | { readonly path: string; readonly size: number }

const manifestName = 'manifest.json'
const manifestHashName = 'manifest.sha256'
const unfinished = '.part'

const weekMs = 7 * 86_400_000
const dayMs = 86_400_000

type JournalPieces = NonNullable<SnapshotManifest['journal']>
type Head = Omit<SnapshotManifest, 'format' | 'files' | 'journal'>
type FileSource = Exclude<SnapshotSource, Uint8Array>

/**
 * The folder of snapshots. A snapshot stands under its name only after all of it was written, synced and read again. A
 * large journal lies in pieces of a megabyte: those that did not change since the snapshot before are the very files of
 * that one, under a second name, so that each folder is whole by itself, and no piece goes before the last snapshot
 * that has it.
 */
export class SnapshotStore {
  /** When pieces were last read in this run. */
  readonly #readAt = new Map<string, number>()
  /** Some file systems know no second names. */
  #canShare = true

  /** @param pieceSize bytes of a piece of the journal */
  constructor(
    readonly folder: string,
    private readonly pieceSize: number = journalPieceSize,
  ) {}

  /** Snapshots whose manifest is whole, the newest first. Left-overs of an interrupted one do not count. */
  async list(): Promise<readonly Snapshot[]> {
    const names = await readdir(this.folder).catch(() => [])
    const found = await Promise.all(
      names
        .filter((name) => !name.endsWith(unfinished))
        .map(async (name) => {
          const manifest = await readManifest(join(this.folder, name))
          return manifest === null ? [] : [{ name, path: join(this.folder, name), manifest }]
        }),
    )
    return found.flat().sort((a, b) => b.manifest.number - a.manifest.number)
  }

  /** Removes what an interrupted writing left. */
  async removeLeftovers(): Promise<void> {
    await mayWrite(this.folder)
    for (const name of await readdir(this.folder).catch(() => [])) {
      if (name.endsWith(unfinished)) await rm(join(this.folder, name), { recursive: true, force: true })
    }
  }

  /**
   * Writes a snapshot: into a `.part` folder, each file synced, everything that was written read again, renamed,
   * synced.
   * @param before the snapshot of the same journal whose pieces it may share
   * @throws HostFailure `file.read-back`; nothing half-written stays
   */
  async write(
    head: Head,
    sources: readonly (readonly [SnapshotFile, SnapshotSource])[],
    before: Snapshot | null = null,
  ): Promise<Snapshot> {
    await mayWrite(this.folder)
    await makeFolder(this.folder)
    const name = await this.freeName(`${stampOf(head.takenAt)}-${head.records.count}`)
    const path = join(this.folder, name)
    const part = `${path}${unfinished}`
    try {
      await mkdir(part, modeOf(part, 'folder'))
      const files: SnapshotManifest['files'] = []
      let journal: JournalPieces | undefined
      let shared: Shared = nothingShared
      for (const [file, source] of sources) {
        if (file === 'journal.lsj' && !(source instanceof Uint8Array) && source.size > this.pieceSize) {
          shared = await this.share(part, source, await this.shareable(head, source, before))
          journal = await writePieces(part, source, this.pieceSize, shared)
        } else files.push({ name: file, ...(await writeFrom(join(part, file), source)) })
      }
      const manifest: SnapshotManifest =
        journal === undefined
          ? { format: 'lianshen-snapshot/2', ...head, files }
          : { format: 'lianshen-snapshot/3', ...head, files, journal }
      await writeManifest(part, manifest)
      const written = await readManifest(part)
      if (written === null || !(await this.isGood({ path: part, manifest: written }, shared))) {
        fail('file.read-back', { path })
      }
      for (const sha256 of journal?.pieces.slice(shared.pieces) ?? []) this.noteRead(head.takenAt, sha256)
      await mayWrite(path)
      await rename(part, path)
      await syncFolder(this.folder)
      return { name, path, manifest }
    } catch (error) {
      await rm(part, { recursive: true, force: true }).catch(() => undefined)
      throw error
    }
  }

  /** Bytes that writing these sources takes at most, beside what can be shared with the snapshot before. */
  newBytesOf(
    head: Head,
    sources: readonly (readonly [SnapshotFile, SnapshotSource])[],
    before: Snapshot | null,
  ): number {
    const shared = this.#canShare && isSameWeek(head, before) ? (before.manifest.journal?.size ?? 0) : 0
    return Math.max(0, sizeOfSources(sources) - Math.max(0, shared - this.pieceSize))
  }

  /**
   * The snapshot whose pieces may be shared: of the same week, so that what lies in one place only is never older than
   * that, and of the same file, which only grows.
   */
  private async shareable(head: Head, source: FileSource, before: Snapshot | null): Promise<Snapshot | null> {
    const journal = before?.manifest.journal
    if (before === null || journal === undefined || !isSameWeek(head, before)) return null
    if (journal.pieceSize !== this.pieceSize || journal.size > source.size) return null
    const begins = await readStart(source.path)
    const began = await readStart(join(before.path, pieceName(0)))
    return begins !== null && began !== null && begins.equals(began) ? before : null
  }

  /** Gives the whole pieces of the snapshot before a second name, as far as they are good. */
  private async share(part: string, source: FileSource, before: Snapshot | null): Promise<Shared> {
    const journal = before?.manifest.journal
    if (before === null || journal === undefined) return nothingShared
    const whole = Math.floor(Math.min(journal.size, source.size) / this.pieceSize)
    for (let index = 0; index < whole; index += 1) {
      const isGood = await this.isSharedGood(before, index)
      this.#canShare = isGood && (await isDone(link(join(before.path, pieceName(index)), join(part, pieceName(index)))))
      // What rotted, and what a file system without second names refuses, is copied from the journal.
      if (!this.#canShare) return { pieces: index, end: 0, sums: journal.pieces.slice(0, index) }
    }
    return { pieces: whole, end: journal.size, sums: journal.pieces.slice(0, whole) }
  }

  /** Whether a piece is what it was; one that was read within a day in this run is. */
  private async isSharedGood({ path, manifest: { journal, takenAt } }: Snapshot, index: number): Promise<boolean> {
    const sha256 = journal?.pieces[index]
    if (journal === undefined || sha256 === undefined) return false
    const known = this.#readAt.get(readingOf(takenAt, sha256))
    if (known !== undefined && performance.now() - known < dayMs) return true
    if (!(await isPieceGood(path, journal, index))) return false
    this.noteRead(takenAt, sha256)
    return true
  }

  private noteRead(takenAt: string, sha256: string): void {
    this.#readAt.set(readingOf(takenAt, sha256), performance.now())
  }

  /**
   * The same snapshot with other keys, so that a passphrase or recovery key that was replaced opens no snapshot either.
   * The one before goes only when the new one stands. @throws HostFailure `file.read-back`
   */
  async replaceKeys(snapshot: Snapshot, keys: Uint8Array): Promise<void> {
    await mayWrite(this.folder)
    const { manifest } = snapshot
    const path = join(this.folder, await this.freeName(`${stampOf(manifest.takenAt)}-${manifest.records.count}`))
    const part = `${path}${unfinished}`
    try {
      await mkdir(part, modeOf(part, 'folder'))
      const digest = await writeFrom(join(part, 'keys.json'), keys)
      const files = manifest.files.map((file) => (file.name === 'keys.json' ? { name: file.name, ...digest } : file))
      const others = files.map(({ name }) => name).filter((name) => name !== 'keys.json')
      const pieces = manifest.journal === undefined ? [] : journalNamesOf(manifest)
      for (const name of [...others, ...pieces]) await linkOrCopy(join(snapshot.path, name), join(part, name))
      await writeManifest(part, { ...manifest, files })
      if (
        (await readManifest(part)) === null ||
        (await digestOfFile(join(part, 'keys.json'))).sha256 !== digest.sha256
      ) {
        fail('file.read-back', { path })
      }
      await mayWrite(path)
      await rename(part, path)
      await syncFolder(this.folder)
    } catch (error) {
      await rm(part, { recursive: true, force: true }).catch(() => undefined)
      throw error
    }
    await this.remove(snapshot)
  }

  /**
   * Reads every file of a snapshot again: whether all is as it was written, and every checksum in the journal holds.
   * @param shared pieces that were read already
   */
  async isGood(
    { path, manifest }: Pick<Snapshot, 'path' | 'manifest'>,
    shared: Shared = nothingShared,
  ): Promise<boolean> {
    try {
      for (const { name, sha256, size } of manifest.files) {
        const file = join(path, name)
        const found = name.endsWith('.lsj') ? await inspectLog(file) : { ...(await digestOfFile(file)), isWhole: true }
        if (!found.isWhole || found.sha256 !== sha256 || found.size !== size) return false
      }
      const { journal } = manifest
      if (journal === undefined) return true
      for (let index = shared.pieces; index < journal.pieces.length; index += 1) {
        if (!(await isPieceGood(path, journal, index))) return false
      }
      const log = await snapshotJournal({ path, manifest })
      return (await inspectFrames(log, shared.end)).isWhole
    } catch {
      return false
    }
  }

  async remove({ path }: Snapshot): Promise<void> {
    await mayWrite(path)
    // Renamed first: a removal that is interrupted leaves nothing that counts.
    await rename(path, `${path}${unfinished}`)
    await rm(`${path}${unfinished}`, { recursive: true, force: true })
  }

  private async freeName(name: string): Promise<string> {
    const taken = new Set((await readdir(this.folder)).map((entry) => entry.replace(unfinished, '')))
    for (let number = 2, free = name; ; number += 1) {
      if (!taken.has(free)) return free
      free = `${name}-${number}`
    }
  }
}

/**
 * Pieces of a journal that are those of another snapshot; where the frames of that one end, 0 if not all were taken.
 */
type Shared = { readonly pieces: number; readonly end: number; readonly sums: readonly string[] }

/** A piece as the snapshots of one week share it. */
const readingOf = (takenAt: string, sha256: string): string => `${weekOf(takenAt)} ${sha256}`

const nothingShared: Shared = { pieces: 0, end: 0, sums: [] }

const isSameWeek = (head: Pick<Head, 'takenAt'>, before: Snapshot | null): before is Snapshot =>
  before !== null && weekOf(before.manifest.takenAt) === weekOf(head.takenAt)

/** Snapshots of one week share what did not change; those of another have pieces of their own. */
export const weekOf = (takenAt: string): number => Math.floor(Date.parse(takenAt) / weekMs)

const isDone = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  )

/** What tells one log from any other; null if it cannot be read. */
async function readStart(path: string): Promise<Buffer | null> {
  const handle = await open(path, 'r').catch(() => null)
  if (handle === null) return null
  try {
    const bytes = Buffer.alloc(startSize)
    const { bytesRead } = await handle.read(bytes, 0, startSize, 0)
    return bytesRead === startSize ? bytes : null
  } finally {
    await handle.close()
  }
}

const startSize = 32

/** Writes the pieces of a journal that are not shared, each synced; answers all of them. */
async function writePieces(
  part: string,
  { path, size }: FileSource,
  pieceSize: number,
  shared: Shared,
): Promise<JournalPieces> {
  const pieces = [...shared.sums]
  for (let index = shared.pieces; index * pieceSize < size; index += 1) {
    const target = join(part, pieceName(index))
    const handle = await open(target, 'wx', modeOf(target, 'file'))
    try {
      const length = sizeOfPiece({ size, pieceSize, pieces: [] }, index)
      pieces.push(await readRangeOf(path, index * pieceSize, length, (piece) => handle.writeFile(piece)))
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
  return { size, pieceSize, pieces }
}

/** Free bytes that writing these sources takes. */
const sizeOfSources = (sources: readonly (readonly [SnapshotFile, SnapshotSource])[]): number =>
  sources.reduce((total, [, source]) => total + (source instanceof Uint8Array ? source.length : source.size), 0)

async function writeManifest(folder: string, manifest: SnapshotManifest): Promise<void> {
  const text = Buffer.from(JSON.stringify(manifest, null, 1))
  await writeFrom(join(folder, manifestName), text)
  await writeFrom(join(folder, manifestHashName), Buffer.from(`${digestOf(text).sha256}  ${manifestName}\n`))
  await syncFolder(folder)
}

/** The files of a snapshot never change, so that two may share one; some file systems know no links. */
const linkOrCopy = (from: string, to: string): Promise<void> => link(from, to).catch(() => copyFile(from, to))

async function readManifest(path: string): Promise<SnapshotManifest | null> {
  try {
    const bytes = await readFile(join(path, manifestName))
    const [hash] = (await readFile(join(path, manifestHashName), 'utf8')).split(' ')
    if (hash !== digestOf(bytes).sha256) return null
    const parsed = snapshotManifestSchema.safeParse(JSON.parse(bytes.toString('utf8')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

async function writeFrom(path: string, source: SnapshotSource): Promise<Digest> {
  const handle = await open(path, 'wx', modeOf(path, 'file'))
  try {
    const digest = source instanceof Uint8Array ? await writeBytes(handle, source) : await copyPrefix(handle, source)
    await handle.sync()
    return digest
  } finally {
    await handle.close()
  }
}

async function writeBytes(handle: FileHandle, bytes: Uint8Array): Promise<Digest> {
  await handle.writeFile(bytes)
  return digestOf(bytes)
}

async function copyPrefix(handle: FileHandle, { path, size }: FileSource): Promise<Digest> {
  const sha256 = await readRangeOf(path, 0, size, (piece) => handle.writeFile(piece))
  return { sha256, size }
}

/** 20261120T010203Z. */
const stampOf = (instant: string): string => `${instant.slice(0, 19).replaceAll(/[-:]/gu, '')}Z`
