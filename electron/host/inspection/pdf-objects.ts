import { TooDeepError, type PdfDict, type PdfValue } from './pdf-lexer'

/** References in a row that are followed. */
const mostHops = 20
/** Values that are looked up in all; objects may be made to have very many versions. */
const mostLookups = 5_000_000

/**
 * The objects of a PDF by their number, with every version of each: what an older revision held, or what lies where no
 * index points to, is what another reader may take.
 */
export class PdfObjects {
  readonly #last = new Map<number, PdfValue>()
  readonly #older = new Map<number, PdfValue[]>()
  readonly #current = new Map<number, PdfValue>()
  #count = 0
  #lookups = 0

  /** How many versions of objects there are in all. */
  get count(): number {
    return this.#count
  }

  /** Adds a version; of several, the last one holds unless the index says otherwise. */
  add(number: number, value: PdfValue): void {
    const before = this.#last.get(number)
    if (before !== undefined) {
      const older = this.#older.get(number)
      if (older === undefined) this.#older.set(number, [before])
      else older.push(before)
    }
    this.#last.set(number, value)
    this.#count += 1
  }

  /** Says which version the index of the file means. */
  choose(number: number, value: PdfValue): void {
    this.#current.set(number, value)
  }

  /** Every version of an object, none if there is no such object. */
  versions(number: number): readonly PdfValue[] {
    const last = this.#last.get(number)
    const older = this.#older.get(number)
    return last === undefined ? [] : older === undefined ? [last] : [...older, last]
  }

  /** Whether an object has more than one version. */
  isManifold(number: number): boolean {
    return this.#older.has(number)
  }

  numbers(): IterableIterator<number> {
    return this.#last.keys()
  }

  /** The version of each object that a reader would take. */
  *currents(): Generator<PdfValue> {
    for (const [number, last] of this.#last) yield this.#current.get(number) ?? last
  }

  /** What a value stands for to a reader that follows the index. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    let found = value
    for (let hops = 0; typeof found === 'object' && found?.kind === 'ref'; hops += 1) {
      if (hops > mostHops) return undefined
      found = this.#current.get(found.number) ?? this.#last.get(found.number)
    }
    return found
  }

  /** Everything a value may stand for, whichever version a reader takes. @throws TooDeepError */
  meanings(value: PdfValue | undefined): readonly PdfValue[] {
    if (value === undefined) return []
    if (typeof value !== 'object' || value?.kind !== 'ref') return [value]
    const found: PdfValue[] = []
    const seen = new Set<number>()
    let waiting: readonly number[] = [value.number]
    for (let hops = 0; waiting.length > 0 && hops <= mostHops; hops += 1) {
      const next: number[] = []
      for (const number of waiting) {
        if (seen.has(number)) continue
        seen.add(number)
        for (const version of this.versions(number)) {
          this.#lookups += 1
          if (this.#lookups > mostLookups) throw new TooDeepError()
          if (typeof version === 'object' && version?.kind === 'ref') next.push(version.number)
          else found.push(version)
        }
      }
      waiting = next
    }
    return found
  }

  /** Everything that an entry of a dictionary may stand for. */
  meaningsOf({ entries, loose }: PdfDict, key: string): readonly PdfValue[] {
    if (loose === null) return this.meanings(entries.get(key))
    return valuesBehind(loose, key).flatMap((value) => this.meanings(value))
  }
}

/** What stands behind a name, however the entries around it are counted. */
export const valuesBehind = (items: readonly PdfValue[], key: string): readonly PdfValue[] =>
  items.flatMap((item, at) => {
    const value = items[at + 1]
    const isKey = typeof item === 'object' && item?.kind === 'name' && item.name === key
    return isKey && value !== undefined ? [value] : []
  })

export const isDict = (value: PdfValue | undefined): value is PdfDict =>
  typeof value === 'object' && value?.kind === 'dict'

export const nameOf = (value: PdfValue | undefined): string | null =>
  typeof value === 'object' && value?.kind === 'name' ? value.name : null

export const numberOf = (value: PdfValue | undefined): number | null => (typeof value === 'number' ? value : null)

export const itemsOf = (value: PdfValue | undefined): readonly PdfValue[] | null =>
  typeof value === 'object' && value?.kind === 'array' ? value.items : null

/** A string of a PDF; empty if the value is none. */
export const stringOf = (value: PdfValue | undefined): Buffer =>
  typeof value === 'object' && value?.kind === 'string' ? value.bytes : Buffer.alloc(0)
