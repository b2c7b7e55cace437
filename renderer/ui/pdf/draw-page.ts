import { TextLayer, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { drawInWorker } from './draw-in-worker'
import { fitPage, viewTurned } from './page-fit'
import type { PageSize } from './page-layout'
import { readLinks, type PageLink } from './page-links'
import type { Turn } from './page-place'
import type { PdfSitting } from './pdf-sitting'

/** More pixels than this make Chromium give an empty canvas. */
const maxCanvasPixels = 16_777_216
const maxCanvasSide = 16_384

/** A page that stands on the screen: its runs of text, none on an image, and what may be pressed. */
export type DrawnPage = { readonly divs: readonly HTMLElement[]; readonly links: readonly PageLink[] }

export type DrawingOrder = {
  readonly page: number
  readonly scale: number
  readonly turn: Turn
  readonly onSize: (page: number, size: PageSize) => void
  /** Asked when they are needed: the page may be gone by then. */
  readonly layers: () => readonly [HTMLCanvasElement | null, HTMLDivElement | null]
}

/** Draws a page and lays its text over it. `done` is null if it was cancelled. */
export function drawPage(
  { document, run }: PdfSitting,
  { page: number, scale, turn, onSize, layers }: DrawingOrder,
): { readonly done: Promise<DrawnPage | null>; readonly cancel: () => void } {
  let stop: () => void = () => undefined
  let cancelled = false
  // Read through a function: it changes while the steps below are waiting.
  const gone = () => cancelled
  const draw = async (): Promise<DrawnPage | null> => {
    if (gone()) return null
    const page = await document.getPage(number)
    if (gone()) return null
    const { size, factor } = fitPage(page)
    onSize(number, size)
    const [canvas, layer] = layers()
    if (canvas === null || layer === null) return null
    const task = paint(page, canvas, scale * factor, turn)
    stop = () => {
      task.cancel()
      page.cleanup()
    }
    try {
      await task.promise
    } catch (error) {
      if (gone()) return null
      throw error
    }
    const content = await page.getTextContent()
    if (gone()) return null
    layer.replaceChildren()
    layer.style.setProperty('--total-scale-factor', String(scale * factor))
    const viewport = viewTurned(page, scale * factor, turn)
    const textLayer = new TextLayer({ textContentSource: content, container: layer, viewport })
    await textLayer.render()
    const links = await readLinks(page, viewport).catch(() => [])
    const hasText = content.items.some((item) => 'str' in item && item.str.trim() !== '')
    return gone() ? null : { divs: hasText ? textLayer.textDivs : [], links }
  }
  return {
    done: run(draw, 'drawing'),
    cancel: () => {
      cancelled = true
      stop()
    },
  }
}

/** Draws off screen and shows the finished picture, so that zooming never blinks. */
function paint(page: PDFPageProxy, canvas: HTMLCanvasElement, scale: number, turn: Turn) {
  const plain = viewTurned(page, scale, turn)
  const density = Math.min(
    window.devicePixelRatio,
    Math.sqrt(maxCanvasPixels / (plain.width * plain.height)),
    maxCanvasSide / Math.max(plain.width, plain.height),
  )
  const viewport = viewTurned(page, scale * density, turn)
  const sheet = window.document.createElement('canvas')
  sheet.width = Math.max(1, Math.floor(viewport.width))
  sheet.height = Math.max(1, Math.floor(viewport.height))
  const task = drawInWorker(page, { canvas: sheet, viewport })
  const promise = task.promise.then(() => {
    canvas.width = sheet.width
    canvas.height = sheet.height
    canvas.getContext('2d')?.drawImage(sheet, 0, 0)
    sheet.width = 0
  })
  return {
    promise,
    cancel: () => {
      task.cancel()
    },
  }
}
