import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { fail } from '../lib/failure'
import { digestOf, digestOfFile, makeFolder, syncFolder, type Digest } from '../files/durable-file'
import { mayWrite } from '../files/guarded-folder'
import { modeOf } from '../files/private-files'
import { inspectLog } from '../journal/inspect-log'
import {
  bytesOf,
  snapshotManifestSchema,
  type Snapshot,
  type SnapshotFile,
  type SnapshotManifest,
} from './snapshot-manifest'

/** Bytes in memory, or the first `size` bytes of a file that only ever grows. */
export type SnapshotSource = Uint8Array | { readonly path: string; readonly size: number }

const manifestName = 'manifest.json'
const manifestHashName = 'manifest.sha256'
const unfinished = '.part'

/** The folder of snapshots. A snapshot stands under its name only after all of it was written, synced and read again. */
export class SnapshotStore {
  constructor(readonly folder: string) {}

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
   * Writes a snapshot: into a `.part` folder, each file synced, everything read again, renamed, synced.
   * @throws HostFailure `file.read-back`; nothing half-written stays
   */
  async write(
    head: Omit<SnapshotManifest, 'format' | 'files'>,
    sources: readonly (readonly [SnapshotFile, SnapshotSource])[],
  ): Promise<Snapshot> {
    await mayWrite(this.folder)
    await makeFolder(this.folder)
    const name = await this.freeName(`${stampOf(head.takenAt)}-${head.records.count}`)
    const path = join(this.folder, name)
    const part = `${path}${unfinished}`
    try {
      await mkdir(part, modeOf(part, 'folder'))
      const files: SnapshotManifest['files'] = []
      for (const [file, source] of sources) files.push({ name: file, ...(await writeFrom(join(part, file), source)) })
      const manifest: SnapshotManifest = { format: 'lianshen-snapshot/2', ...head, files }
      await writeManifest(part, manifest)
      const written = await readManifest(part)
      if (written === null || !(await this.isGood({ path: part, manifest: written }))) fail('file.read-back', { path })
      await mayWrite(path)
      await rename(part, path)
      await syncFolder(this.folder)
      return { name, path, manifest }
    } catch (error) {
      await rm(part, { recursive: true, force: true }).catch(() => undefined)
      throw error
    }
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
      for (const { name } of files) {
        if (name !== 'keys.json') await linkOrCopy(join(snapshot.path, name), join(part, name))
      }
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

  /** Reads every file of a snapshot again: whether all is as it was written, and every checksum in the journal holds. */
  async isGood({ path, manifest }: Pick<Snapshot, 'path' | 'manifest'>): Promise<boolean> {
    try {
      for (const { name, sha256, size } of manifest.files) {
        const file = join(path, name)
        const found = name.endsWith('.lsj') ? await inspectLog(file) : { ...(await digestOfFile(file)), isWhole: true }
        if (!found.isWhole || found.sha256 !== sha256 || found.size !== size) return false
      }
      return true
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

/** Free bytes that writing these sources takes. */
export const sizeOfSources = (sources: readonly (readonly [SnapshotFile, SnapshotSource])[]): number =>
  sources.reduce((total, [, source]) => total + (source instanceof Uint8Array ? source.length : source.size), 0)

/** Whether two manifests copy the very same bytes. */
export const hasSameFiles = (manifest: SnapshotManifest, files: ReadonlyMap<SnapshotFile, Digest>): boolean =>
  bytesOf(manifest) === [...files.values()].reduce((total, file) => total + file.size, 0) &&
  manifest.files.every(({ name, sha256 }) => files.get(name)?.sha256 === sha256)

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

async function copyPrefix(handle: FileHandle, source: { path: string; size: number }): Promise<Digest> {
  const hash = createHash('sha256')
  let size = 0
  const pieces = createReadStream(source.path, { end: source.size - 1, highWaterMark: 1 << 20 })
  for await (const piece of pieces as AsyncIterable<Buffer>) {
    hash.update(piece)
    size += piece.length
    await handle.writeFile(piece)
  }
  if (size !== source.size) fail('file.read-back', { path: source.path })
  return { sha256: hash.digest('hex'), size }
}

/** 20261120T010203Z. */
const stampOf = (instant: string): string => `${instant.slice(0, 19).replaceAll(/[-:]/gu, '')}Z`
