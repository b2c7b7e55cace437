import type { KeyObject } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { HostError } from '@shared/ipc/contract'
import type { JournalCheck } from '@shared/ipc/journal-check'
import { deskStatementSchema } from '@shared/records/payloads'
import type { RecordEnvelope } from '@shared/records/record'
import { mayWrite } from '../files/guarded-folder'
import { isRecordSignature, publicKeyOf } from '../keys/signatures'
import type { Journal } from '../journal/journal'
import { readMark, writeMark, type MarkPlace, type VerifiedMark } from '../journal/verified-mark'
import { pacer } from '../lib/breathe'
import { hostError } from '../lib/failure'

/** Whoever opens a desk looks at it first. In ms after opening. */
const compareAfter = 1500
const imageAfter = 5000
const verifyAfter = 120_000

/** Records after which the image is written again, so that a desk that is killed reads no more than these. */
const imageEvery = 1000

/** How old the last reading of everything may be before it is done again by itself (work rule). */
const verifyEveryMs = 30 * 86_400_000

class Stopped extends Error {
  override readonly name = 'Stopped'
}

type World = {
  readonly clock: () => Date
  readonly mark: MarkPlace
  readonly imagePath: string
}

/**
 * Looks after the journal of an open desk, behind people's work: compares what was not read at opening, keeps the image
 * beside it young, reads and verifies everything now and then or when asked, and knows when that was.
 */
export class JournalCare {
  #mark: VerifiedMark | null = null
  #running: { checked: number; readonly total: number } | null = null
  #isToStop = false
  #fault: HostError | null = null
  #verifying: Promise<void> = Promise.resolve()
  #saving: Promise<void> = Promise.resolve()
  #isSaving = false
  #noting: Promise<void> = Promise.resolve()
  #tell: (notice: HostError) => void = () => undefined
  readonly #timers: NodeJS.Timeout[] = []

  private constructor(
    private readonly journal: Journal,
    private readonly world: World,
  ) {}

  static async of(journal: Journal, world: World): Promise<JournalCare> {
    const care = new JournalCare(journal, world)
    care.#mark = await readMark(world.mark, care.#bounds())
    return care
  }

  /** Begins its work. @param tell is told of damage that is found from now on */
  begin(tell: (notice: HostError) => void): void {
    this.#tell = tell
    this.journal.onDamage((notice) => {
      this.#fault = notice
      this.#noting = this.#forget()
      tell(notice)
    })
    this.#later(compareAfter, () => this.#compare())
    this.#later(imageAfter, () => this.saveImage())
    this.#later(verifyAfter, async () => {
      if (this.#isDue()) this.verify('behind')
    })
  }

  /** What is known of when the journal was last looked over. */
  get status(): JournalCheck {
    return {
      comparedAt: this.#mark?.comparedAt ?? null,
      verifiedAt: this.#mark?.verifiedAt ?? null,
      verifiedCount: this.#mark?.verifiedCount ?? 0,
      running: this.#running === null ? null : { ...this.#running },
      fault: this.#fault,
    }
  }

  /** Something was appended. */
  appended(): void {
    if (this.journal.notImaged >= imageEvery) void this.saveImage()
  }

  /**
   * Reads and verifies every record anew, with its signature. Does nothing if that is under way.
   * @param how `behind` leaves most of the processor to others
   */
  verify(how: 'asked' | 'behind'): void {
    if (this.#running !== null) return
    this.#isToStop = false
    this.#running = { checked: 0, total: this.journal.count }
    this.#verifying = this.#verifyNow(how === 'asked' ? pacer(10, 0) : pacer(10, 25))
      .catch(() => undefined)
      .finally(() => {
        this.#running = null
      })
  }

  /** Ends a verification that is under way; nothing of it is kept. */
  async stop(): Promise<void> {
    this.#isToStop = true
    await this.#verifying
  }

  /** Writes the image beside the journal, one writing at a time; a disk that refuses is let be. */
  saveImage(): Promise<void> {
    if (this.#isSaving) return this.#saving
    this.#isSaving = true
    this.#saving = this.journal
      .saveImage()
      .catch(() => undefined)
      .finally(() => {
        this.#isSaving = false
      })
    return this.#saving
  }

  /** Ends everything that is under way, while the journal is still open. */
  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer)
    await this.stop()
    await this.#saving
    await this.saveImage()
    await this.#noting
  }

  async #compare(): Promise<void> {
    await this.journal.compare()
    if (this.journal.isCompared && this.journal.notices.length === 0) await this.#note({ comparedAt: this.#now() })
  }

  async #verifyNow(pace: ReturnType<typeof pacer>): Promise<void> {
    const { journal } = this
    const keys = new Map<string, KeyObject | null>()
    let bad: RecordEnvelope | null = null
    await journal.verify(async (record, number) => {
      if (this.#isToStop) throw new Stopped('verifying')
      await pace()
      if (this.#running !== null) this.#running.checked = number + 1
      const known = keys.get(record.author)
      const key = known === undefined ? await this.#keyOf(record.author) : known
      keys.set(record.author, key)
      if (key === null || !isRecordSignature(record.id, record.sig, key)) bad ??= record
    })
    if (journal.notices.some(({ code }) => code !== 'journal.torn')) return
    const found = bad as RecordEnvelope | null
    if (found !== null) {
      this.#fault = hostError('journal.bad-signature', { record: found.id, seq: found.seq })
      this.#tell(this.#fault)
      return
    }
    const at = this.#now()
    await this.#note({ comparedAt: at, verifiedAt: at, verifiedCount: this.#running?.total ?? 0 })
  }

  /** The key of an author by the first statement that it made of itself; null if there is none. */
  async #keyOf(author: string): Promise<KeyObject | null> {
    const [first] = this.journal.introductionsOf(author)
    const [record] = first === undefined ? [] : await this.journal.readById([first])
    const statement = deskStatementSchema.safeParse(record?.payload)
    return statement.success && statement.data.keyId === author ? publicKeyOf(statement.data) : null
  }

  async #note(found: Partial<VerifiedMark>): Promise<void> {
    const before = this.#mark ?? { comparedAt: null, verifiedAt: null, verifiedCount: 0 }
    this.#mark = { ...before, ...found, ...this.#bounds() }
    // A disk that refuses it now takes it the next time.
    this.#noting = writeMark(this.world.mark, this.#mark).catch(() => undefined)
    await this.#noting
  }

  /** What was found damaged is not to be believed at the next opening. */
  async #forget(): Promise<void> {
    this.#mark = null
    for (const path of [this.world.imagePath, this.world.mark.path]) {
      await mayWrite(path)
        .then(() => rm(path, { force: true }))
        .catch(() => undefined)
    }
  }

  #isDue(): boolean {
    const last = this.#mark?.verifiedAt
    return last === undefined || last === null || this.world.clock().getTime() - Date.parse(last) > verifyEveryMs
  }

  #bounds(): Pick<VerifiedMark, 'header' | 'size'> {
    return { header: this.journal.header.toString('hex'), size: this.journal.size }
  }

  #now(): string {
    return this.world.clock().toISOString()
  }

  #later(ms: number, run: () => Promise<void>): void {
    const timer = setTimeout(() => void run().catch(() => undefined), ms)
    timer.unref()
    this.#timers.push(timer)
  }
}
