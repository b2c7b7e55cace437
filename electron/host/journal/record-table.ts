import { randomBytes } from 'node:crypto'
import type { RecordEnvelope } from '@shared/records/record'
import { bytesColumn, Finder, inSlices, longsColumn, Names, wordsColumn } from './columns'

const idSize = 32

/** Set in a reference to a record that is not here: the rest is its number among the names of such records. */
const elsewhere = 0x8000_0000

/**
 * What a table holds as it can be written down: columns as they lie in memory, and the few things that are no columns.
 */
export type TableContent = {
  readonly columns: {
    readonly ids: Uint8Array
    readonly authors: Uint32Array
    readonly types: Uint32Array
    readonly seqs: Float64Array
    readonly lamports: Float64Array
    /** Where the references of each record end. */
    readonly refEnds: Uint32Array
    readonly refs: Uint32Array
  }
  readonly authors: readonly string[]
  readonly types: readonly string[]
  readonly elsewhere: readonly string[]
  readonly loose: readonly (readonly [number: number, prev: string])[]
}

/**
 * What is known of every record without reading it: id, author, number, kind, time, what it refers to. Records are
 * known by their place in local order, from 0; a record takes about a hundred bytes of memory, however much it says.
 */
export class RecordTable {
  readonly #ids
  readonly #authorOf
  readonly #typeOf
  readonly #seqs
  readonly #lamports
  readonly #refEnds
  readonly #refs
  readonly #authors: Names
  readonly #types: Names
  readonly #elsewhere: Names
  /** What a record names as the one before it where that one was not here when it came. */
  readonly #loose: Map<number, string>
  readonly #byId = new Finder((number) => this.#hashAt(number))
  readonly #bySeq = new Finder((number) => this.#seqHash(this.#authorOf.at(number), this.#seqs.at(number)))
  /** So that nobody outside can choose numbers that fall together. */
  readonly #secret = randomBytes(4).readUInt32LE()

  constructor(content?: TableContent) {
    const columns = content?.columns
    this.#ids = bytesColumn(columns?.ids)
    this.#authorOf = wordsColumn(columns?.authors)
    this.#typeOf = wordsColumn(columns?.types)
    this.#seqs = longsColumn(columns?.seqs)
    this.#lamports = longsColumn(columns?.lamports)
    this.#refEnds = wordsColumn(columns?.refEnds)
    this.#refs = wordsColumn(columns?.refs)
    this.#authors = new Names(content?.authors)
    this.#types = new Names(content?.types)
    this.#elsewhere = new Names(content?.elsewhere)
    this.#loose = new Map(content?.loose)
  }

  /**
   * Makes what was written down ready to be searched; lets others have their turn. Asked for once, before anything
   * else.
   */
  async ready(): Promise<this> {
    this.#byId.reserve(this.count)
    this.#bySeq.reserve(this.count)
    await inSlices(this.count, (number) => {
      this.#byId.add(number)
      this.#bySeq.add(number)
    })
    return this
  }

  get count(): number {
    return this.#seqs.length
  }

  /** Puts a record behind the others. Whether it may stand there is for the journal to say. @returns its number */
  add({ id, author, seq, prev, lamport, type, refs }: RecordEnvelope): number {
    const number = this.count
    const writer = this.#authors.of(author)
    if (prev !== null && this.#numberOf(writer, seq - 1) < 0) this.#loose.set(number, prev)
    const references = refs.map((ref) => {
      const known = this.find(ref)
      return known < 0 ? (elsewhere | this.#elsewhere.of(ref)) >>> 0 : known
    })
    this.#ids.pushAll(Buffer.from(id, 'hex'))
    this.#authorOf.push(writer)
    this.#typeOf.push(this.#types.of(type))
    this.#lamports.push(lamport)
    this.#refs.pushAll(references)
    this.#refEnds.push(this.#refs.length)
    this.#seqs.push(seq)
    this.#byId.add(number)
    this.#bySeq.add(number)
    return number
  }

  /** Number of the record with this id; -1 if it is not here. */
  find(id: string): number {
    const bytes = Buffer.from(id, 'hex')
    if (bytes.length !== idSize) return -1
    return this.#byId.find(bytes.readUInt32LE(), (number) => bytes.equals(this.#idBytes(number)))
  }

  /** Number of an author's record by its own number; -1 if it is not here. */
  findSeq(author: string, seq: number): number {
    return this.#numberOf(this.#authors.find(author), seq)
  }

  id(number: number): string {
    return Buffer.from(this.#idBytes(number)).toString('hex')
  }

  author(number: number): string {
    return this.#authors.at(this.#authorOf.at(number))
  }

  type(number: number): string {
    return this.#types.at(this.#typeOf.at(number))
  }

  seq(number: number): number {
    return this.#seqs.at(number)
  }

  lamport(number: number): number {
    return this.#lamports.at(number)
  }

  /** Id of the record that this one names as the one before it. */
  prev(number: number): string | null {
    const loose = this.#loose.get(number)
    if (loose !== undefined) return loose
    const before = this.#numberOf(this.#authorOf.at(number), this.seq(number) - 1)
    return before < 0 ? null : this.id(before)
  }

  refs(number: number): readonly string[] {
    const from = number === 0 ? 0 : this.#refEnds.at(number - 1)
    return Array.from(this.#refs.slice(from, this.#refEnds.at(number)), (ref) =>
      ref >= elsewhere ? this.#elsewhere.at(ref - elsewhere) : this.id(ref),
    )
  }

  /** Everything in it as it stands, whatever is added later. */
  get content(): TableContent {
    const { count } = this
    return {
      columns: {
        ids: this.#ids.slice(0, count * idSize),
        authors: this.#authorOf.slice(0, count),
        types: this.#typeOf.slice(0, count),
        seqs: this.#seqs.slice(0, count),
        lamports: this.#lamports.slice(0, count),
        refEnds: this.#refEnds.slice(0, count),
        refs: this.#refs.slice(0, this.#refs.length),
      },
      authors: [...this.#authors.list],
      types: [...this.#types.list],
      elsewhere: [...this.#elsewhere.list],
      loose: [...this.#loose],
    }
  }

  #numberOf(author: number, seq: number): number {
    if (author < 0) return -1
    const is = (number: number): boolean => this.#seqs.at(number) === seq && this.#authorOf.at(number) === author
    return this.#bySeq.find(this.#seqHash(author, seq), is)
  }

  #idBytes(number: number): Uint8Array {
    return this.#ids.slice(number * idSize, (number + 1) * idSize)
  }

  #hashAt(number: number): number {
    const at = number * idSize
    const { [0]: a = 0, [1]: b = 0, [2]: c = 0, [3]: d = 0 } = this.#ids.slice(at, at + 4)
    return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0
  }

  #seqHash(author: number, seq: number): number {
    let hash = Math.imul((author + 1) ^ this.#secret, 0x9e37_79b1)
    hash = Math.imul(hash ^ (seq >>> 0), 0x85eb_ca6b)
    hash = Math.imul(hash ^ Math.floor(seq / 0x1_0000_0000) ^ (hash >>> 15), 0xc2b2_ae35)
    return (hash ^ (hash >>> 13)) >>> 0
  }
}
