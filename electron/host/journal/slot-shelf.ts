import { createHash } from 'node:crypto'
import type { Claim } from '@shared/records/lineage'
import { recordStamp } from '@shared/records/record'
import type { ClaimShelf } from '@shared/records/slot-book'
import { bytesColumn, Finder, inSlices, wordsColumn } from './columns'
import type { RecordTable } from './record-table'

const markSize = 16

export type SlotContent = {
  /** Sixteen bytes of the SHA-256 of each slot's name. */
  readonly marks: Uint8Array
  /** Of each record the number of its slot + 1; 0 for one that this version does not understand. */
  readonly slots: Uint32Array
  /** What choices say of other rows than their own, by the mark of the slot. */
  readonly choices: readonly (readonly [mark: string, claims: readonly Claim[]])[]
}

/**
 * Which records speak of which row, in columns: what a claim says is in the table of records. Slots are known by a part
 * of the SHA-256 of their names; nobody finds two that are the same.
 */
export class SlotShelf implements ClaimShelf {
  readonly #marks
  readonly #slotOf
  readonly #choices: Map<string, Claim[]>
  /** Of each slot the last record + 1, of each record the one before it of the same slot + 1. */
  readonly #last = wordsColumn()
  readonly #before = wordsColumn()
  readonly #finder = new Finder((slot) => hashOf(this.#mark(slot)))

  constructor(
    private readonly records: RecordTable,
    content?: SlotContent,
  ) {
    this.#marks = bytesColumn(content?.marks)
    this.#slotOf = wordsColumn(content?.slots)
    this.#choices = new Map(content?.choices.map(([mark, claims]) => [mark, [...claims]]))
  }

  /**
   * Makes what was written down ready to be searched; lets others have their turn. Asked for once, before anything
   * else.
   */
  async ready(): Promise<this> {
    const slots = this.#marks.length / markSize
    this.#finder.reserve(slots)
    await inSlices(slots, (slot) => {
      this.#finder.add(slot)
      this.#last.push(0)
    })
    await inSlices(this.#slotOf.length, (record) => {
      this.#chain(record, this.#slotOf.at(record))
    })
    return this
  }

  readonly of = (name: string): readonly Claim[] => {
    const mark = markOf(name)
    const slot = this.#find(mark)
    const numbers: number[] = []
    for (let next = slot < 0 ? 0 : this.#last.at(slot); next > 0; next = this.#before.at(next - 1)) {
      numbers.push(next - 1)
    }
    const own = numbers.reverse().map((number) => this.#claim(number))
    return [...own, ...(this.#choices.get(mark.toString('hex')) ?? [])]
  }

  /** The record that says it is the last one in the table. */
  readonly put = (name: string, claim: Claim, isOwn: boolean): void => {
    const mark = markOf(name)
    if (!isOwn) {
      const key = mark.toString('hex')
      this.#choices.set(key, [...(this.#choices.get(key) ?? []), claim])
      return
    }
    let slot = this.#find(mark)
    if (slot < 0) {
      slot = this.#last.length
      this.#marks.pushAll(mark)
      this.#last.push(0)
      this.#finder.add(slot)
    }
    const record = this.records.count - 1
    this.#fillTo(record)
    this.#slotOf.push(slot + 1)
    this.#chain(record, slot + 1)
  }

  /** Everything in it as it stands. */
  get content(): SlotContent {
    this.#fillTo(this.records.count)
    return {
      marks: this.#marks.slice(0, this.#marks.length),
      slots: this.#slotOf.slice(0, this.records.count),
      choices: [...this.#choices].map(([mark, claims]) => [mark, [...claims]] as const),
    }
  }

  /** Records before this one that said nothing here. */
  #fillTo(record: number): void {
    while (this.#slotOf.length < record) {
      this.#slotOf.push(0)
      this.#before.push(0)
    }
  }

  #chain(record: number, slot: number): void {
    this.#before.push(slot === 0 ? 0 : this.#last.at(slot - 1))
    if (slot > 0) this.#last.set(slot - 1, record + 1)
  }

  #find(mark: Buffer): number {
    return this.#finder.find(hashOf(mark), (slot) => mark.equals(this.#mark(slot)))
  }

  #mark(slot: number): Uint8Array {
    return this.#marks.slice(slot * markSize, (slot + 1) * markSize)
  }

  #claim(number: number): Claim {
    const { records } = this
    const [lamport, author, seq] = [records.lamport(number), records.author(number), records.seq(number)]
    return {
      recordId: records.id(number),
      stamp: recordStamp({ lamport, author: author as Parameters<typeof recordStamp>[0]['author'], seq }),
      refs: records.refs(number),
    }
  }
}

const markOf = (name: string): Buffer => createHash('sha256').update(name, 'utf8').digest().subarray(0, markSize)

function hashOf(mark: Uint8Array): number {
  const { [0]: a = 0, [1]: b = 0, [2]: c = 0, [3]: d = 0 } = mark
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0
}
