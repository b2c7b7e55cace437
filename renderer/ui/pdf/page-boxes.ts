import type { Turn } from './page-place'
import type { PageRegion } from './pdf-source'
import { turnRegionBack } from './turn-region'

/** Finer than this nobody sees, and numbers stay short. */
const rounded = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1e5) / 1e5

const roundedBox = ({ x, y, width, height }: PageRegion): PageRegion => {
  const [left, top] = [rounded(x), rounded(y)]
  return {
    x: left,
    y: top,
    width: Math.min(rounded(x + width) - left, 1 - left),
    height: Math.min(rounded(y + height) - top, 1 - top),
  }
}

/** What holds all boxes; null of none. */
export function unionOf(boxes: readonly PageRegion[]): PageRegion | null {
  if (boxes.length === 0) return null
  const left = Math.min(...boxes.map(({ x }) => x))
  const top = Math.min(...boxes.map(({ y }) => y))
  const right = Math.max(...boxes.map(({ x, width }) => x + width))
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height))
  return roundedBox({ x: left, y: top, width: right - left, height: bottom - top })
}

/** Whether two boxes lie beside each other on one line. */
function areOneLine(a: PageRegion, b: PageRegion): boolean {
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  const gap = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width)
  return shared > 0.6 * Math.min(a.height, b.height) && gap < 1.5 * Math.max(a.height, b.height)
}

/** One box for each line of what a text layer gives run by run, in the order of reading. */
export function linesOf(boxes: readonly PageRegion[]): readonly PageRegion[] {
  const lines: PageRegion[] = []
  for (const box of boxes) {
    const line = lines.at(-1)
    if (line !== undefined && areOneLine(line, box)) lines[lines.length - 1] = unionOf([line, box]) ?? line
    else lines.push(roundedBox(box))
  }
  return lines
}

/** The lines of a stretch of text on a page, in fractions of the page as the file has it, however it is shown. */
export function boxesOfRange(range: Range, page: Element, turn: Turn): readonly PageRegion[] {
  const frame = page.getBoundingClientRect()
  if (frame.width === 0 || frame.height === 0) return []
  const boxes = [...range.getClientRects()]
    .filter(({ width, height }) => width > 0 && height > 0)
    .map(({ left, top, width, height }) => ({
      x: (left - frame.left) / frame.width,
      y: (top - frame.top) / frame.height,
      width: width / frame.width,
      height: height / frame.height,
    }))
    // A layer of text may reach over the paper.
    .filter(({ x, y, width, height }) => x < 1 && y < 1 && x + width > 0 && y + height > 0)
  return linesOf(boxes).map((box) => roundedBox(turnRegionBack(box, turn)))
}
