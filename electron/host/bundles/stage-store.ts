import { rm } from 'node:fs/promises'
import type { ByteSource } from './byte-source'
import type { OpenedBundle } from './read-bundle'

/** A verified bundle waiting for a person's word: its copy on the disk and what was read out of it. */
export type Stage = {
  readonly fileName: string
  readonly path: string
  readonly source: ByteSource
  readonly bundle: OpenedBundle
}

/** Staged bundles of this run. Discarding one removes its copy and leaves no trace. */
export class StageStore {
  readonly #stages = new Map<string, Stage>()

  constructor(readonly folder: string) {}

  add(stageId: string, stage: Stage): void {
    this.#stages.set(stageId, stage)
  }

  get(stageId: string): Stage | undefined {
    return this.#stages.get(stageId)
  }

  async discard(stageId: string): Promise<void> {
    const stage = this.#stages.get(stageId)
    if (stage === undefined) return
    this.#stages.delete(stageId)
    await stage.source.close()
    await rm(stage.path, { force: true })
  }

  async clear(): Promise<void> {
    for (const stageId of [...this.#stages.keys()]) await this.discard(stageId)
  }
}
