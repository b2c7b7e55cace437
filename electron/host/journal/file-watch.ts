import { createHash } from 'node:crypto'
import { statSync, type BigIntStats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { guardOf } from '../files/guarded-folder'
import { digestOfFile } from '../files/durable-file'

/** `modified` is null after a writing of ours, until the next look. */
type Seen = { readonly inode: bigint; readonly modified: bigint | null }

/**
 * Knows what a file that only this process writes must look like, and sees when it does not: another program wrote into
 * it, cut it, or put another file in its place. A look costs one question for size and time; only if these moved without
 * us the file is read and hashed.
 */
export class FileWatch {
  #hash: ReturnType<typeof createHash>
  #size: number
  #seen: Seen | null = null

  /** @param bytes of the file as it was read */
  constructor(
    private readonly path: string,
    bytes: Uint8Array,
  ) {
    this.#hash = createHash('sha256').update(bytes)
    this.#size = bytes.length
  }

  /** These bytes were written behind the others by us. */
  wrote(bytes: Uint8Array): void {
    this.#hash.update(bytes)
    this.#size += bytes.length
    if (this.#seen !== null) this.#seen = { ...this.#seen, modified: null }
  }

  /** Whether the file is as we left it; false also where it is gone. @throws an error of the file system */
  async isUntouched(): Promise<boolean> {
    const found = await this.stat()
    if (found === null) return false
    const { size, ino: inode, mtimeNs: modified } = found
    if (size !== BigInt(this.#size)) return false
    const before = this.#seen
    const isKnown = before?.inode === inode && (before.modified === null || before.modified === modified)
    if (!isKnown && (await digestOfFile(this.path)).sha256 !== this.#hash.copy().digest('hex')) return false
    this.#seen = { inode, modified }
    return true
  }

  /** Null if it is gone. */
  private async stat(): Promise<BigIntStats | null> {
    if (guardOf(this.path)?.isNear === true) return statSync(this.path, { bigint: true, throwIfNoEntry: false }) ?? null
    return stat(this.path, { bigint: true }).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    })
  }
}
