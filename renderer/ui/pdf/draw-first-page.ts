import { drawInWorker } from './draw-in-worker'
import { openPdf } from './open-pdf'
import type { PdfSitting } from './pdf-sitting'
import type { PdfSource } from './pdf-source'

/** Files wait for one another: a drop of twenty opens one at a time, each in workers of its own with their limits. */
let last: Promise<unknown> = Promise.resolve()

/** Pixels of a page that is far longer than wide. */
const mostHeight = 2048

/**
 * Draws the first page of a file on a canvas, `width` pixels wide, and closes the file again.
 * @returns whether it is drawn, which never fails; and how to give it up, which ends its workers.
 */
export function drawFirstPage(
  source: PdfSource,
  canvas: HTMLCanvasElement,
  width: number,
): { readonly drawn: Promise<boolean>; readonly cancel: () => void } {
  let close: () => void = () => undefined
  let cancelled = false
  let giveUp: (reason: 'given-up') => void = () => undefined
  // A worker that was ended while it opened a file may never answer: the next file does not wait for that.
  const givenUp = new Promise<'given-up'>((resolve) => {
    giveUp = resolve
  })
  // Read through a function: it changes while the steps below are waiting.
  const gone = () => cancelled
  const draw = async () => {
    if (gone()) return false
    const { opened, cancel } = openPdf(source)
    close = cancel
    try {
      const sitting = await Promise.race([opened, givenUp])
      if (typeof sitting === 'string' || gone()) return false
      return await sitting.run(() => paint(sitting, canvas, width), 'drawing')
    } catch {
      // Slow, heavy or broken: the picture is a help and no more.
      return false
    } finally {
      cancel()
    }
  }
  const drawn = last.then(draw)
  last = drawn
  return {
    drawn,
    cancel: () => {
      cancelled = true
      close()
      giveUp('given-up')
    },
  }
}

async function paint({ document }: PdfSitting, canvas: HTMLCanvasElement, width: number): Promise<true> {
  const page = await document.getPage(1)
  const plain = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: Math.min(width / plain.width, mostHeight / plain.height) })
  const sheet = window.document.createElement('canvas')
  sheet.width = Math.max(1, Math.floor(viewport.width))
  sheet.height = Math.max(1, Math.floor(viewport.height))
  await drawInWorker(page, { canvas: sheet, viewport }).promise
  canvas.width = sheet.width
  canvas.height = sheet.height
  canvas.getContext('2d')?.drawImage(sheet, 0, 0)
  sheet.width = 0
  return true
}
