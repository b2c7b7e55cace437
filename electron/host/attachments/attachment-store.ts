import { createHash, createHmac } from 'node:crypto'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readPieces, type ByteSource } from '../bytes/byte-source'
import type { SealedCopy } from '../vault/sealed-copy'
import { fail, hostError, HostFailure } from '../lib/failure'
import { digestOf, makeFolders, syncFile, syncFolder, writeWhole, type Digest } from '../files/durable-file'
import { mayWrite } from '../files/guarded-folder'
import { named } from '../files/named-failure'
import { inParallel } from '../lib/in-parallel'
import { Serial } from '../lib/serial'
import { plainSize, sealedSource, writeSealed, type FileSeal } from '../vault/sealed-file'

export type AttachmentRange = { readonly bytes: Uint8Array<ArrayBuffer>; readonly size: number }

/** Keys of the store: for the content of files, and for their names. */
export type AttachmentKeys = { readonly content: Uint8Array; readonly names: Uint8Array }

/** An attachment as it lies on the disk: its name tells nothing of its content. `size` is that of the plaintext. */
export type StoredName = { readonly name: string; readonly size: number }

/** A file to store under its SHA-256, and what reads it. */
export type StreamedFile = { readonly sha256: string; readonly read: () => AsyncIterable<Uint8Array> }

/** A file beside the store that holds an attachment sealed as `sealOf` says, its plaintext hashed while it was. */
export type SealedAttachment = Digest & { readonly sealedAt: string }

/** What is stored: streamed, out of memory, or moved. */
type WrittenFile =
  { readonly sha256: string; readonly read: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array> } | SealedAttachment

const writtenAtOnce = 3

const shelfPattern = /^[0-9a-f]{2}$/u
const namePattern = /^[0-9a-f]{64}$/u

/**
 * Files by their SHA-256, encrypted: `attachments/ab/<name>`, the name a keyed hash of the SHA-256, so that nobody can
 * ask the folder whether it holds a certain file. One stands under its name only after its plaintext was hashed and
 * what was written was read again; so a name that is there is whole.
 */
export class AttachmentStore {
  readonly #serial = new Serial()
  /** Whether every name that is here is safe on the disk: not what an earlier run or a failed one left. */
  #isSettled = false

  constructor(
    private readonly folder: string,
    private readonly keys: AttachmentKeys,
  ) {}

  /** Stores bytes and answers their name; storing the same bytes again changes nothing. */
  put(bytes: Uint8Array): Promise<Digest> {
    const digest = digestOf(bytes)
    return this.#serial.run(async () => {
      const isWhole = (await this.conditionOf(digest)) === 'whole'
      await this.writeAll(isWhole ? [] : [{ sha256: digest.sha256, read: () => [bytes] }])
      return digest
    })
  }

  /** Stores what a verified source streams. @throws HostFailure `attachment.changed` if it is not what its name says */
  putPieces(sha256: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    return this.#serial.run(() => this.writeAll([{ sha256, read: () => pieces }]))
  }

  /**
   * The same of several, a few at a time: while the disk makes one safe, others are encrypted. What lies under such a
   * name already, damaged, stays until the new one was read back. What is sealed already is made safe, read and moved.
   */
  putAll(files: readonly (StreamedFile | SealedAttachment)[]): Promise<void> {
    return this.#serial.run(() => this.writeAll(files))
  }

  /** Whether it is here, every byte of it: a damaged one is to be written anew. Every byte is read. */
  async conditionOf({ sha256, size }: Digest): Promise<'missing' | 'damaged' | 'whole'> {
    const found = await stat(this.pathOf(sha256)).catch(() => null)
    if (found?.isFile() !== true) return 'missing'
    return (await this.isWhole(this.pathOf(sha256), { sha256, size })) ? 'whole' : 'damaged'
  }

  /** Removes what nobody needs any more. Attachments of dossiers never are; parts of locked ones are, once opened. */
  remove(sha256: string): Promise<void> {
    return this.#serial.run(async () => {
      await mayWrite(this.folder)
      await rm(this.pathOf(sha256), { force: true })
    })
  }

  /** Size in bytes; null if there is no such attachment. */
  sizeOf(sha256: string): Promise<number | null> {
    return plainSizeOfFile(this.pathOf(sha256))
  }

  /** Every attachment that is here, by the name it has on the disk. */
  async list(): Promise<readonly StoredName[]> {
    const found: StoredName[] = []
    for (const shelf of await this.shelves()) {
      for (const name of await readdir(shelf).catch(() => [])) {
        const size = namePattern.test(name) ? await plainSizeOfFile(join(shelf, name)) : null
        if (size !== null) found.push({ name, size })
      }
    }
    return found.sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** A range, shorter at the end of the file. @throws HostFailure `attachment.missing`, `attachment.changed` */
  async read(sha256: string, offset: number, length: number): Promise<AttachmentRange> {
    const source = await this.open(sha256)
    try {
      const { size } = source
      const bytes = await source.read(Math.min(offset, size), Math.max(0, Math.min(length, size - offset)))
      return { bytes: new Uint8Array(bytes), size }
    } finally {
      await source.close()
    }
  }

  /**
   * The plaintext to read at random, for a writer that streams it; every piece is verified as it is read.
   * @throws HostFailure `attachment.missing`, `attachment.changed`
   */
  async open(sha256: string): Promise<ByteSource> {
    try {
      return await this.openAt(this.pathOf(sha256), sha256)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return fail('attachment.missing', { sha256 })
      throw error
    }
  }

  /** The name on the disk of the file with this SHA-256. */
  nameOf(sha256: string): string {
    return createHmac('sha256', this.keys.names).update(sha256).digest('hex')
  }

  /** Where an attachment lies and how it is sealed, for a thread that reads it itself. */
  sealedCopy(sha256: string): SealedCopy {
    return { path: this.pathOf(sha256), seal: this.sealOf(sha256), apart: [] }
  }

  /** How the file with this SHA-256 is sealed. Never seal other bytes so: a whole file under a seal is believed. */
  sealOf(sha256: string): FileSeal {
    return { key: this.keys.content, what: `attachment/${sha256}` }
  }

  private pathOf(sha256: string): string {
    const name = this.nameOf(sha256)
    return join(this.folder, name.slice(0, 2), name)
  }

  private openAt(path: string, sha256: string): Promise<ByteSource> {
    const broken = () => new HostFailure(hostError('attachment.changed', { sha256 }))
    return sealedSource(path, this.sealOf(sha256), broken)
  }

  /** Whether a file is this attachment, sealed. Every byte is read. */
  private async isWhole(path: string, { sha256, size }: Digest): Promise<boolean> {
    try {
      const source = await this.openAt(path, sha256)
      try {
        if (source.size !== size) return false
        let read = 0
        for await (const piece of readPieces(source, 0, size)) read += piece.length
        return read === size
      } finally {
        await source.close()
      }
    } catch (error) {
      if (error instanceof HostFailure && error.error.code === 'attachment.changed') return false
      throw error
    }
  }

  /**
   * Folders are made before and synced after all files: hundreds would otherwise wait for the disk three times each.
   * Whoever stores what is here already is answered when the name of that is safe as well.
   */
  private async writeAll(files: readonly WrittenFile[]): Promise<void> {
    const left = this.#isSettled ? [] : [this.folder, ...(await this.shelves())]
    const folders = [...new Set([...left, ...files.map(({ sha256 }) => dirname(this.pathOf(sha256)))])]
    this.#isSettled = false
    await makeFolders(folders)
    await inParallel(writtenAtOnce, files, (file) => this.write(file))
    await inParallel(writtenAtOnce, folders, syncFolder)
    this.#isSettled = true
  }

  private async shelves(): Promise<readonly string[]> {
    const names = await readdir(this.folder).catch(() => [])
    return names.filter((name) => shelfPattern.test(name)).map((name) => join(this.folder, name))
  }

  private async write(file: WrittenFile): Promise<void> {
    if ('sealedAt' in file) return this.move(file)
    const { sha256, read } = file
    await writeWhole(this.pathOf(sha256), async (handle) => {
      const plain = createHash('sha256')
      const written = createHash('sha256')
      await writeSealed(handle, this.sealOf(sha256), hashing(read(), plain), (bytes) => written.update(bytes))
      return plain.digest('hex') === sha256 ? written.digest('hex') : fail('attachment.changed', { sha256 })
    })
  }

  private async move({ sha256, size, sealedAt }: SealedAttachment): Promise<void> {
    const path = this.pathOf(sha256)
    try {
      await syncFile(sealedAt)
      if (!(await this.isWhole(sealedAt, { sha256, size }))) fail('attachment.changed', { sha256 })
      await mayWrite(path)
      await rename(sealedAt, path)
      await mayWrite(path)
    } catch (error) {
      throw named(error, path, sealedAt)
    }
  }
}

async function* hashing(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    hash.update(piece)
    yield piece
  }
}

async function plainSizeOfFile(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null)
  return found?.isFile() === true ? plainSize(found.size) : null
}
