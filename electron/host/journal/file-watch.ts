import { createHash } from 'node:crypto'
import { statSync, type BigIntStats } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { guardOf } from '../files/guarded-folder'
import { digestOf } from '../files/durable-file'
import { holdsSegments, type Segment } from './segments'

/** `modified` is null after a writing of ours, until the next look. */
type Seen = { readonly inode: bigint; readonly modified: bigint | null }

/**
 * Knows what a file that only this process writes must look like, and sees when it does not: another program wrote into
 * it, cut it, or put another file in its place. A look costs one question for size and time; only if these moved
 * without us the file is read and hashed.
 */
export class FileWatch {
  #before: readonly Segment[]
  /** Of what we wrote since. */
  #hash = createHash('sha256')
  #written = 0
  #seen: Seen | null

  /**
   * @param before what the file was when it was opened
   * @param found the file's own word of itself before it was read; null if it was changed since
   */
  constructor(
    private readonly path: string,
    before: readonly Segment[],
    found: Pick<BigIntStats, 'ino' | 'mtimeNs'> | null,
  ) {
    this.#before = before
    this.#seen = found === null ? null : { inode: found.ino, modified: found.mtimeNs }
  }

  /** What the file is now, piece by piece: what was found, and what was written since. */
  get segments(): readonly Segment[] {
    if (this.#written === 0) return this.#before
    return [...this.#before, { size: this.#written, sha256: this.#hash.copy().digest('hex') }]
  }

  /** The first `count` segments are known as one from now on. */
  unite(count: number, whole: Segment): void {
    this.#before = [whole, ...this.#before.slice(count)]
  }

  /** These bytes were written behind the others by us. */
  wrote(bytes: Uint8Array): void {
    this.#hash.update(bytes)
    this.#written += bytes.length
    if (this.#seen !== null) this.#seen = { ...this.#seen, modified: null }
  }

  /** Whether the file is as we left it; false also where it is gone. @throws an error of the file system */
  async isUntouched(): Promise<boolean> {
    const found = await this.stat()
    if (found === null) return false
    const { size, ino: inode, mtimeNs: modified } = found
    const before = this.#seen
    if (size !== BigInt(this.#before.reduce((sum, segment) => sum + segment.size, this.#written))) return false
    const isKnown = before?.inode === inode && (before.modified === null || before.modified === modified)
    if (!isKnown && !(await this.isSame())) return false
    this.#seen = { inode, modified }
    return true
  }

  private async isSame(): Promise<boolean> {
    const handle = await open(this.path, 'r')
    try {
      return await holdsSegments(handle, this.segments)
    } finally {
      await handle.close()
    }
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

/** The one segment of a file that was read whole. */
export const wholeSegment = (bytes: Uint8Array): readonly Segment[] => (bytes.length === 0 ? [] : [digestOf(bytes)])
