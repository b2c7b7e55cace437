import { isOfNewerVersion, parseRecord, type RecordEnvelope, type RecordProblem } from '@shared/records/record'
import { breather } from '../lib/breathe'
import { fail, fileSystemError, hostError, HostFailure } from '../lib/failure'
import { mayWrite } from '../files/guarded-folder'
import { nativeSha256 } from '../lib/native-hash'
import type { HostError } from '@shared/ipc/contract'
import type { Action } from '@shared/records/payloads'
import { SlotBook } from '@shared/records/slot-book'
import { ForeignChange, FrameFile, type FramePlace } from './frame-file'
import { readIndex, writeIndex, type IndexedRecord, type IndexPlace, type JournalIndex } from './journal-index'
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

/** What is wrong with a record. Of one that only a newer version of this program understands nothing can be told of its row. */
function problemOf(record: RecordEnvelope): RecordProblem | null {
  const parsed = parseRecord(record, nativeSha256)
  return 'problem' in parsed ? parsed.problem : null
}

type Entry = IndexedRecord

/**
 * The record of everything: one frame per append in an append-only file, an index in memory, records read from the
 * disk when asked. Callers serialise `append`.
 */
export class Journal {
  readonly #entries: Entry[] = []
  readonly #byId = new Map<string, Entry>()
  readonly #bySeq = new Map<string, Entry>()
  readonly #heads = new Map<string, Entry>()
  /** Where each lies. */
  readonly #quarantined = new Map<string, FramePlace>()
  #slots = new SlotBook()
  readonly #introductions = new Map<string, Entry[]>()
  readonly notices: HostError[] = []
  #lamport = 0
  #unreadable = false
  #lastFence = 0
  #cached: { readonly place: FramePlace; readonly records: readonly RecordEnvelope[] } | null = null

  /** As the index that lies beside it says. */
  #indexedCount = 0

  private constructor(
    private readonly file: FrameFile,
    private readonly formats: LogFormats,
    private readonly indexPlace: IndexPlace | null,
  ) {}

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
   * Opens the file and checks checksums, ids' uniqueness and the chain of every author as far as it is there. One with records
   * that only a newer version understands is read whole and takes no more: this version would write without knowing them.
   * @param indexPlace where it may lie what was verified before: then only what was written since is
   */
  static async open(
    path: string,
    formats: LogFormats,
    asideFolder: string,
    indexPlace: IndexPlace | null = null,
  ): Promise<Journal> {
    const known = indexPlace === null ? null : await readIndex(indexPlace)
    const { file, frames, isKnown } = await FrameFile.open(path, formats, asideFolder, known?.prefix)
    const journal = new Journal(file, formats, indexPlace)
    if (isKnown && known !== null) await journal.take(known)
    if (file.state.kind === 'torn') journal.notices.push(hostError('journal.torn', { aside: file.state.aside }))
    if (file.state.kind === 'damaged') {
      journal.notices.push(hostError('journal.damaged', { aside: file.state.aside, offset: file.state.offset }))
    }
    const breathe = breather()
    for (const frame of frames) {
      journal.#lastFence = Math.max(journal.#lastFence, frame.fence ?? 0)
      if (!holdsRecords(frame.kind)) {
        if (!journal.isOfNewerVersion) journal.stopReading(hostError('journal.newer'))
        break
      }
      const group = await decodeGroupInSlices(frame)
      const place = placeOf(frame)
      let breach: RecordEnvelope | undefined
      for (const [index, record] of group.records.entries()) {
        await breathe()
        const problem = problemOf(record)
        const isUnderstood = problem === null || !isOfNewerVersion(problem)
        if (!isUnderstood && !journal.isOfNewerVersion) journal.stopReading(hostError('journal.newer'))
        if (problem?.kind !== 'wrong-id' && journal.index(record, place, index, isUnderstood)) continue
        breach = record
        break
      }
      for (const record of group.quarantined ?? []) journal.#quarantined.set(record.id, place)
      if (breach !== undefined) {
        journal.stopReading(hostError('journal.broken-chain', { record: breach.id, seq: breach.seq }))
        break
      }
    }
    return journal
  }

  get path(): string {
    return this.file.path
  }
  /** Bytes of the readable file: it only grows, so that these stay what they are. */
  get size(): number {
    return this.file.size
  }
  get count(): number {
    return this.#entries.length
  }
  get headId(): string | null {
    return this.#entries.at(-1)?.id ?? null
  }
  get lamport(): number {
    return this.#lamport
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
    return this.#byId.has(id)
  }
  isQuarantined(id: string): boolean {
    return this.#quarantined.has(id)
  }
  /** Id of an author's record by its number. */
  idAt(author: string, seq: number): string | null {
    return this.#bySeq.get(slot(author, seq))?.id ?? null
  }
  /** `prev` of an author's record by its number; undefined if it is not here. */
  prevAt(author: string, seq: number): string | null | undefined {
    return this.#bySeq.get(slot(author, seq))?.prev
  }
  /** The record of an author with the highest number. */
  headOf(author: string): Pick<RecordEnvelope, 'id' | 'seq'> | null {
    return this.#heads.get(author) ?? null
  }
  /** Ids of an author's introductions, by number: the first made it known, the newest says what holds now. */
  introductionsOf(author: string): readonly string[] {
    const entries = [...(this.#introductions.get(author) ?? [])].sort((a, b) => a.seq - b.seq)
    return entries.map((entry) => entry.id)
  }
  /** The last record of every author. */
  heads(): readonly Pick<RecordEnvelope, 'author' | 'seq' | 'id'>[] {
    return [...this.#heads.values()].map(({ author, seq, id }) => ({ author, seq, id }))
  }
  /** Heads of the other authors whose records arrived after the last one of `author`; at most 1,000. */
  headsSince(author: string): readonly string[] {
    const last = this.#entries.findLastIndex((entry) => entry.author === author)
    const arrived = new Set(this.#entries.slice(last + 1).map((entry) => entry.author))
    return [...arrived].flatMap((other) => this.#heads.get(other)?.id ?? []).slice(0, 1000)
  }

  /** Every group in the bytes of a copy of this journal. @throws HostFailure `journal.newer` */
  groupsIn(copy: Buffer): readonly RecordGroup[] {
    return readGroups(copy, this.formats)
  }

  /** Ids of the records that an action of this desk builds on in its row. */
  refsFor(action: Action, author: string): readonly string[] {
    return this.#slots.refsFor(action, author)
  }

  /** The records whose statements of a row hold now. */
  async standing(slotOfRow: string): Promise<readonly RecordEnvelope[]> {
    const ids = this.#slots.standing(slotOfRow)
    return ids.length === 0 ? [] : this.readById(ids)
  }

  /** Records in local order after the first `after`. */
  async read(after: number, limit: number): Promise<RecordEnvelope[]> {
    return this.readEntries(this.#entries.slice(after, after + limit))
  }

  /** Of the records after the first `after` those of certain kinds, in local order: no other is read. */
  async readOfTypes(types: readonly string[], after: number): Promise<RecordEnvelope[]> {
    const fresh = after === 0 ? this.#entries : this.#entries.slice(after)
    return this.readEntries(fresh.filter(({ type }) => types.includes(type)))
  }

  /** Records by id, in local order. @throws HostFailure `journal.no-such-record` */
  async readById(ids: Iterable<string>): Promise<RecordEnvelope[]> {
    const wanted = new Set(ids)
    for (const id of wanted) if (!this.#byId.has(id)) fail('journal.no-such-record', { record: id })
    const found = [...wanted].flatMap((id) => this.#byId.get(id) ?? [])
    return this.readEntries(found.sort((a, b) => a.place.offset - b.place.offset || a.index - b.index))
  }

  /** What was kept apart because its number was taken, in the order in which it came. */
  async readQuarantined(): Promise<RecordEnvelope[]> {
    const found = new Map<string, RecordEnvelope>()
    for (const place of new Map([...this.#quarantined.values()].map((one) => [one.offset, one])).values()) {
      const { quarantined = [] } = await decodeGroupInSlices(await this.file.read(place))
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
   * Appends a group; answers when it is on the disk. The group is readable after a restart whole or not at all.
   * @throws HostFailure `journal.read-only`, `journal.foreign`, `profile.lost`
   */
  async append(group: RecordGroup): Promise<void> {
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
    const own = placeOf(place)
    group.records.forEach((record, index) => {
      if (!this.index(record, own, index)) throw new Error(`appended record ${record.id} breaks the chain`)
    })
    for (const record of group.quarantined ?? []) this.#quarantined.set(record.id, own)
  }

  async close(): Promise<void> {
    await this.file.close()
  }

  /** False if the record cannot stand where it is: its number is taken, or a neighbour names another record. */
  private index(record: RecordEnvelope, place: FramePlace, index: number, isUnderstood = true): boolean {
    const { id, author, seq, prev, type } = record
    const before = this.#bySeq.get(slot(author, seq - 1))
    const after = this.#bySeq.get(slot(author, seq + 1))
    if (this.#byId.has(id) || this.#bySeq.has(slot(author, seq))) return false
    if ((seq === 1) !== (prev === null) || (before !== undefined && before.id !== prev)) return false
    if (after !== undefined && after.prev !== id) return false
    this.enter({ id, author, seq, prev, type, place, index }, isUnderstood)
    this.#lamport = Math.max(this.#lamport, record.lamport)
    if (isUnderstood) this.#slots.add(record)
    return true
  }

  private enter(entry: Entry, isUnderstood: boolean): void {
    const { id, author, seq, type } = entry
    this.#entries.push(entry)
    this.#byId.set(id, entry)
    this.#bySeq.set(slot(author, seq), entry)
    if (isUnderstood && type === 'desk.introduced') {
      this.#introductions.set(author, [...(this.#introductions.get(author) ?? []), entry])
    }
    if ((this.#heads.get(author)?.seq ?? 0) < seq) this.#heads.set(author, entry)
  }

  /** Takes over what was read before of the very same bytes. */
  private async take({ prefix, lamport, records, quarantined, slots }: JournalIndex): Promise<void> {
    const breathe = breather()
    for (const record of records) {
      await breathe()
      this.enter(record, true)
    }
    for (const [id, place] of quarantined) this.#quarantined.set(id, place)
    this.#slots = SlotBook.from(slots)
    this.#lamport = lamport
    this.#lastFence = prefix.fence
    this.#indexedCount = records.length
  }

  /**
   * Writes down what is known of a whole journal, if anything came since. Nothing depends on it: what cannot be written now
   * is read anew at the next opening.
   */
  async saveIndex(): Promise<void> {
    const { prefix } = this.file
    if (this.indexPlace === null || prefix === null || this.#unreadable || this.notices.length > 0) return
    if (this.#indexedCount === this.count) return
    await writeIndex(this.indexPlace, {
      prefix,
      lamport: this.#lamport,
      records: this.#entries,
      quarantined: this.#quarantined,
      slots: this.#slots.content,
    })
    this.#indexedCount = this.count
  }

  /** Refuses further records until the desk is opened anew: what is written now would fork this desk's own chain. */
  hold(): void {
    this.#unreadable = true
  }

  private stopReading(notice: HostError): void {
    this.#unreadable = true
    this.notices.push(notice)
  }

  private async readEntries(entries: readonly Entry[]): Promise<RecordEnvelope[]> {
    const records: RecordEnvelope[] = []
    for (const entry of entries) {
      const group = await this.readGroup(entry.place)
      const record = group[entry.index]
      if (record !== undefined) records.push(record)
    }
    return records
  }

  private async readGroup(place: FramePlace): Promise<readonly RecordEnvelope[]> {
    if (this.#cached?.place.offset === place.offset) return this.#cached.records
    const group = await decodeGroupInSlices(await this.file.read(place))
    this.#cached = { place, records: group.records }
    return group.records
  }
}

const placeOf = ({ offset, size, ordinal }: FramePlace): FramePlace => ({ offset, size, ordinal })

const slot = (author: string, seq: number): string => `${author}/${seq}`
