/** Width and height of a page at 100 %, in CSS pixels (1/96 inch). */
export type PageSize = { readonly width: number; readonly height: number }

/** How wide pages are shown. */
export type Zoom = number | 'width' | 'page'

/** Space between pages and around them, in CSS pixels. */
export const pageGap = 12

const zoomSteps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const

/** The next step larger (`by` 1) or smaller (`by` -1) than a scale. */
export function nextZoom(scale: number, by: 1 | -1): number {
  const step = by === 1 ? zoomSteps.find((s) => s > scale + 0.01) : zoomSteps.findLast((s) => s < scale - 0.01)
  return step ?? (by === 1 ? 4 : 0.5)
}

/** The factor at which a page is drawn in a window of the given inner size; each page fits by its own measure. */
export function scaleOf(zoom: Zoom, page: PageSize, window: PageSize): number {
  if (typeof zoom === 'number') return zoom
  const byWidth = (window.width - 2 * pageGap) / page.width
  const scale = zoom === 'width' ? byWidth : Math.min(byWidth, (window.height - 2 * pageGap) / page.height)
  return Math.min(Math.max(scale, 0.2), 4)
}

/**
 * Where each page begins, from the top of the column, in pixels; one more for the end of the column.
 * @param heights in pixels
 */
export function pageTops(heights: readonly number[]): readonly number[] {
  const tops = [pageGap]
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height + pageGap)
  return tops
}

/** The page (from 1) that a reader is on: the one that covers the line a third down the window. */
export function pageAt(tops: readonly number[], scrollTop: number, windowHeight: number): number {
  const line = scrollTop + windowHeight / 3
  const after = tops.findIndex((top) => top > line)
  return Math.min(Math.max(after === -1 ? tops.length - 1 : after, 1), Math.max(tops.length - 1, 1))
}

/** Pages (from 1, inclusive) that touch the window, and one more on either side. */
export function pagesToDraw(tops: readonly number[], scrollTop: number, windowHeight: number): [number, number] {
  const last = tops.length - 1
  let from = 1
  while (from < last && (tops[from] ?? 0) < scrollTop) from += 1
  let to = from
  while (to < last && (tops[to] ?? 0) < scrollTop + windowHeight) to += 1
  return [Math.max(1, from - 1), Math.min(last, to + 1)]
}
