import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Why work on a page was stopped: it took too long, or too much memory. */
export type StopReason = 'slow' | 'heavy'

/** Milliseconds for one page. What takes longer is given up, and the others can be read. */
export const pageLimit = 10_000

/** Work that was stopped; its worker was ended with it, so the sitting is over. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError'
  constructor(readonly reason: StopReason) {
    super(reason)
  }
}

/** The sitting was over before the work was done: the file was left, or other work was stopped. */
export class SittingOverError extends Error {
  override readonly name = 'SittingOverError'
}

/**
 * A document open in workers of its own. Work on it is done one after another, so that whoever stops the worker is
 * known; a worker in an endless loop can only be ended from outside.
 */
export type PdfSitting = {
  readonly document: PDFDocumentProxy
  /**
   * Does work when its turn comes. `drawing`: browsers draw nothing out of sight, so that time does not count.
   * @throws StoppedError, SittingOverError, or what the work throws
   */
  readonly run: <T>(work: () => Promise<T>, drawing?: 'drawing') => Promise<T>
  /** Stops what is under way: the worker said that it takes too much. */
  readonly stop: (reason: StopReason) => void
  readonly close: () => void
}

/** @param end ends the worker */
export function sitDown(document: PDFDocumentProxy, end: () => void): PdfSitting {
  let isOver = false
  let tail: Promise<unknown> = Promise.resolve()
  let fail: ((error: Error) => void) | null = null
  const finish = (error: Error): void => {
    if (isOver) return
    isOver = true
    end()
    fail?.(error)
  }
  const stop = (reason: StopReason): void => finish(new StoppedError(reason))
  const watched = async <T>(work: () => Promise<T>, drawing: boolean): Promise<T> => {
    if (isOver) throw new SittingOverError()
    const watchdog = watch(drawing, () => stop('slow'))
    try {
      return await Promise.race([
        work(),
        new Promise<never>((_, reject) => {
          fail = reject
        }),
      ])
    } finally {
      fail = null
      clearInterval(watchdog)
    }
  }
  return {
    document,
    run: (work, drawing) => {
      const turn = tail.then(() => watched(work, drawing !== undefined))
      tail = turn.catch(() => undefined)
      return turn
    },
    stop,
    close: () => finish(new SittingOverError()),
  }
}

const tick = 250

/** Calls once when the time of a page is over. A page that was asleep with its computer is not late. */
function watch(drawing: boolean, onLate: () => void): ReturnType<typeof setInterval> {
  let spent = 0
  let before = performance.now()
  return setInterval(() => {
    const now = performance.now()
    if (!drawing || window.document.visibilityState === 'visible') spent += Math.min(now - before, 4 * tick)
    before = now
    if (spent >= pageLimit) onLate()
  }, tick)
}
