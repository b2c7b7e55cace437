import { createHash } from 'node:crypto'
import { mkdir, open, readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fail } from '../failure'
import { digestOf, syncFolder, writeDurably, type Digest } from '../files/durable-file'
import { Serial } from '../serial'

export type AttachmentRange = { readonly bytes: Uint8Array<ArrayBuffer>; readonly size: number }

/**
 * Files by their SHA-256: `attachments/ab/<sha256>`. A file stands under its name only after it was written, synced,
 * read again and hashed; so a name that is there is whole.
 */
export class AttachmentStore {
  readonly #serial = new Serial()

  constructor(private readonly folder: string) {}

  /** Stores bytes and answers their name; storing the same bytes again changes nothing. */
  put(bytes: Uint8Array): Promise<Digest> {
    const digest = digestOf(bytes)
    return this.#serial.run(async () => {
      if ((await this.sizeOf(digest.sha256)) === digest.size) return digest
      await this.makeFolder(digest.sha256)
      return writeDurably(this.pathOf(digest.sha256), bytes)
    })
  }

  /** Stores what a verified source streams. @throws HostFailure `attachment.changed` if it is not what its name says */
  putPieces(sha256: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    return this.#serial.run(async () => {
      await this.makeFolder(sha256)
      await writeDurably(this.pathOf(sha256), async (handle) => {
        const hash = createHash('sha256')
        for await (const piece of pieces) {
          hash.update(piece)
          await handle.writeFile(piece)
        }
        return hash.digest('hex') === sha256 ? sha256 : fail('attachment.changed', { sha256 })
      })
    })
  }

  /** Size in bytes; null if there is no such attachment. */
  async sizeOf(sha256: string): Promise<number | null> {
    const found = await stat(this.pathOf(sha256)).catch(() => null)
    return found?.isFile() === true ? found.size : null
  }

  /** Every attachment that is here, by name. */
  async list(): Promise<readonly Digest[]> {
    const found: Digest[] = []
    for (const shelf of await readdir(this.folder).catch(() => [])) {
      for (const sha256 of await readdir(join(this.folder, shelf)).catch(() => [])) {
        const size = /^[0-9a-f]{64}$/u.test(sha256) ? await this.sizeOf(sha256) : null
        if (size !== null) found.push({ sha256, size })
      }
    }
    return found.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
  }

  /** A range, shorter at the end of the file. @throws HostFailure `attachment.missing` */
  async read(sha256: string, offset: number, length: number): Promise<AttachmentRange> {
    const size = await this.sizeOf(sha256)
    if (size === null) return fail('attachment.missing', { sha256 })
    const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
    const handle = await open(this.pathOf(sha256), 'r')
    try {
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, offset)
      return { bytes: bytes.subarray(0, bytesRead), size }
    } finally {
      await handle.close()
    }
  }

  /** Where the file lies, for a writer that streams it. */
  pathOf(sha256: string): string {
    return join(this.folder, sha256.slice(0, 2), sha256)
  }

  private async makeFolder(sha256: string): Promise<void> {
    const folder = dirname(this.pathOf(sha256))
    await mkdir(folder, { recursive: true })
    await syncFolder(this.folder)
  }
}
