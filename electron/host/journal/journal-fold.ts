import type { HostError } from '@shared/ipc/contract'
import { isOfNewerVersion, parseRecord, type RecordEnvelope, type RecordProblem } from '@shared/records/record'
import { SlotBook } from '@shared/records/slot-book'
import { breather } from '../lib/breathe'
import { hostError } from '../lib/failure'
import { nativeSha256 } from '../lib/native-hash'
import { BundleTraffic } from './bundle-traffic'
import type { FramePlace, StoredFrame } from './frame-file'
import { inSlices } from './columns'
import { FrameTable } from './frame-table'
import type { JournalImage } from './journal-image'
import { decodeGroupInSlices, holdsRecords } from './record-group'
import { RecordTable } from './record-table'
import { SlotShelf } from './slot-shelf'

type Content = Omit<JournalImage, 'prefix'>

/**
 * Everything that is known of a journal without reading it: what its records are, where they lie, who speaks of what.
 */
export class JournalFold {
  readonly records: RecordTable
  readonly frames: FrameTable
  readonly slots: SlotBook
  readonly traffic: BundleTraffic
  /** The frame in which each lies. */
  readonly quarantined: Map<string, number>
  /** Number of the last record of every author. */
  readonly heads = new Map<string, number>()
  /** Numbers of the introductions of every author. */
  readonly introductions = new Map<string, number[]>()
  readonly #shelf: SlotShelf
  #lamport: number

  constructor(content?: Content) {
    this.records = new RecordTable(content?.records)
    this.frames = new FrameTable(content?.frames)
    this.#shelf = new SlotShelf(this.records, content?.slots)
    this.slots = new SlotBook(this.#shelf, content?.undoings)
    this.traffic = new BundleTraffic(content?.traffic)
    this.quarantined = new Map(content?.quarantined)
    this.#lamport = content?.lamport ?? 0
  }

  /**
   * Makes what was written down ready to be asked; lets others have their turn. Asked for once, before anything else.
   */
  async ready(): Promise<void> {
    await this.records.ready()
    await this.#shelf.ready()
    await inSlices(this.records.count, (number) => {
      this.#meet(number, this.records.author(number), this.records.type(number))
    })
  }

  get lamport(): number {
    return this.#lamport
  }

  /** A frame behind the others: what is added next lies in it. */
  begin(place: Pick<FramePlace, 'offset' | 'size'>): void {
    this.frames.add(place, this.records.count)
  }

  /**
   * Puts a record behind the others. False if it cannot stand there: its number is taken, or a neighbour names another
   * record.
   */
  add(record: RecordEnvelope, isUnderstood = true): boolean {
    const { id, author, seq, prev, type } = record
    const { records } = this
    const before = records.findSeq(author, seq - 1)
    const after = records.findSeq(author, seq + 1)
    if (records.find(id) >= 0 || records.findSeq(author, seq) >= 0) return false
    if ((seq === 1) !== (prev === null) || (before >= 0 && records.id(before) !== prev)) return false
    if (after >= 0 && records.prev(after) !== id) return false
    const number = records.add(record)
    this.#lamport = Math.max(this.#lamport, record.lamport)
    this.#meet(number, author, isUnderstood ? type : null)
    if (isUnderstood) {
      this.slots.add(record)
      this.traffic.add(record)
    }
    return true
  }

  /** The same as it can be written down, whatever is added later. */
  get content(): Content {
    return {
      lamport: this.#lamport,
      quarantined: [...this.quarantined],
      undoings: [...this.slots.undoings],
      traffic: this.traffic.content,
      records: this.records.content,
      frames: this.frames.content,
      slots: this.#shelf.content,
    }
  }

  #meet(number: number, author: string, type: string | null): void {
    if (type === 'desk.introduced') {
      this.introductions.set(author, [...(this.introductions.get(author) ?? []), number])
    }
    const head = this.heads.get(author)
    if (head === undefined || this.records.seq(head) < this.records.seq(number)) this.heads.set(author, number)
  }
}

/**
 * What is wrong with a record. Of one that only a newer version of this program understands nothing can be told of its
 * row.
 */
function problemOf(record: RecordEnvelope): RecordProblem | null {
  const parsed = parseRecord(record, nativeSha256)
  return 'problem' in parsed ? parsed.problem : null
}

/** Folds the frames of a journal as they are read, and stops at the first that does not belong there. */
export class JournalReading {
  readonly fold: JournalFold
  /** What made it stop, or what it does not understand. */
  readonly notices: HostError[] = []
  #fence: number
  #isStopped = false
  readonly #breathe = breather()

  /** @param image what was folded before: what is read now follows on it */
  constructor(image: JournalImage | null) {
    this.fold = new JournalFold(image ?? undefined)
    this.#fence = image?.prefix.fence ?? 0
  }

  /** The highest number of the profile's lock under which a frame was written. */
  get fence(): number {
    return this.#fence
  }

  /** @param each is handed every record that stands where it may */
  async take(frame: StoredFrame, each?: (record: RecordEnvelope) => void | Promise<void>): Promise<void> {
    if (this.#isStopped) return
    this.#fence = Math.max(this.#fence, frame.fence ?? 0)
    if (!holdsRecords(frame.kind)) {
      this.#notUnderstood()
      this.#isStopped = true
      return
    }
    const group = await decodeGroupInSlices(frame)
    this.fold.begin(frame)
    let breach: RecordEnvelope | undefined
    for (const record of group.records) {
      await this.#breathe()
      const problem = problemOf(record)
      const isUnderstood = problem === null || !isOfNewerVersion(problem)
      if (!isUnderstood) this.#notUnderstood()
      if (problem?.kind === 'wrong-id' || !this.fold.add(record, isUnderstood)) {
        breach = record
        break
      }
      await each?.(record)
    }
    for (const record of group.quarantined ?? []) this.fold.quarantined.set(record.id, frame.ordinal)
    if (breach === undefined) return
    this.notices.push(hostError('journal.broken-chain', { record: breach.id, seq: breach.seq }))
    this.#isStopped = true
  }

  #notUnderstood(): void {
    if (!this.notices.some(({ code }) => code === 'journal.newer')) this.notices.push(hostError('journal.newer'))
  }
}
