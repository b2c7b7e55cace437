/** GB/T 9704-2012 5.1, 5.2: paper, type area, grid. All lengths in points from the top left of the page. */

/** Millimetres to points. */
export const mm = (length: number): number => (length * 72) / 25.4

export const paper = { width: mm(210), height: mm(297) } as const

/** 版心: 天头 37 mm, 订口 28 mm, 156 × 225 mm. */
export const typeArea = {
  left: mm(28),
  top: mm(37),
  width: mm(156),
  height: mm(225),
  right: mm(184),
  bottom: mm(262),
} as const

/** 22 lines and 28 characters fill the type area. */
export const linesPerPage = 22
const charactersPerLine = 28
/** 28.99 pt: the height of a line. */
export const lineHeight = typeArea.height / linesPerPage
/** 15.79 pt: the width of a character (字). */
export const characterWidth = typeArea.width / charactersPerLine

/** Type sizes in points by their Chinese names. */
export const typeSize = { two: 22, three: 16, four: 14, smallFour: 12 } as const

/**
 * The link from paper to file, in the foot margin: 5 mm below the type area (four squares and more stay white around
 * the QR code), in the middle, where neither odd nor even page numbers stand. `textGap`: from the code to its words.
 */
export const verificationPlace = { top: mm(267), size: mm(17), textGap: mm(3), textSize: 9 } as const
