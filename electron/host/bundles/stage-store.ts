import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { FileSeal } from '../vault/sealed-file'
import type { ByteSource } from '../bytes/byte-source'
import type { OpenedBundle } from './read-bundle'
import type { SealedCopy } from '../vault/sealed-copy'

/** A verified bundle waiting for a person's word: its copy on the disk and what was read out of it. */
export type StagedBundle = {
  readonly fileName: string
  /** Of this stage alone. */
  readonly folder: string
  readonly copy: SealedCopy
  readonly source: ByteSource
  readonly bundle: OpenedBundle
  /** By what its envelope is known again; null if it came in the open. */
  readonly envelopeMark: string | null
}

/** Staged bundles of this run. Discarding one removes its copy and leaves no trace. */
export class StageStore {
  readonly #stages = new Map<string, StagedBundle>()
  /**
   * Of this run, never written down: what a killed process leaves can be read by nobody, but the attachments by who
   * unlocks.
   */
  readonly #key = randomBytes(32)

  constructor(readonly folder: string) {}

  /** How the copy of a stage is encrypted on the disk, but for attachments that lie apart. */
  sealOf(stageId: string): FileSeal {
    return { key: this.#key, what: `stage/${stageId}` }
  }

  add(stageId: string, stage: StagedBundle): void {
    this.#stages.set(stageId, stage)
  }

  get(stageId: string): StagedBundle | undefined {
    return this.#stages.get(stageId)
  }

  async discard(stageId: string): Promise<void> {
    const stage = this.#stages.get(stageId)
    if (stage === undefined) return
    this.#stages.delete(stageId)
    await stage.source.close()
    await rm(stage.folder, { recursive: true, force: true })
  }

  async clear(): Promise<void> {
    for (const stageId of [...this.#stages.keys()]) await this.discard(stageId)
  }
}
