import { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { isHeavyMessage } from '../../workers/memory-limit'

export type OwnWorker = {
  readonly pdfWorker: PDFWorker
  /** Ends it at once, whatever it is doing. */
  readonly end: () => void
}

/**
 * A worker for one document alone, that can be ended without hurting another.
 * @param onHeavy called when it asked for more memory than a page may have
 */
export function startWorker(onHeavy: () => void): OwnWorker | null {
  // Where tests run without workers pdf.js finds its own way.
  if (typeof Worker === 'undefined') return null
  const port = new Worker(new URL('../../workers/pdf-worker.ts', import.meta.url), { type: 'module' })
  port.addEventListener('message', ({ data }) => {
    if (isHeavyMessage(data)) onHeavy()
  })
  const pdfWorker = PDFWorker.create({ port })
  return {
    pdfWorker,
    end: () => {
      pdfWorker.destroy()
      port.terminate()
    },
  }
}
