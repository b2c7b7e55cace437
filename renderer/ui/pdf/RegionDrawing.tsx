import { useState, type PointerEvent } from 'react'
import type { PageRegion } from './pdf-source'
import { regionStyle } from './region-style'

type Point = { readonly x: number; readonly y: number }

/** Smaller than this share of the page is a click, not a rectangle. */
const smallest = 0.01

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

/** A sheet over a page on which a rectangle is dragged. */
export function RegionDrawing({ onRegion }: { readonly onRegion: (region: PageRegion) => void }) {
  const [start, setStart] = useState<Point | null>(null)
  const [end, setEnd] = useState<Point | null>(null)
  const region = start === null || end === null ? null : between(start, end)
  return (
    <div
      className="pdf-drawing"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setStart(within(event))
        setEnd(null)
      }}
      onPointerMove={(event) => {
        if (start !== null) setEnd(within(event))
      }}
      onPointerUp={() => {
        if (region !== null && region.width > smallest && region.height > smallest) onRegion(region)
        setStart(null)
        setEnd(null)
      }}
    >
      {region === null ? null : <div className="pdf-region" style={regionStyle(region)} />}
    </div>
  )
}
