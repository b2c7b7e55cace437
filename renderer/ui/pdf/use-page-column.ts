import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { pageAt, pageGap, pagesToDraw, pageTops, scaleOf, type PageSize, type Zoom } from './page-layout'
import type { PageTarget } from './pdf-source'

export type PageColumn = {
  readonly sizes: readonly PageSize[]
  readonly tops: readonly number[]
  readonly scale: number
  readonly zoom: Zoom
  readonly setZoom: (zoom: Zoom) => void
  readonly page: number
  readonly drawn: readonly [number, number]
  readonly goTo: (target: PageTarget) => void
  readonly onScroll: () => void
  readonly onSize: (page: number, size: PageSize) => void
}

/** The column of pages in its window: which page one is on, which are drawn, and a place that survives zooming. */
export function usePageColumn(
  window: RefObject<HTMLDivElement | null>,
  pageCount: number,
  firstPage: PageSize,
): PageColumn {
  const [inner, setInner] = useState<PageSize>({ width: 800, height: 600 })
  const [scrollTop, setScrollTop] = useState(0)
  const [zoom, setZoom] = useState<Zoom>('width')
  const [known, setKnown] = useState<ReadonlyMap<number, PageSize>>(new Map())
  /** Page and share of it at the top edge of the window. */
  const anchor = useRef({ page: 1, share: 0 })

  useEffect(() => {
    const element = window.current
    if (element === null) return
    const measure = () => {
      setInner({ width: element.clientWidth, height: element.clientHeight })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [window])

  const sizes = useMemo(
    () => Array.from({ length: pageCount }, (_, index) => known.get(index + 1) ?? firstPage),
    [pageCount, known, firstPage],
  )
  const scale = scaleOf(zoom, firstPage, inner)
  const tops = useMemo(() => pageTops(sizes, scale), [sizes, scale])

  useLayoutEffect(() => {
    const { page, share } = anchor.current
    const size = sizes[page - 1]
    if (size === undefined) return
    window.current?.scrollTo({ top: (tops[page - 1] ?? 0) + share * size.height * scale })
  }, [window, tops, sizes, scale])

  const onScroll = () => {
    const at = window.current?.scrollTop ?? 0
    const page = Math.max(1, tops.findIndex((top) => top > at) === -1 ? pageCount : tops.findIndex((top) => top > at))
    const height = (sizes[page - 1]?.height ?? 1) * scale
    anchor.current = { page, share: (at - (tops[page - 1] ?? 0)) / height }
    setScrollTop(at)
  }
  const goTo = ({ page, region }: PageTarget) => {
    const number = Math.min(Math.max(1, page), pageCount)
    const height = (sizes[number - 1]?.height ?? 0) * scale
    const within = region === null || region === undefined ? 0 : Math.max(0, region.y * height - inner.height / 3)
    window.current?.scrollTo({ top: (tops[number - 1] ?? 0) - pageGap + within })
  }
  const onSize = useCallback((page: number, size: PageSize) => {
    setKnown((present) => {
      const old = present.get(page)
      if (old?.width === size.width && old.height === size.height) return present
      return new Map(present).set(page, size)
    })
  }, [])

  return {
    sizes,
    tops,
    scale,
    zoom,
    setZoom,
    page: pageAt(tops, scrollTop, inner.height),
    drawn: pagesToDraw(tops, scrollTop, inner.height),
    goTo,
    onScroll,
    onSize,
  }
}
