/** What stands on a page: marks with absolute positions, in points from the top left. Knows no PDF. */
import { type Handwriting } from '@shared/documents/blocks'
import { type Glyph } from '../fonts/font-set'
import { type Line } from './line-breaking'

export type Ink = 'black' | 'red' | 'grey' | 'pale'

export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

export type Mark =
  | {
      kind: 'text'
      x: number
      baseline: number
      size: number
      ink: Ink
      glyphs: { glyph: Glyph; dx: number }[]
      angle?: number
    }
  | { kind: 'rule'; x1: number; y1: number; x2: number; y2: number; thickness: number; ink: Ink }
  /** Filled rectangles in one path, so that neighbours show no seam. */
  | { kind: 'fill'; rects: Rect[] }
  | { kind: 'handwriting'; rect: Rect; writing: Exclude<Handwriting, { kind: 'place' }> }

/** A place that something will be put on later: a signature into its cell, a seal over a name. */
export type Place =
  | { kind: 'signature'; field: string; page: number; rect: Rect }
  | { kind: 'seal'; agency: string; page: number; rect: Rect }

export type PlaceOnPage =
  { kind: 'signature'; field: string; rect: Rect } | { kind: 'seal'; agency: string; rect: Rect }

/** One page: marks in drawing order. */
export class PageSheet {
  readonly marks: Mark[] = []
  readonly places: PlaceOnPage[] = []

  /** Sets a line with its em boxes in the middle of `height`, beginning at `x` plus the line's own indent. */
  line(line: Line, x: number, top: number, height: number, ink: Ink = 'black'): void {
    const size = Math.max(...line.cells.map(({ cell }) => (cell.rise > 0 ? 0 : cell.size)), 1)
    this.lineOnBaseline(line, x, top + (height - size) / 2 + size * 0.88, ink)
  }

  lineOnBaseline(line: Line, x: number, baseline: number, ink: Ink = 'black'): void {
    const left = x + line.indent
    let current: Extract<Mark, { kind: 'text' }> | undefined
    for (const { cell, x: at } of line.cells) {
      if (cell.glyph === undefined) {
        current = undefined
      } else {
        const origin = left + at + cell.shift
        const y = baseline - cell.rise
        if (
          current?.size !== cell.size ||
          current.baseline !== y ||
          current.glyphs[0]?.glyph.face !== cell.glyph.face
        ) {
          current = { kind: 'text', x: origin, baseline: y, size: cell.size, ink, glyphs: [] }
          this.marks.push(current)
        }
        current.glyphs.push({ glyph: cell.glyph, dx: origin - current.x })
      }
      if (cell.underline) this.#underline(left + at, cell.width, baseline + cell.size * 0.16, ink)
    }
  }

  /** Neighbouring underlined cells make one rule. */
  #underline(x: number, width: number, y: number, ink: Ink): void {
    const last = this.marks.findLast((mark) => mark.kind === 'rule')
    if (last?.y1 === y && Math.abs(last.x2 - x) < 3) last.x2 = x + width
    else this.rule(x, y, x + width, y, 0.6, ink)
  }

  rule(x1: number, y1: number, x2: number, y2: number, thickness: number, ink: Ink = 'black'): void {
    this.marks.push({ kind: 'rule', x1, y1, x2, y2, thickness, ink })
  }

  handwriting(writing: Handwriting, rect: Rect): void {
    if (writing.kind !== 'place') this.marks.push({ kind: 'handwriting', rect, writing })
  }
}
