/** The room that a line of text takes on a page, by the widths of its fonts. */
import type { PageFonts } from './font-widths'
import type { Rect } from './update-form'

/** How far letters reach above and below the line that they stand on, for each point of their size. */
const above = 0.88
const below = 0.12

export interface ShownText {
  font: string
  size: number
  /** a b c d e f (ISO 32000-1 8.3.3). */
  matrix: readonly number[]
  /** What `TJ` shows: characters in hexadecimal and numbers that move the pen. */
  shown: string
}

/** From where the text begins to where its last character ends, upright around it. */
export function roomOf({ font, size, matrix, shown }: ShownText, fonts: PageFonts): Rect {
  const widthOf = fonts.get(font) ?? (() => 1000)
  let pen = 0
  let [first, last] = [0, 0]
  for (const [, codes = '', move] of shown.matchAll(/<([0-9a-f]+)>|(-?\d+(?:\.\d+)?)/g)) {
    if (move !== undefined) pen -= Number(move)
    for (let at = 0; at + 4 <= codes.length; at += 4) pen += widthOf(parseInt(codes.slice(at, at + 4), 16))
    first = Math.min(first, pen)
    last = Math.max(last, pen)
  }
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  const corners = [first, last].flatMap((along) =>
    [-below, above].map((up) => {
      const [x, y] = [(along / 1000) * size, up * size]
      return { x: a * x + c * y + e, y: b * x + d * y + f }
    }),
  )
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) }
}
