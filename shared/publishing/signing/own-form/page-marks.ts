/** What a page of ours may draw: the operators that `contentOf` writes, line by line, and where they leave marks. */

import type { PageFonts } from './font-widths'
import { roomOf } from './text-room'
import type { Rect } from './update-form'

export interface PageMarks {
  /** Where texts begin, in points from the lower left, and the room that they take. */
  texts: { x: number; y: number; room: Rect }[]
  rules: { x1: number; y1: number; x2: number; y2: number }[]
  /** What was drawn by hand, filled, or pictured, each with the room that it takes. */
  others: Rect[]
}

const number = '-?\\d+(?:\\.\\d{1,3})?'
const inks = '(?:0 0 0|1 0\\.2 0\\.2|0\\.5 0\\.5 0\\.5|0\\.92 0\\.92 0\\.92)'
const point = `(${number}) (${number})`
const patterns = {
  text: new RegExp(
    `^BT (${inks}) rg /(fang|hei|kai|song|title) (${number}) Tf ((?:${number} ){6})Tm ` +
      `\\[(<(?:[0-9a-f]{4})+(?:>-?\\d+(?:\\.\\d{1,2})?<(?:[0-9a-f]{4})+)*>)\\] TJ ET$`,
  ),
  rule: new RegExp(`^${inks} RG ${number} w 0 J ${point} m ${point} l S$`),
  fill: new RegExp(`^0 0 0 rg(?: ${number} ${number} ${number} ${number} re)+ f$`),
  strokes: new RegExp(`^q 0 0 0 RG 1\\.2 w 1 J 1 j(?: ${number} ${number} m(?: ${number} ${number} l)+ S)+ Q$`),
  picture: new RegExp(`^q (${number}) 0 0 (${number}) ${point} cm /(\\w+) Do Q$`),
}

/** The watermark of a draft lies below everything and hides nothing. */
const watermark = '0.92 0.92 0.92'

/** The marks of a content stream; undefined when a line is none of ours. */
export function readPageMarks(content: string, fonts: PageFonts): PageMarks | undefined {
  const marks: PageMarks = { texts: [], rules: [], others: [] }
  for (const line of content.split('\n')) {
    if (line === '') continue
    const text = patterns.text.exec(line)
    if (text !== null) {
      const [, ink, font = '', size, matrix = '', shown = ''] = text
      if (ink === watermark) continue
      const numbers = matrix.trim().split(' ').map(Number)
      const room = roomOf({ font, size: Number(size), matrix: numbers, shown }, fonts)
      marks.texts.push({ x: numbers[4] ?? 0, y: numbers[5] ?? 0, room })
      continue
    }
    const rule = patterns.rule.exec(line)
    if (rule !== null) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rule.slice(1).map(Number)
      marks.rules.push({ x1, y1, x2, y2 })
      continue
    }
    if (patterns.fill.test(line) || isHandwriting(line, /^picture\d+$/)) marks.others.push(...boxes(line))
    else return undefined
  }
  return marks
}

/** Strokes, or one picture of this name. */
export function isHandwriting(line: string, pictureName: RegExp): boolean {
  const picture = patterns.picture.exec(line)
  return picture === null ? patterns.strokes.test(line) : pictureName.test(picture[5] ?? '')
}

const spanning = (x: readonly number[], y: readonly number[]): Rect => ({
  left: Math.min(...x),
  right: Math.max(...x),
  bottom: Math.min(...y),
  top: Math.max(...y),
})
const boxOf = ([x = 0, y = 0, width = 0, height = 0]: readonly number[]): Rect =>
  spanning([x, x + width], [y, y + height])

function boxes(line: string): Rect[] {
  const picture = patterns.picture.exec(line)
  if (picture !== null) {
    const [width = 0, height = 0, x = 0, y = 0] = picture.slice(1, 5).map(Number)
    return [boxOf([x, y, width, height])]
  }
  const filled = [...line.matchAll(new RegExp(`${point} (${number}) (${number}) re`, 'g'))]
  if (filled.length > 0) return filled.map((match) => boxOf(match.slice(1).map(Number)))
  // Each piece of a stroke by itself: one hand may go around what another one leaves free.
  return [...line.matchAll(new RegExp(`${point} m((?: ${number} ${number} l)+)`, 'g'))].flatMap(([, x, y, further]) => {
    const points = [
      [x, y],
      ...[...(further ?? '').matchAll(new RegExp(`${point} l`, 'g'))].map((next) => next.slice(1)),
    ]
    return points.slice(1).map((next, index) => {
      const [from, to] = [points[index]?.map(Number) ?? [], next.map(Number)]
      return spanning([from[0] ?? 0, to[0] ?? 0], [from[1] ?? 0, to[1] ?? 0])
    })
  })
}
