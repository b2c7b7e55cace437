/** A page as it is seen: its boxes and its turn (ISO 32000-1 7.7.3.3, 14.11.2) made one plain sheet. */
import { PDFName, PDFNumber, type PDFPage } from 'pdf-lib'

export interface VisualPage {
  /** As it is seen, in units of the page. */
  width: number
  height: number
  /** Points to one unit of the page. */
  unit: number
  /** From a plain sheet (x to the right, y upwards, from its lower left corner) to the space of the page. */
  matrix: readonly [number, number, number, number, number, number]
  /** Adds a strip at the right edge as it is seen. */
  widen: (by: number) => void
}

/** The part of a page that is seen: the crop box as far as it lies on the paper, else the paper. */
function seenBox(page: PDFPage): { x: number; y: number; width: number; height: number } {
  const [media, crop] = [page.getMediaBox(), page.getCropBox()]
  const left = Math.max(media.x, crop.x)
  const bottom = Math.max(media.y, crop.y)
  const right = Math.min(media.x + media.width, crop.x + crop.width)
  const top = Math.min(media.y + media.height, crop.y + crop.height)
  return right > left && top > bottom ? { x: left, y: bottom, width: right - left, height: top - bottom } : media
}

export function visualPage(page: PDFPage): VisualPage {
  const box = seenBox(page)
  const { x, y, width, height } = box
  const turn = (((Math.round(page.getRotation().angle / 90) * 90) % 360) + 360) % 360
  const isSideways = turn % 180 === 90
  const userUnit = page.node.lookupMaybe(PDFName.of('UserUnit'), PDFNumber)?.asNumber() ?? 1
  const put = (wider: typeof box) => {
    page.setMediaBox(wider.x, wider.y, wider.width, wider.height)
    page.setCropBox(wider.x, wider.y, wider.width, wider.height)
  }
  return {
    width: isSideways ? height : width,
    height: isSideways ? width : height,
    unit: userUnit > 0 ? userUnit : 1,
    matrix: matrixOf(turn, box),
    widen: (by) => {
      switch (turn) {
        case 90:
          return put({ ...box, height: height + by })
        case 180:
          return put({ ...box, x: x - by, width: width + by })
        case 270:
          return put({ ...box, y: y - by, height: height + by })
        default:
          return put({ ...box, width: width + by })
      }
    },
  }
}

function matrixOf(
  turn: number,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): VisualPage['matrix'] {
  switch (turn) {
    case 90:
      return [0, 1, -1, 0, x + width, y]
    case 180:
      return [-1, 0, 0, -1, x + width, y + height]
    case 270:
      return [0, -1, 1, 0, x, y + height]
    default:
      return [1, 0, 0, 1, x, y]
  }
}
