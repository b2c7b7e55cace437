import { Folding, type FoldedDesk } from '@shared/records/desk-state'
import { parseJournalRecord, type JournalRecord, type RecordEnvelope } from '@shared/records/record'
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
}

/** Records read at a time: what was read is let go as soon as it is folded. */
const pageSize = 500

/**
 * The one fold of an open desk in the host: made when it is first asked for, and brought up to date with what was
 * appended since. What this version does not understand is in the journal, and in no fold.
 */
export class DeskFold {
  readonly #folding = new Folding()
  readonly #serial = new Serial()
  /** Records of the journal that are folded. */
  #taken = 0
  #last: ReadonlyMap<string, LastRecord> = new Map()
  #listed: { readonly taken: number; readonly records: readonly Listed[] } = { taken: 0, records: [] }

  constructor(private readonly journal: Pick<Journal, 'count' | 'read' | 'readOfTypes'>) {}

  /** As of now: with every record that stands in the journal. */
  current(): Promise<FoldedJournal> {
    return this.#serial.run(async () => {
      if (this.#taken < this.journal.count) await this.#catchUp()
      const last = this.#last
      return { folded: this.#folding.finish(), lastOf: (author) => last.get(author) ?? null }
    })
  }

  /** Introductions, confirmed keys and written papers in the order in which they came: no other record is read. */
  listed(): Promise<readonly Listed[]> {
    return this.#serial.run(async () => {
      const { count } = this.journal
      const { taken, records } = this.#listed
      if (taken < count) {
        const found = (await this.journal.readOfTypes(listed, taken)).flatMap((envelope) => {
          const parsed = parseJournalRecord(envelope)
          return 'record' in parsed && isListed(parsed.record) ? [parsed.record] : []
        })
        this.#listed = { taken: count, records: [...records, ...found] }
      }
      return this.#listed.records
    })
  }

  async #catchUp(): Promise<void> {
    const last = new Map(this.#last)
    const breathe = breather()
    const { count } = this.journal
    while (this.#taken < count) {
      const records = await this.journal.read(this.#taken, Math.min(pageSize, count - this.#taken))
      for (const envelope of records) {
        await breathe()
        // Its id was checked when it came into the journal.
        const parsed = parseJournalRecord(envelope)
        if ('record' in parsed) this.#folding.add(parsed.record)
        const { author, seq, id, at } = envelope
        if ((last.get(author)?.seq ?? 0) < seq) last.set(author, { seq, id, at })
      }
      this.#taken += records.length
    }
    this.#last = last
  }
}
