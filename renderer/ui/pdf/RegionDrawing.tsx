import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from '../translation'
import type { PageRegion } from './pdf-source'
import { regionStyle } from './region-style'

type Point = { readonly x: number; readonly y: number }

/** Smaller than this share of the page is a click, not a rectangle. */
const smallest = 0.01

/** An arrow moves by this share of the page; with Shift it changes the size. */
const keyStep = 0.01

const within = (event: PointerEvent<HTMLDivElement>): Point => {
  const box = event.currentTarget.getBoundingClientRect()
  const share = (value: number) => Math.min(Math.max(value, 0), 1)
  return { x: share((event.clientX - box.left) / box.width), y: share((event.clientY - box.top) / box.height) }
}

const between = (a: Point, b: Point): PageRegion => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
})

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -keyStep, y: 0 },
  ArrowRight: { x: keyStep, y: 0 },
  ArrowUp: { x: 0, y: -keyStep },
  ArrowDown: { x: 0, y: keyStep },
}

const bounded = (value: number, most: number) => Math.min(Math.max(value, 0), most)

/** The rectangle after an arrow, always on the page. */
export function movedBy({ x, y, width, height }: PageRegion, by: Point, isSize: boolean): PageRegion {
  if (isSize) {
    return {
      x,
      y,
      width: Math.max(2 * keyStep, bounded(width + by.x, 1 - x)),
      height: Math.max(2 * keyStep, bounded(height + by.y, 1 - y)),
    }
  }
  return { x: bounded(x + by.x, 1 - width), y: bounded(y + by.y, 1 - height), width, height }
}

/** Where the keyboard begins: a line in the upper part of what is in sight. */
function firstRegion(sheet: HTMLElement): PageRegion {
  const page = sheet.getBoundingClientRect()
  const top = sheet.closest('.pdf-window')?.getBoundingClientRect().top ?? page.top
  const y = page.height === 0 ? 0 : (top + 48 - page.top) / page.height
  return { x: 0.1, y: Math.min(0.9, Math.max(0.02, y)), width: 0.8, height: 0.04 }
}

/** A sheet over a page on which a rectangle is dragged, or moved by arrows and taken with Enter. */
export function RegionDrawing(props: {
  /** The page that one is on has the keyboard. */
  readonly isCurrent: boolean
  readonly onRegion: (region: PageRegion) => void
}) {
  const { isCurrent, onRegion } = props
  const { t } = useTranslation()
  const sheet = useRef<HTMLDivElement>(null)
  const [start, setStart] = useState<Point | null>(null)
  const [end, setEnd] = useState<Point | null>(null)
  const [byKeys, setByKeys] = useState<PageRegion | null>(null)
  const dragged = start === null || end === null ? null : between(start, end)
  useEffect(() => {
    if (isCurrent) sheet.current?.focus({ preventScroll: true })
  }, [isCurrent])
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = arrows[event.key]
    const now = byKeys ?? firstRegion(event.currentTarget)
    if (by !== undefined && !event.ctrlKey && !event.altKey && !event.metaKey) {
      setByKeys(byKeys === null ? now : movedBy(now, by, event.shiftKey))
    } else if (event.key === 'Enter' && byKeys !== null) onRegion(byKeys)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const shown = dragged ?? byKeys
  return (
    <div
      ref={sheet}
      className="pdf-drawing"
      tabIndex={isCurrent ? 0 : -1}
      role="application"
      aria-label={t('pdf.drawHint')}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setStart(within(event))
        setEnd(null)
      }}
      onPointerMove={(event) => {
        if (start !== null) setEnd(within(event))
      }}
      onPointerUp={() => {
        if (dragged !== null && dragged.width > smallest && dragged.height > smallest) onRegion(dragged)
        setStart(null)
        setEnd(null)
      }}
    >
      {shown === null ? null : <div className="pdf-region" style={regionStyle(shown)} />}
    </div>
  )
}
