import { useEffect, useRef, useState, type CSSProperties } from 'react'
import { TextLayer, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useTranslation } from '../translation'
import { markHits } from './hit-highlights'
import type { PageSize } from './page-layout'
import type { TextHit } from './page-text'
import type { PageRegion } from './pdf-source'
import { RegionDrawing } from './RegionDrawing'
import { regionStyle } from './region-style'
import { cssUnits } from './use-pdf'

/** More pixels than this make Chromium give an empty canvas. */
const maxCanvasPixels = 16_777_216

/** Milliseconds for one page. What takes longer is given up, and the others can be read. */
const pageLimit = 30_000

type Props = {
  readonly document: PDFDocumentProxy
  readonly page: number
  readonly size: PageSize
  readonly scale: number
  readonly top: number
  readonly hits: readonly TextHit[]
  readonly currentHit: TextHit | null
  /** Brought into sight once the page is drawn; then `onRevealed`. */
  readonly reveal: TextHit | null
  readonly onRevealed: () => void
  readonly region: PageRegion | null
  /** Called with the rectangle while rectangles are being drawn. */
  readonly onRegion: ((region: PageRegion) => void) | null
  readonly onSize: (page: number, size: PageSize) => void
}

/** One page: the picture, the selectable text over it, occurrences and the pinned region. */
export function PdfPage(props: Props) {
  const { document, page, size, scale, top, hits, currentHit, reveal, onRevealed, region, onRegion, onSize } = props
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<{ readonly divs: readonly HTMLElement[]; readonly failed: boolean } | null>(null)

  useEffect(() => {
    const work = drawPage(document, page, scale, onSize, () => [canvas.current, text.current] as const)
    const watchdog = setTimeout(() => {
      work.cancel()
      setDrawn({ divs: [], failed: true })
    }, pageLimit)
    const settle = (result: typeof drawn): void => {
      clearTimeout(watchdog)
      // A page that was given up stays so.
      if (result !== null) setDrawn(result)
    }
    work.done.then(settle, () => settle({ divs: [], failed: true }))
    return () => {
      clearTimeout(watchdog)
      work.cancel()
    }
  }, [document, page, scale, onSize])

  useEffect(() => (drawn === null ? undefined : markHits(drawn.divs, hits, currentHit)), [drawn, hits, currentHit])

  useEffect(() => {
    if (drawn === null || reveal?.page !== page) return
    drawn.divs[reveal.from.item]?.scrollIntoView({ block: 'center' })
    onRevealed()
  }, [drawn, reveal, page, onRevealed])

  const style = {
    top,
    width: size.width * scale,
    height: size.height * scale,
    '--total-scale-factor': scale * cssUnits,
  } as CSSProperties
  return (
    <div className="pdf-page" data-page={page} style={style} role="group" aria-label={t('pdf.page', { page })}>
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={text} className="pdf-text" />
      {region === null ? null : <div className="pdf-region" style={regionStyle(region)} />}
      {drawn?.failed === true ? (
        <p className="pdf-note" role="alert">
          {t('pdf.pageFailed', { page })}
        </p>
      ) : null}
      {drawn?.failed === false && drawn.divs.length === 0 ? <p className="pdf-note">{t('pdf.imageOnly')}</p> : null}
      {onRegion === null ? null : <RegionDrawing onRegion={onRegion} />}
    </div>
  )
}

type Layers = () => readonly [HTMLCanvasElement | null, HTMLDivElement | null]

function drawPage(
  document: PDFDocumentProxy,
  number: number,
  scale: number,
  onSize: Props['onSize'],
  layers: Layers,
): {
  readonly done: Promise<{ readonly divs: readonly HTMLElement[]; readonly failed: boolean } | null>
  readonly cancel: () => void
} {
  let stop: () => void = () => undefined
  let cancelled = false
  // Read through a function: it changes while the steps below are waiting.
  const gone = () => cancelled
  const run = async () => {
    const page = await document.getPage(number)
    if (gone()) return null
    const { width, height } = page.getViewport({ scale: cssUnits })
    onSize(number, { width, height })
    const [canvas, layer] = layers()
    if (canvas === null || layer === null) return null
    const task = paint(page, canvas, scale * cssUnits)
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
    const textLayer = new TextLayer({
      textContentSource: content,
      container: layer,
      viewport: page.getViewport({ scale: scale * cssUnits }),
    })
    await textLayer.render()
    const hasText = content.items.some((item) => 'str' in item && item.str.trim() !== '')
    return gone() ? null : { divs: hasText ? textLayer.textDivs : [], failed: false }
  }
  return {
    done: run(),
    cancel: () => {
      cancelled = true
      stop()
    },
  }
}

/** Draws off screen and shows the finished picture, so that zooming never blinks. */
function paint(page: PDFPageProxy, canvas: HTMLCanvasElement, scale: number) {
  const plain = page.getViewport({ scale })
  const density = Math.min(window.devicePixelRatio, Math.sqrt(maxCanvasPixels / (plain.width * plain.height)))
  const viewport = page.getViewport({ scale: scale * density })
  const sheet = window.document.createElement('canvas')
  sheet.width = Math.floor(viewport.width)
  sheet.height = Math.floor(viewport.height)
  const task = page.render({ canvas: sheet, viewport })
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
