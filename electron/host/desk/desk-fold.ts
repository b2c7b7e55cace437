import { Folding, type FoldedDesk } from '@shared/records/desk-state'
import { parseRecord, type JournalRecord, type RecordEnvelope } from '@shared/records/record'
import type { Journal } from '../journal/journal'
import { breather } from '../lib/breathe'
import { Serial } from '../lib/serial'

/** Last record of an author, with its time by that author's clock. */
type LastRecord = Pick<RecordEnvelope, 'seq' | 'id' | 'at'>

/** Kinds of which the order of arrival counts, or all of which are asked for. */
const listed = ['desk.introduced', 'key.confirmed', 'document.exported'] as const
type Listed = Extract<JournalRecord, { type: (typeof listed)[number] }>

const isListed = (record: JournalRecord): record is Listed => (listed as readonly string[]).includes(record.type)

/** What the journal says as of one moment. Whoever was handed it keeps it as it is. */
export type FoldedJournal = {
  readonly folded: FoldedDesk
  readonly lastOf: (author: string) => LastRecord | null
  /** In the order in which they came. */
  readonly listed: readonly Listed[]
}

/**
 * The one fold of an open desk in the host: made when it is first asked for, and brought up to date with what was appended
 * since. What this version does not understand is in the journal, and in no fold.
 */
export class DeskFold {
  readonly #folding = new Folding()
  readonly #serial = new Serial()
  /** Records of the journal that are folded. */
  #taken = 0
  #last: ReadonlyMap<string, LastRecord> = new Map()
  #listed: readonly Listed[] = []

  constructor(private readonly journal: Pick<Journal, 'count' | 'read'>) {}

  /** As of now: with every record that stands in the journal. */
  current(): Promise<FoldedJournal> {
    return this.#serial.run(async () => {
      if (this.#taken < this.journal.count) await this.#catchUp()
      const last = this.#last
      return { folded: this.#folding.finish(), lastOf: (author) => last.get(author) ?? null, listed: this.#listed }
    })
  }

  async #catchUp(): Promise<void> {
    const last = new Map(this.#last)
    const found: Listed[] = []
    const breathe = breather()
    const records = await this.journal.read(this.#taken, this.journal.count - this.#taken)
    for (const envelope of records) {
      await breathe()
      const parsed = parseRecord(envelope)
      if ('record' in parsed) {
        this.#folding.add(parsed.record)
        if (isListed(parsed.record)) found.push(parsed.record)
      }
      const { author, seq, id, at } = envelope
      if ((last.get(author)?.seq ?? 0) < seq) last.set(author, { seq, id, at })
    }
    this.#taken += records.length
    this.#last = last
    if (found.length > 0) this.#listed = [...this.#listed, ...found]
  }
}
