import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Drawing = ReturnType<PDFPageProxy['render']>

/**
 * Draws a page on a canvas in the worker of its document, which can be ended.
 * @returns as pdf.js does; a drawing whose worker was lost is cancelled: pdf.js would go on in the page's own thread,
 * where nothing could be stopped.
 */
export function drawInWorker(page: PDFPageProxy, parameters: Parameters<PDFPageProxy['render']>[0]): Drawing {
  const drawing = page.render(parameters)
  // Where tests run there are no workers.
  const hasWorkers = typeof Worker !== 'undefined'
  drawing.onContinue = (next: () => void) => {
    if (hasWorkers && !drawing.isWorkerRendering) drawing.cancel()
    else next()
  }
  return drawing
}
