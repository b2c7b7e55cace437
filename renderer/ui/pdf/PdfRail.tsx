import { useEffect, useRef, useState } from 'react'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useTranslation } from '../translation'
import type { PageSize } from './page-layout'
import { readOutline, type OutlineEntry } from './read-outline'

const thumbnailWidth = 96

type Props = {
  readonly document: PDFDocumentProxy
  readonly sizes: readonly PageSize[]
  readonly page: number
  readonly onGo: (page: number) => void
}

/** Small pictures of all pages; each is drawn when it comes into sight. */
export function Thumbnails({ document, sizes, page, onGo }: Props) {
  const { t } = useTranslation()
  return (
    <nav className="pdf-rail" aria-label={t('pdf.thumbnails')}>
      {sizes.map((size, index) => (
        <Thumbnail
          key={index}
          document={document}
          page={index + 1}
          size={size}
          isCurrent={page === index + 1}
          onGo={onGo}
        />
      ))}
    </nav>
  )
}

function Thumbnail({
  document,
  page,
  size,
  isCurrent,
  onGo,
}: Omit<Props, 'sizes'> & { readonly size: PageSize; readonly isCurrent: boolean }) {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    let stop: () => void = () => undefined
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      observer.disconnect()
      stop = drawThumbnail(document, page, element)
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      stop()
    }
  }, [document, page])
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <button
      ref={button}
      type="button"
      className="pdf-thumbnail"
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={t('pdf.goToPage', { page })}
      onClick={() => onGo(page)}
    >
      <canvas ref={canvas} style={{ width: thumbnailWidth, aspectRatio: `${size.width} / ${size.height}` }} />
      <span>{page}</span>
    </button>
  )
}

function drawThumbnail(document: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): () => void {
  let stop: () => void = () => undefined
  let cancelled = false
  const gone = () => cancelled
  const draw = async () => {
    const page = await document.getPage(number)
    if (gone()) return
    const plain = page.getViewport({ scale: 1 })
    const viewport = page.getViewport({ scale: (2 * thumbnailWidth) / plain.width })
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    const task = page.render({ canvas, viewport })
    stop = () => {
      task.cancel()
    }
    await task.promise
  }
  // A page that cannot be drawn stays blank here and says so in the column.
  draw().catch(() => undefined)
  return () => {
    cancelled = true
    stop()
  }
}

/** The headings that the file itself carries. */
export function Outline({ document, onGo }: Pick<Props, 'document' | 'onGo'>) {
  const { t } = useTranslation()
  const [entries, setEntries] = useState<readonly OutlineEntry[] | null>(null)
  useEffect(() => {
    let current = true
    readOutline(document).then(
      (read) => {
        if (current) setEntries(read)
      },
      () => {
        if (current) setEntries([])
      },
    )
    return () => {
      current = false
    }
  }, [document])
  return (
    <nav className="pdf-rail pdf-outline" aria-label={t('pdf.outline')}>
      {entries?.length === 0 ? <p>{t('pdf.outlineEmpty')}</p> : null}
      {entries?.map((entry, index) => (
        <button
          key={index}
          type="button"
          style={{ paddingInlineStart: `${0.5 + entry.depth}rem` }}
          disabled={entry.page === null}
          onClick={() => {
            if (entry.page !== null) onGo(entry.page)
          }}
        >
          {entry.title}
        </button>
      ))}
    </nav>
  )
}
