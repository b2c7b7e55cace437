import { GlobalWorkerOptions, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { isHeavyMessage } from '../../workers/memory-limit'

export type OwnWorkers = {
  readonly pdfWorker: PDFWorker
  /** Calls what opens the document, which takes the worker that draws with it. */
  readonly opening: <T>(open: () => T) => T
  /** Ends them at once, whatever they are doing. */
  readonly end: () => void
}

/**
 * Workers for one document alone, that can be ended without hurting another: one reads it, one draws its pages.
 * @param onHeavy called when one asked for more memory than a page may have, or broke down
 */
export function startWorkers(onHeavy: () => void): OwnWorkers | null {
  // Where tests run without workers pdf.js finds its own way.
  if (typeof Worker === 'undefined') return null
  const reader = new Worker(new URL('../../workers/pdf-worker.ts', import.meta.url), { type: 'module' })
  const drawer = new Worker(new URL('../../workers/pdf-drawer.ts', import.meta.url), { type: 'module' })
  for (const worker of [reader, drawer]) {
    worker.addEventListener('message', ({ data }) => {
      if (isHeavyMessage(data)) onHeavy()
    })
  }
  // Without it pdf.js would draw in the page's own thread, where nothing could be stopped.
  drawer.addEventListener('error', onHeavy)
  drawer.addEventListener('messageerror', onHeavy)
  const pdfWorker = PDFWorker.create({ port: reader })
  return {
    pdfWorker,
    opening: (open) => {
      GlobalWorkerOptions.rendererPorts = [drawer]
      try {
        return open()
      } finally {
        GlobalWorkerOptions.rendererPorts = []
      }
    },
    end: () => {
      pdfWorker.destroy()
      reader.terminate()
      drawer.terminate()
    },
  }
}
