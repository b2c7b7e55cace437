import type { Turn } from './page-place'
import type { PageRegion } from './pdf-source'

/**
 * Where a part of a page lies once the page is turned to the right. Pins keep the part of the page as the file has it.
 */
export function turnRegion({ x, y, width, height }: PageRegion, turn: Turn): PageRegion {
  switch (turn) {
    case 0:
      return { x, y, width, height }
    case 90:
      return { x: 1 - y - height, y: x, width: height, height: width }
    case 180:
      return { x: 1 - x - width, y: 1 - y - height, width, height }
    case 270:
      return { x: y, y: 1 - x - width, width: height, height: width }
  }
}

/** The way back: from the page as it is shown to the page as the file has it. */
export const turnRegionBack = (region: PageRegion, turn: Turn): PageRegion =>
  turnRegion(region, ((360 - turn) % 360) as Turn)
