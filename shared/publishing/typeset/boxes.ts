/** Boxes stacked into pages. A box is a line, a table row, a block of seals: never cut. */
import { lineHeight, typeArea } from '../page-geometry'
import { PageSheet } from './drawing'

export interface Box {
  height: number
  /** Stays on one page with the next box (a heading with its text, a text's end with its signature). */
  keepWithNext?: boolean
  /** Vanishes at the top of a page. */
  isGap?: boolean
  /** Begins a page. */
  breakBefore?: boolean
  /** Stays with the next box as long as the group fits a page; else the group is parted here. */
  mayPart?: boolean
  /** Sits on the page's grid of lines. */
  onGrid?: boolean
  /** On the grid, but as high as it is whatever the pitch (the place of a seal). */
  isRigid?: boolean
  /** Repeated above this box when it comes first on a page that it did not begin. */
  repeatAbove?: Box
  draw?: (sheet: PageSheet, top: number) => void
}

/** A page under way. */
interface OpenPage {
  sheet: PageSheet
  /** Where the next box goes. */
  y: number
  /** Where the grid begins: the top of the type area, or below a red head. */
  gridTop: number
  /** From line to line of the grid, in points. */
  pitch: number
}

export interface Pages {
  sheets: PageSheet[]
  /** Bottom of what stands on the last page. */
  endOfLast: number
}

const tolerance = 0.01

/** An empty line: dropped at the top of a page. */
export const gap = (lines = 1): Box => ({ height: lines * lineHeight, isGap: true, onGrid: true, keepWithNext: true })

/**
 * Fills pages from the top. `firstTop` is where the first page's grid begins (points from the top of the paper),
 * `pitch` the distance of its lines. A group of kept boxes that is taller than a page is parted where it may be, else
 * after all.
 */
export function stackBoxes(
  boxes: readonly Box[],
  firstSheet: PageSheet,
  firstTop: number,
  pitch: number = lineHeight,
): Pages {
  const pages: OpenPage[] = [{ sheet: firstSheet, y: firstTop, gridTop: firstTop, pitch }]
  let page = pages[0] as OpenPage
  const turn = () => {
    page = { sheet: new PageSheet(), y: typeArea.top, gridTop: typeArea.top, pitch }
    pages.push(page)
  }
  let index = 0
  while (index < boxes.length) {
    const whole = keptGroup(boxes, index)
    const group = fits(whole, emptyPage(pitch)) ? whole : firstPart(whole, page)
    const isFresh = page.sheet.marks.length === 0 && page.y <= page.gridTop + tolerance
    if (group[0]?.breakBefore === true && !isFresh) turn()
    else if (!fits(group, page) && !isFresh) turn()
    for (const box of group) {
      if (!fits([box], page) && page.y > page.gridTop + tolerance) turn()
      place(box, page)
    }
    index += group.length
  }
  return { sheets: pages.map(({ sheet }) => sheet), endOfLast: page.y }
}

const emptyPage = (pitch: number): OpenPage => ({
  sheet: new PageSheet(),
  y: typeArea.top,
  gridTop: typeArea.top,
  pitch,
})

function keptGroup(boxes: readonly Box[], start: number): Box[] {
  let end = start
  while (boxes[end]?.keepWithNext === true && boxes[end + 1]?.breakBefore !== true && end + 1 < boxes.length) end++
  return boxes.slice(start, end + 1)
}

/** Of a group that no page holds: as much as this page takes, or the least that may stand for itself. */
function firstPart(group: readonly Box[], page: OpenPage): readonly Box[] {
  const ends = group.flatMap(({ mayPart }, index) => (mayPart === true ? [index + 1] : []))
  const fitting = ends.filter((end) => fits(group.slice(0, end), page)).at(-1)
  return group.slice(0, fitting ?? ends[0] ?? group.length)
}

function fits(group: readonly Box[], page: OpenPage): boolean {
  let y = page.y
  for (const box of group) y = topOf(box, y, page) + heightOf(box, page)
  return y <= typeArea.bottom + 0.5
}

/** Boxes of lines follow the pitch; tables and places of seals are as high as they are. */
const followsPitch = (box: Box): boolean => box.onGrid === true && box.isRigid !== true

function heightOf(box: Box, { pitch }: OpenPage): number {
  return followsPitch(box) ? (box.height / lineHeight) * pitch : box.height
}

function topOf(box: Box, y: number, page: OpenPage): number {
  if (box.onGrid !== true) return y
  return page.gridTop + Math.ceil((y - page.gridTop) / page.pitch - tolerance) * page.pitch
}

function place(box: Box, page: OpenPage): void {
  const isTop = page.gridTop === typeArea.top && page.y <= typeArea.top + tolerance
  if (box.isGap === true && isTop) return
  if (box.repeatAbove !== undefined && isTop) place(box.repeatAbove, page)
  const top = topOf(box, page.y, page)
  // A line draws itself in the middle of the grid's own pitch.
  box.draw?.(page.sheet, followsPitch(box) ? top - (lineHeight - page.pitch) / 2 : top)
  page.y = top + heightOf(box, page)
}
