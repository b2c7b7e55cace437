import { useEffect, useRef, useState } from 'react'
import type { Inspection } from '@shared/inspection/finding'
import { hugePagesIn } from '@shared/inspection/huge-pages'
import { visibleText } from '@shared/lib/visible-text'
import { useTranslation } from '../translation'
import { drawFirstPage } from './draw-first-page'
import type { PdfSource } from './pdf-source'
import './pdf.css'

/** CSS pixels; drawn at twice that, so that a title can be read. */
const width = 148

/**
 * The first page of a file, small, to hold against what is said of it. Drawn once it comes into sight; where it cannot
 * be drawn, or is not tried because the page is too large, that is said in its place, and nothing waits for it.
 */
export function FirstPage(props: {
  readonly fileName: string
  /** Keep the object while the file is the same. */
  readonly source: PdfSource
  readonly inspection: Inspection | undefined
}) {
  const { t } = useTranslation()
  const { source, inspection } = props
  const fileName = visibleText(props.fileName)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isSeen, setSeen] = useState(false)
  const [state, setState] = useState<'waiting' | 'drawn' | 'failed'>('waiting')
  const isTooLarge = hugePagesIn(inspection).some(({ page }) => page === 1)
  useEffect(() => {
    const place = canvas.current
    if (place === null || typeof IntersectionObserver === 'undefined') return
    const watcher = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
    })
    watcher.observe(place)
    return () => {
      watcher.disconnect()
    }
  }, [])
  useEffect(() => {
    if (!isSeen || isTooLarge || canvas.current === null) return
    let current = true
    const { drawn, cancel } = drawFirstPage(source, canvas.current, 2 * width)
    void drawn.then((isDrawn) => {
      if (current) setState(isDrawn ? 'drawn' : 'failed')
    })
    return () => {
      current = false
      cancel()
    }
  }, [isSeen, isTooLarge, source])
  const isMissing = isTooLarge || state === 'failed'
  return (
    <figure className="pdf-first-page" style={{ inlineSize: width }} aria-busy={!isMissing && state === 'waiting'}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('pdf.firstPageOf', { fileName })}
        hidden={isMissing}
        style={{ inlineSize: width }}
      />
      {isMissing ? <figcaption className="quiet">{t('pdf.noFirstPage')}</figcaption> : null}
    </figure>
  )
}
