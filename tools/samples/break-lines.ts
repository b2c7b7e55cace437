import { faceOf, type FaceName, type Faces } from './fonts'

const notAtStart = new Set(Array.from('，。、；：？！）》」』】〕％”’…—,.;:?!)]%'))
const notAtEnd = new Set(Array.from('（《「【〔“‘(['))
const latin = /[A-Za-z0-9.,%+\-/:@_#~]/u

export interface Line {
  readonly text: string
  /** Natural width in points. */
  readonly width: number
  readonly characters: number
  /** Ends a paragraph: never stretched. */
  readonly last: boolean
}

export const widthOf = (faces: Faces, face: FaceName, size: number, text: string): number => {
  let width = 0
  for (const character of text) width += faceOf(faces, face, character).advance * size
  return width
}

/**
 * Pieces that never part: numbers and words whole, closing marks with what precedes, opening ones with what follows
 * (避头尾).
 */
function pieces(text: string): string[] {
  const result: string[] = []
  let glue = false
  let previous = ''
  for (const character of text) {
    const word = latin.test(character) && latin.test(previous)
    const before = glue || word || notAtStart.has(character) ? result.pop() : undefined
    result.push((before ?? '') + character)
    glue = notAtEnd.has(character)
    previous = character
  }
  return result
}

/** Breaks one paragraph into lines; the first is `indent` points shorter. */
export function breakLines(
  faces: Faces,
  face: FaceName,
  size: number,
  text: string,
  width: number,
  indent = 0,
): readonly Line[] {
  const lines: Line[] = []
  let current = ''
  let used = 0
  const close = (last: boolean) => {
    const trimmed = current.trimEnd()
    lines.push({
      text: trimmed,
      width: widthOf(faces, face, size, trimmed),
      characters: Array.from(trimmed).length,
      last,
    })
    current = ''
    used = 0
  }
  for (const whole of pieces(text)) {
    const pieceWidth = widthOf(faces, face, size, whole)
    const parts = pieceWidth > width ? Array.from(whole) : [whole]
    for (const piece of parts) {
      const advance = parts.length === 1 ? pieceWidth : widthOf(faces, face, size, piece)
      const room = width - (lines.length === 0 ? indent : 0)
      if (current !== '' && used + advance > room + 0.01) close(false)
      if (current === '' && piece === ' ' && lines.length > 0) continue
      current += piece
      used += advance
    }
  }
  close(true)
  return lines
}
