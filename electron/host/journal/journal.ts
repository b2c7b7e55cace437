import type { HostError } from '@shared/ipc/contract'
import type { Action } from '@shared/records/payloads'
import { slotOf } from '@shared/records/projection'
import type { RecordEnvelope } from '@shared/records/record'
import type { RecordType } from '@shared/records/record-kinds'
import { fail, fileSystemError, hostError, HostFailure } from '../lib/failure'
import { mayWrite } from '../files/guarded-folder'
import type { BundleTraffic } from './bundle-traffic'
import { ForeignChange, FrameFile, type StoredFrame } from './frame-file'
import { JournalReading, type JournalFold } from './journal-fold'
import { FrameCache } from './frame-cache'
import { readImage, writeImage, type ImagePlace, type JournalImage } from './journal-image'
import { encodeLog, newSealedHeader, plainLog, salvageLog, sealedLog, type LogFormats } from './log-format'
import {
  decodeGroup,
  decodeGroupInSlices,
  holdsRecords,
  packGroup,
  type GroupFrame,
  type RecordGroup,
} from './record-group'

const magic = Buffer.from('LIANSHEN-JRNL-2\n', 'latin1')
const plainMagic = Buffer.from('LIANSHEN-JRNL-1\n', 'latin1')

/** How the journal lies on the disk, under its own key; `mayBePlain` while an older version's is to be converted. */
export function journalFormats(key: Uint8Array, mayBePlain: boolean): LogFormats {
  const current = sealedLog(magic, key, 'lianshen/journal/2', true)
  return { current, readable: mayBePlain ? [current, plainLog(plainMagic)] : [current] }
}

/**
 * Every group of records that can be read out of a journal's bytes, also behind a damage.
 * @throws HostFailure `journal.newer` if a newer version wrote into it
 */
export function readGroups(file: Buffer, formats: LogFormats): readonly RecordGroup[] {
  return salvageLog(file, formats).map((frame) =>
    holdsRecords(frame.kind) ? decodeGroup(frame) : fail('journal.newer'),
  )
}

/** What a journal needs to know beside its own file. */
export type JournalPlaces = {
  readonly asideFolder: string
  /** Where it may lie what was folded before: then only what was written since is read. */
  readonly image?: ImagePlace | null
  /**
   * So many bytes that were folded before are compared at once with what they were; of a larger file they are compared
   * when it is open, and before anything is appended.
   */
  readonly comparedAtOnce?: number
}

/** A few hundredths of a second; three to four hundred dossiers. */
const comparedAtOnce = 1 << 24

/** Hears what is found wrong with a journal while it is open. */
export type DamageListener = (notice: HostError) => void

/**
 * The record of everything: one frame per append in an append-only file, its fold in memory, records read from the
 * disk when asked. Callers serialise `append`.
 */
export class Journal {
  readonly notices: HostError[] = []
  #fold: JournalFold
  #unreadable = false
  readonly #lastFence: number
  readonly #cache = new FrameCache(async (ordinal) => (await this.readGroup(ordinal)).records)
  #comparing: Promise<void> | null = null
  /** Records in the image that lies beside it. */
  #imaged: number
  #tell: DamageListener = () => undefined

  private constructor(
    private readonly file: FrameFile,
    private readonly formats: LogFormats,
    private readonly places: JournalPlaces,
    { fold, fence, notices }: JournalReading,
    imaged: number,
  ) {
    this.#fold = fold
    this.#lastFence = fence
    this.#imaged = imaged
    const { state } = file
    if (state.kind === 'torn') this.notices.push(hostError('journal.torn', { aside: state.aside }))
    if (state.kind === 'damaged') this.notices.push(damaged(state))
    for (const notice of notices) this.stopReading(notice)
  }

  /** A new file, with these groups in it. */
  static async create(path: string, { current }: LogFormats, groups: readonly RecordGroup[]): Promise<void> {
    const contents: GroupFrame[] = []
    for (const group of groups) contents.push(await packGroup(group))
    await FrameFile.create(path, encodeLog(current, contents))
  }

  /** A new file without records. It needs no key, so that one can be put in place before anybody unlocks. */
  static async createEmpty(path: string): Promise<void> {
    await FrameFile.create(path, newSealedHeader(magic))
  }

  /**
   * Opens the file and checks checksums, ids' uniqueness and the chain of every author as far as it is there. One with
   * records that only a newer version understands is read whole and takes no more: this version would write without
   * knowing them. What an image says was verified is not verified again; whether the bytes are still the same,
   * `compare` says.
   */
  static async open(path: string, formats: LogFormats, places: JournalPlaces): Promise<Journal> {
    const image = places.image === undefined || places.image === null ? null : await readImage(places.image)
    return (await Journal.openWith(image, path, formats, places)) ?? Journal.openWhole(path, formats, places)
  }

  private static async openWhole(path: string, formats: LogFormats, places: JournalPlaces): Promise<Journal> {
    const journal = await Journal.openWith(null, path, formats, places)
    if (journal === null) throw new Error('what is read whole needs no comparing')
    return journal
  }

  /** Null if the image is not of these bytes. */
  private static async openWith(
    image: JournalImage | null,
    path: string,
    formats: LogFormats,
    places: JournalPlaces,
  ): Promise<Journal | null> {
    let reading = new JournalReading(null)
    let imaged = 0
    const file = await FrameFile.open(
      path,
      formats,
      places.asideFolder,
      {
        begin: async (isKnown) => {
          if (!isKnown) return
          reading = new JournalReading(image)
          await reading.fold.ready()
          imaged = reading.fold.records.count
        },
        take: (frame) => reading.take(frame),
      },
      image?.prefix,
    )
    if (file.unread > 0 && file.unread <= (places.comparedAtOnce ?? comparedAtOnce) && !(await file.holdsKnown())) {
      await file.close()
      return null
    }
    return new Journal(file, formats, places, reading, imaged)
  }

  get path(): string {
    return this.file.path
  }
  /** What begins the file and is its alone. */
  get header(): Buffer {
    return this.file.header
  }
  /** Bytes of the readable file: it only grows, so that these stay what they are. */
  get size(): number {
    return this.file.size
  }
  get count(): number {
    return this.#fold.records.count
  }
  get headId(): string | null {
    return this.count === 0 ? null : this.#fold.records.id(this.count - 1)
  }
  get lamport(): number {
    return this.#fold.lamport
  }
  get isWritable(): boolean {
    return this.file.isWritable && !this.#unreadable
  }

  /** The highest number of the profile's lock under which a frame was written; 0 if none says. */
  get lastFence(): number {
    return this.#lastFence
  }

  /** A newer version of this program wrote into it. */
  get isOfNewerVersion(): boolean {
    return this.notices.some((notice) => notice.code === 'journal.newer')
  }

  has(id: string): boolean {
    return this.#fold.records.find(id) >= 0
  }
  isQuarantined(id: string): boolean {
    return this.#fold.quarantined.has(id)
  }
  /** Id of an author's record by its number. */
  idAt(author: string, seq: number): string | null {
    const number = this.#fold.records.findSeq(author, seq)
    return number < 0 ? null : this.#fold.records.id(number)
  }
  /** `prev` of an author's record by its number; undefined if it is not here. */
  prevAt(author: string, seq: number): string | null | undefined {
    const number = this.#fold.records.findSeq(author, seq)
    return number < 0 ? undefined : this.#fold.records.prev(number)
  }
  /** The record of an author with the highest number. */
  headOf(author: string): Pick<RecordEnvelope, 'id' | 'seq'> | null {
    const number = this.#fold.heads.get(author)
    return number === undefined ? null : { id: this.#fold.records.id(number), seq: this.#fold.records.seq(number) }
  }
  /** Ids of an author's introductions, by number: the first made it known, the newest says what holds now. */
  introductionsOf(author: string): readonly string[] {
    const { records, introductions } = this.#fold
    const numbers = [...(introductions.get(author) ?? [])].sort((a, b) => records.seq(a) - records.seq(b))
    return numbers.map((number) => records.id(number))
  }
  /** The last record of every author. */
  heads(): readonly Pick<RecordEnvelope, 'author' | 'seq' | 'id'>[] {
    const { heads, records } = this.#fold
    return [...heads].map(([author, number]) => ({
      author: author as RecordEnvelope['author'],
      seq: records.seq(number),
      id: records.id(number),
    }))
  }
  /** Heads of the other authors whose records arrived after the last one of `author`; at most 1,000. */
  headsSince(author: string): readonly string[] {
    const { records } = this.#fold
    let last = this.count - 1
    while (last >= 0 && records.author(last) !== author) last -= 1
    const arrived = new Set<string>()
    for (let number = last + 1; number < this.count; number += 1) arrived.add(records.author(number))
    return [...arrived].flatMap((other) => this.headOf(other)?.id ?? []).slice(0, 1000)
  }

  /** Every group in the bytes of a copy of this journal. @throws HostFailure `journal.newer` */
  groupsIn(copy: Buffer): readonly RecordGroup[] {
    return readGroups(copy, this.formats)
  }

  /** Which bundles came in and went out. */
  get traffic(): BundleTraffic {
    return this.#fold.traffic
  }

  /** Ids of the records that an action of this desk builds on in its row. */
  refsFor(action: Action, author: string): readonly string[] {
    return this.#fold.slots.refsFor(action, author)
  }

  /** The records whose statements of a row hold now. */
  async standing(slotOfRow: string): Promise<readonly RecordEnvelope[]> {
    const ids = this.#fold.slots.standing(slotOfRow)
    return ids.length === 0 ? [] : this.readById(ids)
  }

  /** The records that hold now of every row of a kind; where people have yet to choose, all of them. */
  async standingOfKind(type: RecordType): Promise<readonly RecordEnvelope[]> {
    const said = await this.readOfTypes([type], 0)
    const slots = new Set(said.map(({ payload }) => slotOf(type, payload as never)))
    const ids = [...slots].flatMap((slot) => this.#fold.slots.standing(slot))
    return ids.length === 0 ? [] : this.readById(ids)
  }

  /** Records in local order after the first `after`. */
  async read(after: number, limit: number): Promise<RecordEnvelope[]> {
    const to = Math.min(this.count, after + limit)
    return this.readNumbers(Array.from({ length: Math.max(0, to - after) }, (_, index) => after + index))
  }

  /** Of the records after the first `after` those of certain kinds, in local order: no other is read. */
  async readOfTypes(types: readonly string[], after: number): Promise<RecordEnvelope[]> {
    const numbers: number[] = []
    for (let number = after; number < this.count; number += 1) {
      if (types.includes(this.#fold.records.type(number))) numbers.push(number)
    }
    return this.readNumbers(numbers)
  }

  /** Records by id, in local order. @throws HostFailure `journal.no-such-record` */
  async readById(ids: Iterable<string>): Promise<RecordEnvelope[]> {
    const numbers = [...new Set(ids)].map((id) => {
      const number = this.#fold.records.find(id)
      return number < 0 ? fail('journal.no-such-record', { record: id }) : number
    })
    return this.readNumbers(numbers.sort((a, b) => a - b))
  }

  /** What was kept apart because its number was taken, in the order in which it came. */
  async readQuarantined(): Promise<RecordEnvelope[]> {
    const found = new Map<string, RecordEnvelope>()
    for (const ordinal of new Set(this.#fold.quarantined.values())) {
      const { quarantined = [] } = await this.readGroup(ordinal)
      for (const record of quarantined) found.set(record.id, record)
    }
    return [...found.values()]
  }

  /**
   * Looks whether another program touched the file. From then on nothing is written; what was read of it stays.
   * @throws HostFailure `journal.foreign`, or an error of the file system
   */
  async look(): Promise<void> {
    if (!this.file.isWritable) return
    await this.file.look().catch((error: unknown) => {
      if (error instanceof ForeignChange) fail('journal.foreign', { path: this.path })
      throw error
    })
  }

  /**
   * Appends a group; answers when it is on the disk. The group is readable after a restart whole or not at all. Nothing
   * is appended before all that is there was compared with what was verified.
   * @throws HostFailure `journal.read-only`, `journal.foreign`, `profile.lost`
   */
  async append(group: RecordGroup): Promise<void> {
    await this.compare()
    if (!this.isWritable) {
      // Whoever lost the profile is told so.
      await mayWrite(this.path)
      fail('journal.read-only')
    }
    const { kind, payload } = await packGroup(group)
    const place = await this.file.append(kind, payload).catch((error: unknown) => {
      if (error instanceof ForeignChange) fail('journal.foreign', { path: this.path })
      if (error instanceof HostFailure) throw error
      if (fileSystemError(error) === null && !this.isWritable) fail('journal.read-only')
      throw error
    })
    this.#fold.begin(place)
    for (const record of group.records) {
      if (!this.#fold.add(record)) throw new Error(`appended record ${record.id} breaks the chain`)
    }
    for (const record of group.quarantined ?? []) this.#fold.quarantined.set(record.id, place.ordinal)
  }

  async close(): Promise<void> {
    await this.#comparing?.catch(() => undefined)
    await this.file.close()
  }

  /** Whether every byte is known to be one that was verified. */
  get isCompared(): boolean {
    return this.file.unread === 0
  }

  /** Who is told of damage that is found from now on; what was found when it was opened is in `notices`. */
  onDamage(tell: DamageListener): void {
    this.#tell = tell
  }

  /**
   * Compares the bytes that were not read at opening with what was verified of them, once, in small pieces. If they are
   * not the same, the journal takes nothing more, serves what is before the damage, and its damage is told, as at
   * opening.
   * @throws an error of the file system: then it is tried again the next time
   */
  compare(): Promise<void> {
    if (this.isCompared) return Promise.resolve()
    this.#comparing ??= this.compareNow().catch((error: unknown) => {
      this.#comparing = null
      throw error
    })
    return this.#comparing
  }

  private async compareNow(): Promise<void> {
    if (await this.file.holdsKnown()) return
    const before = this.notices.length
    this.#unreadable = true
    await this.readAgain()
    // Every frame is one of ours, and yet they are not those that were verified: another copy was put in its place.
    if (this.file.state.kind !== 'damaged') this.stopReading(hostError('journal.foreign', { path: this.path }))
    for (const notice of this.notices.slice(before)) this.#tell(notice)
  }

  /**
   * Reads and verifies everything again, whatever was verified before: each frame, each id, each chain. `each` is
   * handed every record as it is read. Damage is told as at opening, and the journal takes nothing more.
   */
  async verify(each: (record: RecordEnvelope, number: number) => void | Promise<void>): Promise<void> {
    const before = this.notices.length
    await this.readAgain(each)
    for (const notice of this.notices.slice(before)) this.#tell(notice)
  }

  /** Folds the file anew out of its bytes. What is appended meanwhile is not looked at. */
  private async readAgain(
    each: (record: RecordEnvelope, number: number) => void | Promise<void> = () => undefined,
  ): Promise<void> {
    const reading = new JournalReading(null)
    let handed = 0
    const take = async (frame: StoredFrame): Promise<void> => {
      await reading.take(frame, async (record) => {
        await each(record, handed)
        handed += 1
      })
    }
    await this.file.readAgain(take, this.places.asideFolder)
    const { state } = this.file
    const isWhole = state.kind !== 'damaged' && reading.notices.length === 0
    if (isWhole && this.holdsSame(reading.fold)) return
    // What is served from now on is what can be read.
    this.#fold = reading.fold
    this.#cache.forget()
    if (state.kind === 'damaged') this.stopReading(damaged(state))
    for (const notice of reading.notices) this.stopReading(notice)
  }

  /** Whether what was read again is what was known of its frames. */
  private holdsSame({ records }: JournalFold): boolean {
    for (let number = 0; number < records.count; number += 1) {
      if (records.id(number) !== this.#fold.records.id(number)) return false
    }
    return true
  }

  /**
   * Writes down what is known of a whole journal, if anything came since. What is appended meanwhile is in the next
   * one; nothing depends on it: what cannot be written now is read at the next opening.
   */
  async saveImage(): Promise<void> {
    const { prefix } = this.file
    const { image } = this.places
    if (image === undefined || image === null || prefix === null || this.#unreadable) return
    const { count } = this
    if (this.#imaged === count || !this.isCompared) return
    // A frame that is just being appended is in the file and not yet in the fold.
    if ((prefix.last?.ordinal ?? -1) + 1 !== this.#fold.frames.count) return
    await writeImage(image, { ...this.#fold.content, prefix })
    this.#imaged = count
  }

  /** Records that are in no image yet. */
  get notImaged(): number {
    return this.count - this.#imaged
  }

  /** Refuses further records until the desk is opened anew: what is written now would fork this desk's own chain. */
  hold(): void {
    this.#unreadable = true
  }

  private stopReading(notice: HostError): void {
    this.#unreadable = true
    this.notices.push(notice)
  }

  private async readNumbers(numbers: readonly number[]): Promise<RecordEnvelope[]> {
    const records: RecordEnvelope[] = []
    for (const number of numbers) {
      const ordinal = this.#fold.frames.of(number)
      const group = await this.#cache.of(ordinal)
      const record = group[number - this.#fold.frames.first(ordinal)]
      if (record !== undefined) records.push(record)
    }
    return records
  }

  /** @throws HostFailure `journal.damaged`, `journal.foreign` if it is no longer what was written there */
  private async readGroup(ordinal: number): Promise<RecordGroup> {
    try {
      return await decodeGroupInSlices(await this.file.read(this.#fold.frames.place(ordinal)))
    } catch (error) {
      if (!(error instanceof RangeError) || this.isCompared) throw error
      // What was not compared yet is compared now, and everybody is told.
      await this.compare()
      const found = this.#unreadable ? this.notices.at(-1) : undefined
      throw found === undefined ? error : new HostFailure(found)
    }
  }
}

const damaged = ({ aside, offset }: { readonly aside: string; readonly offset: number }): HostError =>
  hostError('journal.damaged', { aside, offset })
