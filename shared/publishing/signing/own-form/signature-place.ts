/** Whether a signature that is seen stands in a cell to sign in, and covers nothing. */
import { mm, typeArea } from '../../page-geometry'
import type { PageMarks } from './page-marks'
import type { Rect } from './update-form'

/** The last column of the table of signatures, and how far from its rules a signature keeps (`signatureTableBoxes`). */
const inset = mm(1.5)
const cell = { left: typeArea.right - mm(42), right: typeArea.right }
/** Rules are written to a thousandth of a point. */
const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.01

/** The rules of a table enclose the place as a cell that is to be signed. */
export function isInSigningCell({ left, bottom, right, top }: Rect, { rules }: PageMarks): boolean {
  if (!near(left - inset, cell.left) || !near(right + inset, cell.right) || bottom >= top) return false
  const [ceiling, floor] = [top + inset, bottom - inset]
  const isSide = (x: number) =>
    rules.some(({ x1, y1, x2, y2 }) => near(x1, x) && near(x2, x) && near(y1, ceiling) && y2 < floor + 0.01)
  const isCeiling = rules.some(
    ({ x1, y1, x2, y2 }) => near(y1, ceiling) && near(y2, ceiling) && near(x2, right + inset) && x1 < left,
  )
  const crossed = rules.some(({ y1, y2 }) => near(y1, y2) && y1 < ceiling - 0.01 && y1 > floor + 0.01)
  return isCeiling && isSide(cell.left) && isSide(cell.right) && !crossed
}

/** No text begins at the place, and nothing that the page or an earlier signature shows reaches into it. */
export function coversNothing(place: Rect, { texts, others }: PageMarks, earlier: readonly Rect[]): boolean {
  const isInside = ({ x, y }: { x: number; y: number }): boolean =>
    x > place.left - inset && x < place.right + inset && y > place.bottom - 1 && y < place.top + 1
  const overlaps = (other: Rect): boolean =>
    other.left < place.right && other.right > place.left && other.bottom < place.top && other.top > place.bottom
  return !texts.some((text) => isInside(text) || overlaps(text.room)) && ![...others, ...earlier].some(overlaps)
}
