import { useEffect, useRef, useState, type CSSProperties } from 'react'
import { TextLayer, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useTranslation } from '../translation'
import { drawInWorker } from './draw-in-worker'
import { markHits } from './hit-highlights'
import type { PageSize } from './page-layout'
import type { TextHit } from './page-text'
import type { PageRegion } from './pdf-source'
import { RegionDrawing } from './RegionDrawing'
import { regionStyle } from './region-style'
import { fitPage } from './page-fit'
import { LeftOutNote, type LeftOut } from './LeftOutNote'
import { SittingOverError, StoppedError, type PdfSitting, type StopReason } from './pdf-sitting'

/** More pixels than this make Chromium give an empty canvas. */
const maxCanvasPixels = 16_777_216
const maxCanvasSide = 16_384

type Props = {
  readonly sitting: PdfSitting
  /** Why nothing is drawn of this page; null if it is. */
  readonly leftOut: LeftOut | null
  readonly onStopped: (page: number, reason: StopReason) => void
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
  const {
    sitting,
    leftOut,
    onStopped,
    page,
    size,
    scale,
    top,
    hits,
    currentHit,
    reveal,
    onRevealed,
    region,
    onRegion,
    onSize,
  } = props
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<{ readonly divs: readonly HTMLElement[]; readonly failed: boolean } | null>(null)

  const isLeftOut = leftOut !== null
  useEffect(() => {
    if (isLeftOut) return
    const work = drawPage(sitting, page, scale, onSize, () => [canvas.current, text.current] as const)
    work.done.then(
      (result) => {
        if (result !== null) setDrawn(result)
      },
      (error: unknown) => {
        // In another sitting it is drawn again, or left out.
        if (error instanceof StoppedError) onStopped(page, error.reason)
        else if (!(error instanceof SittingOverError)) setDrawn({ divs: [], failed: true })
      },
    )
    return work.cancel
  }, [sitting, isLeftOut, onStopped, page, scale, onSize])

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
  } as CSSProperties
  return (
    <div className="pdf-page" data-page={page} style={style} role="group" aria-label={t('pdf.page', { page })}>
      <canvas ref={canvas} aria-hidden="true" />
      <div ref={text} className="pdf-text" />
      {region === null ? null : <div className="pdf-region" style={regionStyle(region)} />}
      {leftOut === null ? null : <LeftOutNote page={page} leftOut={leftOut} />}
      {drawn?.failed === true && !isLeftOut ? (
        <p className="pdf-note" role="alert">
          {t('pdf.pageFailed', { page })}
        </p>
      ) : null}
      {drawn?.failed === false && drawn.divs.length === 0 && !isLeftOut ? (
        <p className="pdf-note">{t('pdf.imageOnly')}</p>
      ) : null}
      {onRegion === null ? null : <RegionDrawing onRegion={onRegion} />}
    </div>
  )
}

type Layers = () => readonly [HTMLCanvasElement | null, HTMLDivElement | null]

function drawPage(
  { document, run }: PdfSitting,
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
  const draw = async () => {
    if (gone()) return null
    const page = await document.getPage(number)
    if (gone()) return null
    const { size, factor } = fitPage(page)
    onSize(number, size)
    const [canvas, layer] = layers()
    if (canvas === null || layer === null) return null
    const task = paint(page, canvas, scale * factor)
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
    const textLayer = new TextLayer({
      textContentSource: content,
      container: layer,
      viewport: page.getViewport({ scale: scale * factor }),
    })
    await textLayer.render()
    const hasText = content.items.some((item) => 'str' in item && item.str.trim() !== '')
    return gone() ? null : { divs: hasText ? textLayer.textDivs : [], failed: false }
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
function paint(page: PDFPageProxy, canvas: HTMLCanvasElement, scale: number) {
  const plain = page.getViewport({ scale })
  const density = Math.min(
    window.devicePixelRatio,
    Math.sqrt(maxCanvasPixels / (plain.width * plain.height)),
    maxCanvasSide / Math.max(plain.width, plain.height),
  )
  const viewport = page.getViewport({ scale: scale * density })
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
