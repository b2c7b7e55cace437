import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '../translation'
import { drawInWorker } from './draw-in-worker'
import type { PageSize } from './page-layout'
import type { Destination } from './destinations'
import { sizeTurned, viewTurned } from './page-fit'
import { turnOf, type Turn, type Turns } from './page-place'
import { StoppedError, type PdfSitting, type StopReason } from './pdf-sitting'
import { readOutline, type OutlineEntry } from './read-outline'
import { scrollIntoRail } from './scroll-into-rail'

const thumbnailWidth = 96

/** Height of a picture at the most, in pixels; a strip of paper would be endless. */
const maxThumbnailHeight = 800

type Props = {
  readonly sitting: PdfSitting
  /** Pages of which nothing is drawn. */
  readonly isLeftOut: (page: number) => boolean
  readonly onStopped: (page: number, reason: StopReason) => void
  readonly sizes: readonly PageSize[]
  readonly turns: Turns
  readonly page: number
  readonly onGo: (page: number) => void
}

/** Small pictures of all pages; each is drawn when it comes into sight. */
export function Thumbnails({ sizes, turns, page, onGo, ...drawing }: Props) {
  const { t } = useTranslation()
  return (
    <nav className="pdf-rail" aria-label={t('pdf.thumbnails')}>
      {sizes.map((size, index) => (
        <Thumbnail
          key={index}
          {...drawing}
          page={index + 1}
          size={size}
          turn={turnOf(turns, index + 1)}
          isCurrent={page === index + 1}
          onGo={onGo}
        />
      ))}
    </nav>
  )
}

function Thumbnail({
  sitting,
  isLeftOut,
  onStopped,
  page,
  size,
  turn,
  isCurrent,
  onGo,
}: Omit<Props, 'sizes' | 'turns'> & { readonly size: PageSize; readonly turn: Turn; readonly isCurrent: boolean }) {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (element === null || isLeftOut(page)) return
    let stop: () => void = () => undefined
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      stop = drawThumbnail(sitting, { page, turn }, element, onStopped)
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      stop()
    }
  }, [sitting, isLeftOut, onStopped, page, turn])
  useEffect(() => {
    if (isCurrent) scrollIntoRail(button.current)
  }, [isCurrent])
  const { width, height } = sizeTurned(size, turn)
  return (
    <button
      ref={button}
      type="button"
      className="pdf-thumbnail"
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={t('pdf.goToPage', { page })}
      onClick={() => onGo(page)}
    >
      <canvas ref={canvas} style={{ width: thumbnailWidth, aspectRatio: `${width} / ${height}` }} />
      <span>{page}</span>
    </button>
  )
}

function drawThumbnail(
  { document, run }: PdfSitting,
  { page: number, turn }: { readonly page: number; readonly turn: Turn },
  canvas: HTMLCanvasElement,
  onStopped: Props['onStopped'],
): () => void {
  let stop: () => void = () => undefined
  let cancelled = false
  const gone = () => cancelled
  const draw = async () => {
    if (gone()) return
    const page = await document.getPage(number)
    if (gone()) return
    const plain = viewTurned(page, 1, turn)
    const scale = Math.min((2 * thumbnailWidth) / plain.width, maxThumbnailHeight / plain.height)
    const viewport = viewTurned(page, scale, turn)
    canvas.width = Math.max(1, Math.floor(viewport.width))
    canvas.height = Math.max(1, Math.floor(viewport.height))
    const task = drawInWorker(page, { canvas, viewport })
    stop = () => {
      task.cancel()
    }
    await task.promise
  }
  run(draw, 'drawing').catch((error: unknown) => {
    // Another page that cannot be drawn stays blank here and says so in the column.
    if (error instanceof StoppedError) onStopped(number, error.reason)
  })
  return () => {
    cancelled = true
    stop()
  }
}

/** What the outline is called among the pages. */
const outlinePage = 0

/** The headings that the file itself carries. */
export function Outline({
  sitting,
  isLeftOut,
  onStopped,
  onGo,
}: Pick<Props, 'sitting' | 'isLeftOut' | 'onStopped'> & { readonly onGo: (to: Destination) => void }) {
  const { t } = useTranslation()
  const [entries, setEntries] = useState<readonly OutlineEntry[] | null>(null)
  useEffect(() => {
    let current = true
    const read = isLeftOut(outlinePage) ? Promise.resolve([]) : sitting.run(() => readOutline(sitting.document))
    read.then(
      (found) => {
        if (current) setEntries(found)
      },
      (error: unknown) => {
        if (error instanceof StoppedError) onStopped(outlinePage, error.reason)
        else if (current) setEntries([])
      },
    )
    return () => {
      current = false
    }
  }, [sitting, isLeftOut, onStopped])
  return (
    <nav className="pdf-rail pdf-outline" aria-label={t('pdf.outline')}>
      {entries?.length === 0 ? <p>{t('pdf.outlineEmpty')}</p> : null}
      {entries?.map((entry, index) => (
        <button
          key={index}
          type="button"
          style={{ paddingInlineStart: `${0.5 + entry.depth}rem` }}
          disabled={entry.to === null}
          onClick={() => {
            if (entry.to !== null) onGo(entry.to)
          }}
        >
          <span>{entry.title}</span>
          {entry.page === null ? null : <span className="quiet">{entry.page}</span>}
        </button>
      ))}
    </nav>
  )
}
