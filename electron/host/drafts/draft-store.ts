import { access, readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { HostError } from '@shared/ipc/contract'
import { writeDurably } from '../files/durable-file'
import { hostError } from '../failure'
import { FrameFile } from '../journal/frame-file'
import { frameKinds } from '../journal/frames'
import { encodeLog, newSealedHeader, plainLog, salvageLog, sealedLog, type LogFormats } from '../journal/log-format'
import { Serial } from '../serial'

const magic = Buffer.from('LIANSHEN-DRFT-2\n', 'latin1')
const plainMagic = Buffer.from('LIANSHEN-DRFT-1\n', 'latin1')
const smallFile = 65_536

/** How drafts lie on the disk, under their own key; `mayBePlain` while an older version's are to be converted. */
export function draftFormats(key: Uint8Array, mayBePlain: boolean): LogFormats {
  const current = sealedLog(magic, key, 'lianshen/drafts/2')
  return { current, readable: mayBePlain ? [current, plainLog(plainMagic)] : [current] }
}

export type Draft = { readonly key: string; readonly value: unknown; readonly savedAt: string }

const draftSchema = z.object({ key: z.string(), value: z.unknown(), savedAt: z.string() })
const deletionSchema = z.object({ key: z.string() })

/** What people are typing: the latest value per key, on the disk before it is called saved. */
export class DraftStore {
  readonly #drafts = new Map<string, { readonly draft: Draft; readonly size: number }>()
  readonly #serial = new Serial()
  #liveBytes = 0

  private constructor(
    private file: FrameFile,
    private readonly formats: LogFormats,
    private readonly asideFolder: string,
    readonly notices: readonly HostError[],
    private readonly wasMissing: boolean,
  ) {}

  static async open(path: string, formats: LogFormats, asideFolder: string): Promise<DraftStore> {
    const exists = await access(path).then(
      () => true,
      () => false,
    )
    if (!exists) await FrameFile.create(path, newSealedHeader(magic))
    const { file, frames } = await FrameFile.open(path, formats, asideFolder)
    const notices = file.state.kind === 'damaged' ? [hostError('drafts.damaged', { aside: file.state.aside })] : []
    const store = new DraftStore(file, formats, asideFolder, notices, !exists)
    for (const { kind, payload, size } of frames) {
      const value: unknown = JSON.parse(payload.toString('utf8'))
      if (kind === frameKinds.draft) store.keep(draftSchema.parse(value), size)
      else if (kind === frameKinds.draftDeleted) store.forget(deletionSchema.parse(value).key)
    }
    // The damaged file was copied aside; what could be read goes on in a fresh one.
    if (file.state.kind === 'damaged') await store.compact()
    return store
  }

  /** Whether the file was missing or damaged when it was opened, so that drafts may be lost. */
  get mayLackDrafts(): boolean {
    return this.wasMissing || this.notices.length > 0
  }

  /** Drafts in the bytes of a drafts file, as far as they can be read. */
  static read(file: Buffer, formats: LogFormats): readonly Draft[] {
    const drafts = new Map<string, Draft>()
    for (const { kind, payload } of salvageLog(file, formats)) {
      const value: unknown = JSON.parse(payload.toString('utf8'))
      if (kind === frameKinds.draftDeleted) drafts.delete(deletionSchema.parse(value).key)
      else if (kind === frameKinds.draft) {
        const draft = draftSchema.parse(value)
        drafts.set(draft.key, draft)
      }
    }
    return [...drafts.values()]
  }

  /** The drafts of a copy of this file. */
  draftsIn(copy: Buffer): readonly Draft[] {
    return DraftStore.read(copy, this.formats)
  }

  /** The file as it lies on the disk, at a moment when nothing is being written. */
  copy(): Promise<Buffer> {
    return this.#serial.run(async () => (await readFile(this.file.path)).subarray(0, this.file.size))
  }

  list(): readonly Draft[] {
    return [...this.#drafts.values()].map(({ draft }) => draft)
  }

  put(draft: Draft): Promise<void> {
    return this.#serial.run(async () => {
      const { size } = await this.file.append(frameKinds.draft, encode(draft))
      this.keep(draft, size)
      await this.compactIfWorthwhile()
    })
  }

  delete(key: string): Promise<void> {
    return this.#serial.run(async () => {
      if (!this.#drafts.has(key)) return
      await this.file.append(frameKinds.draftDeleted, encode({ key }))
      this.forget(key)
      await this.compactIfWorthwhile()
    })
  }

  close(): Promise<void> {
    return this.#serial.run(() => this.file.close())
  }

  private keep(draft: Draft, size: number): void {
    this.forget(draft.key)
    this.#drafts.set(draft.key, { draft, size })
    this.#liveBytes += size
  }

  private forget(key: string): void {
    this.#liveBytes -= this.#drafts.get(key)?.size ?? 0
    this.#drafts.delete(key)
  }

  private async compactIfWorthwhile(): Promise<void> {
    if (this.file.size > smallFile && this.#liveBytes * 2 < this.file.size) await this.compact()
  }

  private async compact(): Promise<void> {
    const { path } = this.file
    const contents = this.list().map((draft) => ({ kind: frameKinds.draft, payload: encode(draft) }))
    await writeDurably(path, encodeLog(this.formats.current, contents))
    await this.file.close()
    this.file = (await FrameFile.open(path, this.formats, this.asideFolder)).file
  }
}

const encode = (value: unknown): Buffer => Buffer.from(JSON.stringify(value), 'utf8')
