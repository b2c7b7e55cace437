import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageSize } from './page-layout'
import type { Turn } from './page-place'

/** Points (1/72 inch) to CSS pixels (1/96 inch). */
const cssUnits = 96 / 72

/** CSS pixels of a side; a page that states more (five metres) is shown smaller. */
const longestSide = 20_000

export type PageFit = {
  /** At 100 %, in CSS pixels, as the file has it. */
  readonly size: PageSize
  /** The factor of pdf.js for that size. */
  readonly factor: number
}

/** How large a page is shown at 100 %. */
export function fitPage(page: PDFPageProxy): PageFit {
  const { width, height } = page.getViewport({ scale: cssUnits })
  const fit = Math.min(1, longestSide / Math.max(width, height))
  return { size: { width: width * fit, height: height * fit }, factor: cssUnits * fit }
}

/** Width and height of a page that a person turned. */
export const sizeTurned = ({ width, height }: PageSize, turn: Turn): PageSize =>
  turn % 180 === 0 ? { width, height } : { width: height, height: width }

/** The view of a page as it is shown: with the turn of the file and that of the person. @param scale of pdf.js */
export const viewTurned = (page: PDFPageProxy, scale: number, turn: Turn) =>
  page.getViewport({ scale, rotation: (page.rotate + turn) % 360 })
