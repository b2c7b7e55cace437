import { openText, sealText } from '../vault/gcm'
import type { Draft } from './draft-store'

const aad = Buffer.from('lianshen/unwritten-drafts/1', 'latin1')

/**
 * Typing that the disk refused: the latest of each key, in this process's memory until a later write takes it. Closed
 * while the desk is locked, under a key that is gone then; it ends with the process.
 */
export class UnwrittenDrafts {
  readonly #open = new Map<string, Draft>()
  #closed: ReturnType<typeof sealText> | null = null

  keep(draft: Draft): void {
    this.#open.set(draft.key, draft)
  }

  forget(key: string): void {
    this.#open.delete(key)
  }

  list(): readonly Draft[] {
    return [...this.#open.values()]
  }

  /** Leaves nothing in the open. Call it when the desk locks. */
  close(key: Uint8Array): void {
    if (this.#open.size === 0) return
    this.#closed = sealText(key, Buffer.from(JSON.stringify(this.list()), 'utf8'), aad)
    this.#open.clear()
  }

  /** Has again what was closed under the same key. */
  open(key: Uint8Array): void {
    const plain = this.#closed === null ? null : openText(key, this.#closed, aad)
    this.#closed = null
    if (plain === null) return
    for (const draft of JSON.parse(plain.toString('utf8')) as Draft[]) this.keep(draft)
  }
}
