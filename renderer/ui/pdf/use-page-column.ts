import { useCallback, useEffectEvent, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { sizeTurned } from './page-fit'
import { pageAt, pageGap, pagesToDraw, pageTops, scaleOf, type PageSize, type Zoom } from './page-layout'
import { firstPlace, turned, turnOf, type PagePlace, type Turns } from './page-place'
import type { PageRegion, PageTarget } from './pdf-source'
import { turnRegion } from './turn-region'
import { useInnerSize } from './use-inner-size'

/** Where a viewer begins: what it said of its place when it was left. */
export type ReadingStart = { readonly place: PagePlace; readonly turns: Turns }

export const fromTheTop: ReadingStart = { place: firstPlace, turns: {} }

export type PageColumn = {
  /** At 100 %, as the file has them. */
  readonly sizes: readonly PageSize[]
  /** In pixels, as they are shown. */
  readonly shown: readonly PageSize[]
  readonly scales: readonly number[]
  readonly tops: readonly number[]
  /** Of the widest page, in pixels. */
  readonly width: number
  /** Of the page that one is on. */
  readonly scale: number
  readonly zoom: Zoom
  readonly setZoom: (zoom: Zoom) => void
  readonly turns: Turns
  /** Turns the page that one is on by a quarter to the right. */
  readonly turn: () => void
  readonly page: number
  readonly drawn: readonly [number, number]
  readonly goTo: (target: PageTarget) => void
  readonly goToPlace: (place: PagePlace) => void
  /** Scrolls no further than is needed to see a part of the window's content, given in the window's own pixels. */
  readonly reveal: (part: DOMRect) => void
  readonly place: () => PagePlace
  readonly onScroll: () => void
  readonly onSize: (page: number, size: PageSize) => void
}

/**
 * The column of pages in its window: which page one is on, which are drawn, and a place that survives all changes of
 * size.
 */
export function usePageColumn(
  window: RefObject<HTMLDivElement | null>,
  pageCount: number,
  firstPage: PageSize,
  start: ReadingStart,
): PageColumn {
  const inner = useInnerSize(window)
  const [scrollTop, setScrollTop] = useState(0)
  const [zoom, setZoom] = useState<Zoom>(start.place.zoom)
  const [turns, setTurns] = useState<Turns>(start.turns)
  const [known, setKnown] = useState<ReadonlyMap<number, PageSize>>(new Map())
  /** The page that was asked for, as long as nobody scrolls away: the last one may not reach the upper edge. */
  const [asked, setAsked] = useState<number | null>(null)
  /** What is at the upper left corner of the window. */
  const anchor = useRef<Omit<PagePlace, 'zoom'>>(start.place)
  /** Where this column scrolled to by itself: that is no reading on. */
  const settledAt = useRef(-1)

  const { sizes, shown, scales, tops, width } = useMemo(() => {
    const all = Array.from({ length: pageCount }, (_, index) => known.get(index + 1) ?? firstPage)
    const turnedSizes = all.map((size, index) => sizeTurned(size, turnOf(turns, index + 1)))
    const factors = turnedSizes.map((size) => scaleOf(zoom, size, inner))
    const onScreen = turnedSizes.map((size, index) => ({
      width: size.width * (factors[index] ?? 1),
      height: size.height * (factors[index] ?? 1),
    }))
    return {
      sizes: all,
      shown: onScreen,
      scales: factors,
      tops: pageTops(onScreen.map(({ height }) => height)),
      width: onScreen.reduce((widest, page) => Math.max(widest, page.width), 0),
    }
  }, [pageCount, known, firstPage, turns, zoom, inner])

  /** Scrolls, and remembers where that led, for a browser rounds. */
  const scrollTo = (place: { readonly top: number; readonly left?: number }) => {
    const element = window.current
    if (element === null) return
    const { top, left = element.scrollLeft } = place
    // A wheel that is turning is left alone where nothing has to move.
    if (Math.abs(element.scrollTop - top) >= 1 || Math.abs(element.scrollLeft - left) >= 1) {
      element.scrollTo({ behavior: 'instant', top, left })
    }
    settledAt.current = element.scrollTop
    setScrollTop(element.scrollTop)
  }
  const toAnchor = () => {
    const { page, share, left } = anchor.current
    const number = Math.min(page, pageCount)
    const height = shown[number - 1]?.height ?? 0
    scrollTo({ top: (tops[number - 1] ?? 0) + share * height, left: left * (window.current?.scrollWidth ?? 0) })
  }
  const settle = useEffectEvent(toAnchor)
  // Whatever changes the measures, what one reads stays where it is.
  useLayoutEffect(() => {
    settle()
  }, [shown, tops])

  /** What is at the upper left corner now. */
  const cornerAt = (element: HTMLDivElement): Omit<PagePlace, 'zoom'> => {
    const at = element.scrollTop
    const below = tops.findIndex((top) => top > at)
    const page = Math.max(1, below === -1 ? pageCount : below)
    const height = shown[page - 1]?.height ?? 1
    const share = (at - (tops[page - 1] ?? 0)) / height
    return { page, share, left: Math.min(1, element.scrollLeft / Math.max(1, element.scrollWidth)) }
  }
  const onScroll = () => {
    const element = window.current
    if (element === null) return
    if (element.scrollTop !== settledAt.current) {
      anchor.current = cornerAt(element)
      settledAt.current = -1
      setAsked(null)
    } else {
      anchor.current = { ...anchor.current, left: cornerAt(element).left }
    }
    setScrollTop(element.scrollTop)
  }
  const goTo = ({ page, region }: PageTarget) => {
    const number = Math.min(Math.max(1, page), pageCount)
    const height = shown[number - 1]?.height ?? 0
    const part: PageRegion | null =
      region === null || region === undefined ? null : turnRegion(region, turnOf(turns, number))
    const within = part === null ? 0 : Math.max(0, part.y * height - inner.height / 3)
    scrollTo({ top: (tops[number - 1] ?? 0) - pageGap + within })
    const element = window.current
    if (element === null) return
    anchor.current = { page: number, share: (within - pageGap) / Math.max(1, height), left: cornerAt(element).left }
    setAsked(number)
  }
  const goToPlace = (place: PagePlace) => {
    anchor.current = place
    setAsked(null)
    setZoom(place.zoom)
    toAnchor()
  }
  const reveal = (part: DOMRect) => {
    const element = window.current
    if (element === null) return
    const frame = element.getBoundingClientRect()
    const top = part.top - frame.top
    const [upper, lower] = [frame.height / 8, frame.height * 0.75]
    const left = part.left - frame.left
    const isBeside = left < 0 || left + part.width > element.clientWidth
    if (top >= upper && top + part.height <= lower && !isBeside) return
    element.scrollTo({
      behavior: 'instant',
      top: top >= upper && top + part.height <= lower ? element.scrollTop : element.scrollTop + top - frame.height / 3,
      left: isBeside ? element.scrollLeft + left - element.clientWidth / 3 : element.scrollLeft,
    })
    onScroll()
  }
  const onSize = useCallback((page: number, size: PageSize) => {
    setKnown((present) => {
      const old = present.get(page)
      if (old?.width === size.width && old.height === size.height) return present
      return new Map(present).set(page, size)
    })
  }, [])

  const page = asked ?? pageAt(tops, scrollTop, inner.height)
  return {
    sizes,
    shown,
    scales,
    tops,
    width,
    scale: scales[page - 1] ?? 1,
    zoom,
    setZoom,
    turns,
    turn: () => {
      setTurns({ ...turns, [page]: turned(turnOf(turns, page)) })
    },
    page,
    drawn: pagesToDraw(tops, scrollTop, inner.height),
    goTo,
    goToPlace,
    reveal,
    place: () => ({ ...anchor.current, zoom }),
    onScroll,
    onSize,
  }
}
