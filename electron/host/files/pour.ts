import { borrowBuffer, pieceSize, returnBuffer } from './scratch'

/** Where bytes are written one after the other. It may use the memory of `bytes` until it answers. */
export type ByteSink = { readonly writeFile: (bytes: Uint8Array) => Promise<void> }

/**
 * Writes pieces, each while the next is made: a piece must stay as it is until the one after the next is asked for.
 * `written` sees each of them.
 */
export async function pour(
  sink: ByteSink,
  pieces: AsyncIterable<Uint8Array>,
  written: (bytes: Uint8Array) => void,
): Promise<void> {
  let writing: Promise<void> = Promise.resolve()
  try {
    for await (const piece of pieces) {
      await writing
      writing = sink.writeFile(piece)
      // Heard by the next turn.
      writing.catch(() => undefined)
      written(piece)
    }
  } finally {
    // Nothing is under way when the file is closed.
    await writing.catch(() => undefined)
  }
  await writing
}

/**
 * Gathers what is put into it, in pieces of any size, and writes a megabyte at a time while the next is gathered. The
 * caller may use its memory again at once. `end` writes the rest.
 */
export class Gatherer {
  #filling = borrowBuffer()
  #free = borrowBuffer()
  #filled = 0
  #writing: Promise<void> = Promise.resolve()

  constructor(private readonly sink: ByteSink) {}

  async put(bytes: Uint8Array): Promise<void> {
    for (let from = 0; from < bytes.length;) {
      const taken = bytes.subarray(from, from + pieceSize - this.#filled)
      this.#filling.set(taken, this.#filled)
      this.#filled += taken.length
      from += taken.length
      if (this.#filled === pieceSize) await this.flush()
    }
  }

  /** Writes what is gathered, and answers when all of it is written. */
  async end(): Promise<void> {
    await this.flush()
    await this.#writing
  }

  /** Gives its memory back, also after a failure. */
  async close(): Promise<void> {
    await this.#writing.catch(() => undefined)
    returnBuffer(this.#filling)
    returnBuffer(this.#free)
  }

  private async flush(): Promise<void> {
    await this.#writing
    if (this.#filled === 0) return
    this.#writing = this.sink.writeFile(this.#filling.subarray(0, this.#filled))
    this.#writing.catch(() => undefined)
    const full = this.#filling
    this.#filling = this.#free
    this.#free = full
    this.#filled = 0
  }
}
