import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageSize } from './page-layout'

/** Points (1/72 inch) to CSS pixels (1/96 inch). */
const cssUnits = 96 / 72

/** CSS pixels of a side; a page that states more (five metres) is shown smaller. */
const longestSide = 20_000

export type PageFit = {
  /** At 100 %, in CSS pixels. */
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
