import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '../translation'
import { drawPage, type DrawnPage } from './draw-page'
import { markHits, rangeOf } from './hit-highlights'
import { LeftOutNote, type LeftOut } from './LeftOutNote'
import { PageLinks } from './PageLinks'
import { OverlayHandles, OverlayPaint } from './PageOverlays'
import type { PageOverlay } from './page-overlay'
import type { PageSize } from './page-layout'
import type { PageLink } from './page-links'
import type { Turn } from './page-place'
import { findOnPage, foldPage, type TextHit } from './page-text'
import { SittingOverError, StoppedError, type PdfSitting, type StopReason } from './pdf-sitting'
import type { PageRegion } from './pdf-source'
import { RegionDrawing } from './RegionDrawing'
import { regionStyle } from './region-style'
import { turnRegion, turnRegionBack } from './turn-region'

/** A page out of sight lets those in sight be drawn before it, in ms. */
const neighbourWaits = 60

type Props = {
  readonly sitting: PdfSitting
  /** Why nothing is drawn of this page; null if it is. */
  readonly leftOut: LeftOut | null
  readonly onStopped: (page: number, reason: StopReason) => void
  readonly page: number
  /** In pixels, as it is shown. */
  readonly shown: PageSize
  readonly scale: number
  readonly turn: Turn
  readonly top: number
  /** Whether it is the page that one is on, which is drawn first. */
  readonly isCurrent: boolean
  readonly hits: readonly TextHit[]
  readonly currentHit: TextHit | null
  /** Brought into sight once the page is drawn; then `onRevealed`. */
  readonly reveal: TextHit | null
  readonly onRevealed: (part: DOMRect | null) => void
  readonly region: PageRegion | null
  /** What its reader laid on it. */
  readonly overlays: readonly PageOverlay[]
  readonly onOverlay: (overlay: PageOverlay) => void
  /** Words to be found on it once it is drawn, the first that are there; then `onFound`. */
  readonly sought: readonly string[] | null
  readonly onFound: (found: { readonly page: HTMLElement; readonly range: Range } | null) => void
  /** Called with the rectangle while rectangles are being drawn. */
  readonly onRegion: ((region: PageRegion) => void) | null
  readonly onSize: (page: number, size: PageSize) => void
  /** Called once it is known that the page is an image without a text. */
  readonly onImage: (page: number) => void
  readonly onLink: (link: PageLink) => void
}

/** One page: the picture, the selectable text over it, links, occurrences and the pinned region. */
export function PdfPage(props: Props) {
  const { sitting, leftOut, onStopped, page, shown, scale, turn, top, isCurrent, onSize, onImage } = props
  const { hits, currentHit, reveal, onRevealed, region, onRegion, onLink } = props
  const { overlays, onOverlay, sought, onFound } = props
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<DrawnPage | 'failed' | null>(null)
  const isFirst = useRef(isCurrent)
  useEffect(() => {
    isFirst.current = isCurrent
  })

  const isLeftOut = leftOut !== null
  useEffect(() => {
    if (isLeftOut) return
    let cancel: () => void = () => undefined
    const begin = () => {
      const work = drawPage(sitting, { page, scale, turn, onSize, layers: () => [canvas.current, text.current] })
      cancel = work.cancel
      work.done.then(
        (result) => {
          if (result === null) return
          setDrawn(result)
          if (result.divs.length === 0) onImage(page)
        },
        (error: unknown) => {
          // In another sitting it is drawn again, or left out.
          if (error instanceof StoppedError) onStopped(page, error.reason)
          else if (!(error instanceof SittingOverError)) setDrawn('failed')
        },
      )
    }
    const waiting = isFirst.current ? null : setTimeout(begin, neighbourWaits)
    if (waiting === null) begin()
    return () => {
      if (waiting !== null) clearTimeout(waiting)
      cancel()
    }
  }, [sitting, isLeftOut, onStopped, page, scale, turn, onSize, onImage])

  const divs = drawn === null || drawn === 'failed' ? null : drawn.divs
  useEffect(() => (divs === null ? undefined : markHits(divs, hits, currentHit)), [divs, hits, currentHit])

  useEffect(() => {
    if (divs === null || reveal?.page !== page) return
    onRevealed(rangeOf(divs, reveal)?.getBoundingClientRect() ?? null)
  }, [divs, reveal, page, onRevealed])

  const sheet = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (sought === null || sheet.current === null) return
    // Of a page that is not drawn no words are found: the page it is.
    if (isLeftOut || drawn === 'failed') onFound(null)
    if (divs === null) return
    const range = firstOf(divs, sought)
    onFound(range === null ? null : { page: sheet.current, range })
  }, [divs, drawn, isLeftOut, sought, onFound])

  return (
    <div
      ref={sheet}
      className="pdf-page"
      data-page={page}
      style={{ top, width: shown.width, height: shown.height }}
      role="group"
      aria-label={t(divs?.length === 0 && !isLeftOut ? 'pdf.imagePage' : 'pdf.page', { page })}
    >
      <canvas ref={canvas} aria-hidden="true" />
      <OverlayPaint overlays={overlays} turn={turn} />
      <div ref={text} className="pdf-text" />
      {drawn === null || drawn === 'failed' ? null : <PageLinks links={drawn.links} onLink={onLink} />}
      {region === null ? null : <div className="pdf-region" style={regionStyle(turnRegion(region, turn))} />}
      {onRegion === null ? <OverlayHandles {...{ overlays, turn, onOverlay }} /> : null}
      {leftOut === null ? null : <LeftOutNote page={page} leftOut={leftOut} />}
      {drawn === 'failed' && !isLeftOut ? (
        <p className="pdf-note" role="alert">
          {t('pdf.pageFailed', { page })}
        </p>
      ) : null}
      {onRegion === null ? null : (
        <RegionDrawing isCurrent={isCurrent} onRegion={(part) => onRegion(turnRegionBack(part, turn))} />
      )}
    </div>
  )
}

/** Where the first of some words stands that a drawn page has at all; null if it has none of them. */
function firstOf(divs: readonly HTMLElement[], words: readonly string[]): Range | null {
  const folded = foldPage(divs.map(({ textContent }) => textContent))
  for (const word of words) {
    const [hit] = findOnPage(0, folded, word)
    const range = hit === undefined ? null : rangeOf(divs, hit)
    if (range !== null) return range
  }
  return null
}
