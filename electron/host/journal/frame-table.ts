import { longsColumn, wordsColumn } from './columns'
import type { FramePlace } from './frame-file'

export type FrameTableContent = {
  readonly offsets: Float64Array
  readonly sizes: Float64Array
  /** The number of the first record of each frame. */
  readonly firsts: Uint32Array
}

/** Where each frame of a journal lies, and which records are in it. */
export class FrameTable {
  readonly #offsets
  readonly #sizes
  readonly #firsts

  constructor(content?: FrameTableContent) {
    this.#offsets = longsColumn(content?.offsets)
    this.#sizes = longsColumn(content?.sizes)
    this.#firsts = wordsColumn(content?.firsts)
  }

  get count(): number {
    return this.#firsts.length
  }

  /** A frame behind the others; its records are those that follow from this number on. */
  add({ offset, size }: Pick<FramePlace, 'offset' | 'size'>, firstRecord: number): void {
    this.#offsets.push(offset)
    this.#sizes.push(size)
    this.#firsts.push(firstRecord)
  }

  place(ordinal: number): FramePlace {
    return { offset: this.#offsets.at(ordinal), size: this.#sizes.at(ordinal), ordinal }
  }

  /** The number of the first record of a frame. */
  first(ordinal: number): number {
    return this.#firsts.at(ordinal)
  }

  /** The frame in which a record lies: the last one that begins with it or before it. */
  of(record: number): number {
    let [low, high] = [0, this.count - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#firsts.at(middle) <= record) low = middle
      else high = middle - 1
    }
    return low
  }

  get content(): FrameTableContent {
    const { count } = this
    return {
      offsets: this.#offsets.slice(0, count),
      sizes: this.#sizes.slice(0, count),
      firsts: this.#firsts.slice(0, count),
    }
  }
}
