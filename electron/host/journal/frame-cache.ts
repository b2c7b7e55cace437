import type { RecordEnvelope } from '@shared/records/record'

type Records = readonly RecordEnvelope[]

/** How long the records of a frame are kept after somebody asked for them, in ms: an import may have brought 100 MB. */
const keptForMs = 5000

/**
 * The frame that was read last, unpacked: records are mostly asked for one after the other. Whoever asks while it is
 * being read waits for the same reading; nobody unpacks it again beside it.
 */
export class FrameCache {
  #kept: { readonly ordinal: number; readonly records: Promise<Records> } | null = null
  #timer: NodeJS.Timeout | undefined

  constructor(private readonly read: (ordinal: number) => Promise<Records>) {}

  of(ordinal: number): Promise<Records> {
    if (this.#kept?.ordinal !== ordinal) {
      const kept = { ordinal, records: this.read(ordinal) }
      this.#kept = kept
      // What could not be read may be read the next time.
      kept.records.catch(() => {
        if (this.#kept === kept) this.#kept = null
      })
    }
    const { records } = this.#kept
    if (this.#timer === undefined) {
      this.#timer = setTimeout(() => {
        this.forget()
      }, keptForMs)
      this.#timer.unref()
    } else this.#timer.refresh()
    return records
  }

  forget(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#kept = null
  }
}
