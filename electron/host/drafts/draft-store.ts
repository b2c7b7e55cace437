import { createHash } from 'node:crypto'
import { access, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { HostError } from '@shared/ipc/contract'
import { keptPrefix, type KeptText } from '@shared/ipc/draft'
import { digestOf, makeFolder, writeDurably } from '../files/durable-file'
import { hostError } from '../lib/failure'
import { ForeignChange, FrameFile, type StoredFrame } from '../journal/frame-file'
import { frameKinds } from '../journal/frames'
import { encodeLog, newSealedHeader, plainLog, salvageLog, sealedLog, type LogFormats } from '../journal/log-format'
import { Serial } from '../lib/serial'

const magic = Buffer.from('LIANSHEN-DRFT-2\n', 'latin1')
const plainMagic = Buffer.from('LIANSHEN-DRFT-1\n', 'latin1')
const smallFile = 65_536

/** How drafts lie on the disk, under their own key; `mayBePlain` while an older version's are to be converted. */
export function draftFormats(key: Uint8Array, mayBePlain: boolean): LogFormats {
  const current = sealedLog(magic, key, 'lianshen/drafts/2')
  return { current, readable: mayBePlain ? [current, plainLog(plainMagic)] : [current] }
}

export type Draft = {
  readonly key: string
  readonly value: unknown
  readonly savedAt: string
  /** The page that wrote it, where one said so, and which of its texts it is. */
  readonly page?: string | undefined
  readonly turn?: number | undefined
}

/** Writes are numbered through all files of drafts, so that an older file shows; those before 0.2 have no number. */
const revision = z.int().min(0).default(0)
const draftSchema = z.object({
  key: z.string(),
  value: z.unknown(),
  savedAt: z.string(),
  revision,
  page: z.string().optional(),
  turn: z.int().optional(),
})
const deletionSchema = z.object({ key: z.string(), revision })

/** A draft with the number of the write that made it what it is. */
export type NumberedDraft = Draft & { readonly revision: number }

/** Where a text came to lie: the number of its write, and whether it lies beside the draft instead of in its place. */
export type Written = { readonly revision: number; readonly beside: boolean }

/** What people are typing: the latest value per key, on the disk before it is called saved. */
export class DraftStore {
  readonly #drafts = new Map<string, { readonly draft: NumberedDraft; readonly size: number }>()
  readonly #serial = new Serial()
  #liveBytes = 0
  #revision = 0
  #isMadeGood = false

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
    const frames: StoredFrame[] = []
    const file = await FrameFile.open(path, formats, asideFolder, { take: (frame) => void frames.push(frame) })
    const notices = file.state.kind === 'damaged' ? [hostError('drafts.damaged', { aside: file.state.aside })] : []
    const store = new DraftStore(file, formats, asideFolder, notices, !exists)
    for (const { kind, payload, size } of frames) {
      const value: unknown = JSON.parse(payload.toString('utf8'))
      if (kind === frameKinds.draft) store.keep(draftSchema.parse(value), size)
      else if (kind === frameKinds.draftDeleted) {
        const deletion = deletionSchema.parse(value)
        store.forget(deletion.key)
        store.follow(deletion.revision)
      }
    }
    // The damaged file was copied aside; what could be read goes on in a fresh one.
    if (file.state.kind === 'damaged') await store.compact()
    return store
  }

  /** Whether the file was missing or damaged when it was opened, so that drafts may be lost. */
  get mayLackDrafts(): boolean {
    return !this.#isMadeGood && (this.wasMissing || this.notices.length > 0)
  }

  /** Everything that a snapshot has is here again. */
  madeGood(): void {
    this.#isMadeGood = true
  }

  /** Drafts in the bytes of a drafts file, as far as they can be read. */
  static read(
    file: Buffer,
    formats: LogFormats,
  ): { readonly drafts: readonly NumberedDraft[]; readonly revision: number } {
    const drafts = new Map<string, NumberedDraft>()
    let last = 0
    for (const { kind, payload } of salvageLog(file, formats)) {
      const value: unknown = JSON.parse(payload.toString('utf8'))
      if (kind === frameKinds.draftDeleted) {
        const deletion = deletionSchema.parse(value)
        drafts.delete(deletion.key)
        last = Math.max(last, deletion.revision)
      } else if (kind === frameKinds.draft) {
        const draft = draftSchema.parse(value)
        drafts.set(draft.key, draft)
        last = Math.max(last, draft.revision)
      }
    }
    return { drafts: [...drafts.values()], revision: last }
  }

  /** The drafts of a copy of this file. */
  draftsIn(copy: Buffer): ReturnType<typeof DraftStore.read> {
    return DraftStore.read(copy, this.formats)
  }

  /** The file as it lies on the disk, at a moment when nothing is being written. */
  copy(): Promise<Buffer> {
    return this.#serial.run(async () => (await readFile(this.file.path)).subarray(0, this.file.size))
  }

  list(): readonly Omit<NumberedDraft, 'page' | 'turn'>[] {
    return [...this.#drafts.values()].map(({ draft: { key, value, savedAt, revision: number } }) => ({
      key,
      value,
      savedAt,
      revision: number,
    }))
  }

  /** Waits until what is being written now is on the disk. */
  settled(): Promise<void> {
    return this.#serial.run(() => Promise.resolve())
  }

  /** The number of the last write, deletions too. */
  get revision(): number {
    return this.#revision
  }

  /** The number of the write that made a draft what it is; null if there is none. */
  revisionOf(key: string): number | null {
    return this.#drafts.get(key)?.draft.revision ?? null
  }

  /** Numbers what is written from now on after `revision`. */
  follow(revision: number): void {
    this.#revision = Math.max(this.#revision, revision)
  }

  /**
   * Writes a draft over the write that it is built on. If another page has written it since, both stay: the text that
   * came later is kept beside, under a key of its own that only the same page's next one replaces. A text that a later
   * one of its own page has overtaken on the way is not written any more.
   * @param base the number of that write, 0 for none; whatever stands there gives way if it is not given
   * @param mayWrite is asked first, when it is this text's turn
   */
  put(draft: Draft, base?: number, mayWrite: () => Promise<void> = () => Promise.resolve()): Promise<Written> {
    return this.#serial.run(async () => {
      await mayWrite()
      const beside = base !== undefined && !this.isBuiltOn(draft, base)
      const placed = beside ? rivalOf(draft) : draft
      const standing = this.#drafts.get(placed.key)?.draft
      const isLate = base !== undefined && standing !== undefined && isOvertaken(placed, standing)
      return { revision: isLate ? standing.revision : await this.write(placed), beside }
    })
  }

  /** @param by who removes it, and the write that it knows of: what somebody else wrote since is kept beside */
  delete(key: string, by?: { readonly base: number; readonly page: string | undefined }): Promise<void> {
    return this.#serial.run(async () => {
      const standing = this.#drafts.get(key)?.draft
      if (standing === undefined) return
      if (by !== undefined && standing.revision !== by.base && !isSamePage(standing, by.page)) {
        await this.write(rivalOf(standing))
      }
      await this.renewIfBroken()
      await this.append(frameKinds.draftDeleted, encode({ key, revision: this.#revision + 1 }))
      this.forget(key)
      this.follow(this.#revision + 1)
      await this.compactIfWorthwhile()
    })
  }

  /** What another program did to the file meanwhile is undone first, as far as this process may still write. */
  close(): Promise<void> {
    return this.#serial.run(async () => {
      try {
        if (this.file.isWritable) await this.file.look().catch((error: unknown) => this.renewIfForeign(error))
      } catch {
        // Told at the next opening, by the newest snapshot.
      }
      await this.file.close()
    })
  }

  private async append(kind: number, payload: Buffer): ReturnType<FrameFile['append']> {
    try {
      return await this.file.append(kind, payload)
    } catch (error) {
      await this.renewIfForeign(error)
      return this.file.append(kind, payload)
    }
  }

  /** All drafts are here: they go into a fresh file, and what another program made of the old one is kept aside. */
  private async renewIfForeign(error: unknown): Promise<void> {
    if (!(error instanceof ForeignChange)) throw error
    const { path } = this.file
    const found = await readFile(path).catch(() => null)
    if (found !== null) {
      await makeFolder(this.asideFolder)
      const name = `${basename(path)}-${digestOf(found).sha256.slice(0, 12)}.foreign`
      await writeDurably(join(this.asideFolder, name), found)
    }
    await this.compact()
  }

  /**
   * Whether nothing is lost by writing over what stands: it is what the text is built on, of the same page, or the
   * same.
   */
  private isBuiltOn({ key, value, page }: Draft, base: number): boolean {
    const standing = this.#drafts.get(key)?.draft
    if (standing === undefined) return base === 0
    return standing.revision === base || isSamePage(standing, page) || isDeepStrictEqual(standing.value, value)
  }

  private async write(draft: Draft): Promise<number> {
    await this.renewIfBroken()
    const numbered = { ...draft, revision: this.#revision + 1 }
    const { size } = await this.append(frameKinds.draft, encode(numbered))
    this.keep(numbered, size)
    await this.compactIfWorthwhile()
    return numbered.revision
  }

  private keep(draft: NumberedDraft, size: number): void {
    this.forget(draft.key)
    this.follow(draft.revision)
    this.#drafts.set(draft.key, { draft, size })
    this.#liveBytes += size
  }

  private forget(key: string): void {
    this.#liveBytes -= this.#drafts.get(key)?.size ?? 0
    this.#drafts.delete(key)
  }

  /** After a failed sync nobody knows what the file holds; what is acknowledged is here and goes into a fresh one. */
  private async renewIfBroken(): Promise<void> {
    if (!this.file.isWritable) await this.compact()
  }

  private async compactIfWorthwhile(): Promise<void> {
    if (this.file.size > smallFile && this.#liveBytes * 2 < this.file.size) await this.compact()
  }

  private async compact(): Promise<void> {
    const { path } = this.file
    const drafts = [...this.#drafts.values()].map(({ draft }) => ({ kind: frameKinds.draft, payload: encode(draft) }))
    // The last write may have been a deletion: its number must not be lost with it.
    const last = { kind: frameKinds.draftDeleted, payload: encode({ key: '', revision: this.#revision }) }
    await writeDurably(path, encodeLog(this.formats.current, [...drafts, last]))
    await this.file.close()
    this.file = await FrameFile.open(path, this.formats, this.asideFolder, { take: () => undefined })
  }
}

const isSamePage = ({ page }: Draft, other: string | undefined): boolean => page !== undefined && page === other

const isOvertaken = ({ page, turn }: Draft, standing: Draft): boolean =>
  isSamePage(standing, page) && turn !== undefined && standing.turn !== undefined && turn < standing.turn

/** The same text under a key of its own: one for each draft and page. */
function rivalOf(draft: Draft): Draft {
  const { key: of, value, savedAt, page, turn } = draft
  const name = createHash('sha256')
    .update(JSON.stringify([of, page ?? savedAt]))
    .digest('hex')
  const text: KeptText = { of, why: 'rival', value }
  return { key: `${keptPrefix}${name.slice(0, 32)}`, value: text, savedAt, page, turn }
}

const encode = (value: unknown): Buffer => Buffer.from(JSON.stringify(value), 'utf8')
