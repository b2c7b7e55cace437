/** Notes in a narrow column: broken into lines, each note beside its place as far as there is room. */
import { type Face } from '@shared/documents/blocks'
import { type FontSet } from '../fonts/font-set'

export interface NoteLine {
  text: string
  face: Face
  /** Operands of `rg`. */
  ink: string
}

/** Letters that stay together: a word in Latin letters and digits, else every character by itself. */
const pieces = (text: string): string[] => text.match(/[0-9A-Za-z]+|[^0-9A-Za-z]/gu) ?? []

/**
 * Breaks a text into lines of a width. What is no letter (tabs and the like) is a space; a word longer than a line is
 * broken. @throws MissingGlyphError
 */
export function linesOf(text: string, face: Face, width: number, size: number, fonts: FontSet): string[] {
  const widthOf = (words: string) =>
    Array.from(words).reduce((sum, character) => sum + fonts.glyph(character, face, text).advance * size, 0)
  const lines: string[] = []
  for (const paragraph of text.split(/\r\n|\r|\n/u)) {
    const plain = paragraph.replaceAll(/\p{C}|\t/gu, ' ').trim()
    if (plain === '') continue
    let line = ''
    for (const piece of pieces(plain).flatMap((word) => (widthOf(word) > width ? Array.from(word) : [word]))) {
      if (line !== '' && widthOf(line + piece) > width) {
        lines.push(line.trimEnd())
        line = piece.trimStart()
      } else line += piece
    }
    if (line !== '') lines.push(line)
  }
  return lines
}

/**
 * Lays notes into a column from the top, each beside its place or below the note before it.
 * @param top of each place, from the bottom of the page
 * @returns baselines from the bottom of the page, and the lines that found no room
 */
export function columnOf(
  entries: readonly { top: number; lines: readonly NoteLine[] }[],
  head: readonly string[],
  height: number,
  size: number,
): { placed: { line: NoteLine; y: number }[]; rest: NoteLine[] } {
  const step = 1.5 * size
  const placed: { line: NoteLine; y: number }[] = []
  const rest: NoteLine[] = []
  let y = height - 1.5 * size
  for (const text of head) {
    placed.push({ line: { text, face: 'hei', ink: '0.35 0.35 0.35' }, y })
    y -= step
  }
  // Pushed up where the last notes would else fall off the page.
  const needed = entries.map(({ lines }) => lines.length * step + 0.5 * step)
  for (const [index, { top, lines }] of entries.entries()) {
    const below = needed.slice(index).reduce((sum, one) => sum + one, 0)
    y = Math.min(y - 0.5 * step, Math.max(top - size, Math.min(below + size, height)))
    for (const line of lines) {
      if (y < size) rest.push(line)
      else {
        placed.push({ line, y })
        y -= step
      }
    }
  }
  return { placed, rest }
}
