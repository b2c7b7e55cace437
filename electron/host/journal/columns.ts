import { breather } from '../lib/breathe'

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array

/**
 * A column of numbers that only grows at its end: four bytes a record instead of an object. What `slice` hands out
 * stays as it is, whatever is added later.
 */
export class Column<A extends Numbers> {
  #cells: A
  #length: number

  /** @param cells what is in it already; it is this column's from now on */
  constructor(
    private readonly make: (length: number) => A,
    cells: A = make(0),
  ) {
    this.#cells = cells
    this.#length = cells.length
  }

  get length(): number {
    return this.#length
  }

  at(place: number): number {
    return this.#cells[place] ?? 0
  }

  set(place: number, value: number): void {
    this.#cells[place] = value
  }

  push(value: number): void {
    this.#roomFor(1)
    this.#cells[this.#length] = value
    this.#length += 1
  }

  pushAll(values: ArrayLike<number>): void {
    this.#roomFor(values.length)
    this.#cells.set(values, this.#length)
    this.#length += values.length
  }

  /** Places `from` to `to` of the column as it lies in memory. */
  slice(from: number, to: number): A {
    return this.#cells.subarray(from, Math.min(to, this.#length)) as A
  }

  #roomFor(more: number): void {
    const needed = this.#length + more
    if (needed <= this.#cells.length) return
    const grown = this.make(Math.max(needed, 64, Math.ceil(this.#cells.length * 1.5)))
    grown.set(this.#cells.subarray(0, this.#length))
    this.#cells = grown
  }
}

export const bytesColumn = (cells?: Uint8Array): Column<Uint8Array> => new Column((n) => new Uint8Array(n), cells)
export const wordsColumn = (cells?: Uint32Array): Column<Uint32Array> => new Column((n) => new Uint32Array(n), cells)
/** For numbers that may be larger than 32 bits. */
export const longsColumn = (cells?: Float64Array): Column<Float64Array> => new Column((n) => new Float64Array(n), cells)

/** Places of a smaller table that move over with each number that is added: all long before the next one is full. */
const movedAtOnce = 64

/**
 * Finds numbers 0, 1, 2 … by a hash of what they stand for: open addressing, at most two thirds full. Who asks compares
 * what was found with what was meant. It grows by and by: to move half a million numbers at once would keep everybody
 * waiting for a third of a second.
 */
export class Finder {
  /** Number + 1; 0: free. */
  #cells = new Uint32Array(64)
  #count = 0
  /** The smaller table before this one, whole, while its places from `#moved` on are not moved yet. */
  #before = new Uint32Array(0)
  #moved = 0

  constructor(private readonly hashOf: (number: number) => number) {}

  add(number: number): void {
    if ((this.#count + 1) * 3 > this.#cells.length * 2) this.#grow(this.#cells.length * 2)
    this.#move(movedAtOnce)
    this.#put(number)
    this.#count += 1
  }

  /** The number with this hash that `is` what is looked for; -1 if there is none. */
  find(hash: number, is: (number: number) => boolean): number {
    const found = findIn(this.#cells, hash, is)
    return found < 0 && this.#before.length > 0 ? findIn(this.#before, hash, is) : found
  }

  /** Room for so many before the first of them is added. */
  reserve(count: number): void {
    let length = this.#cells.length
    while (count * 3 > length * 2) length *= 2
    if (length > this.#cells.length) this.#grow(length)
  }

  #grow(length: number): void {
    this.#move(this.#before.length)
    this.#before = this.#cells
    this.#moved = 0
    this.#cells = new Uint32Array(length)
  }

  #move(most: number): void {
    if (this.#before.length === 0) return
    const end = Math.min(this.#before.length, this.#moved + most)
    for (; this.#moved < end; this.#moved += 1) {
      const cell = this.#before[this.#moved] ?? 0
      if (cell !== 0) this.#put(cell - 1)
    }
    if (this.#moved === this.#before.length) this.#before = new Uint32Array(0)
  }

  #put(number: number): void {
    const mask = this.#cells.length - 1
    let place = this.hashOf(number) & mask
    while (this.#cells[place] !== 0) place = (place + 1) & mask
    this.#cells[place] = number + 1
  }
}

function findIn(cells: Uint32Array, hash: number, is: (number: number) => boolean): number {
  const mask = cells.length - 1
  for (let place = hash & mask; ; place = (place + 1) & mask) {
    const found = cells[place] ?? 0
    if (found === 0) return -1
    if (is(found - 1)) return found - 1
  }
}

/** Numbers for names, from 0. */
export class Names {
  readonly #numbers: Map<string, number>
  readonly list: string[]

  constructor(list: readonly string[] = []) {
    this.list = [...list]
    this.#numbers = new Map(list.map((name, number) => [name, number]))
  }

  /** The number of a name, a new one if need be. */
  of(name: string): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.list.length)
    return this.list.push(name) - 1
  }

  /** -1 if it has none. */
  find(name: string): number {
    return this.#numbers.get(name) ?? -1
  }

  at(number: number): string {
    return this.list[number] ?? ''
  }
}

/** Does something for 0, 1, 2 … `count` - 1 and lets others have their turn. */
export async function inSlices(count: number, run: (number: number) => void): Promise<void> {
  const breathe = breather()
  for (let number = 0; number < count; number += 1) {
    run(number)
    if (number % 1024 === 0) await breathe()
  }
}
