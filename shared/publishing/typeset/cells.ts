/** Text as a row of cells, one per character: what the line breaker and the page work on. */
import { type Face, type RichText } from '@shared/documents/blocks'
import { type FontSet, type Glyph } from '../fonts/font-set'

/** How a character behaves in a line: 避头尾 (may not begin, may not end), words that stay whole, blanks. */
export type CellKind = 'han' | 'open' | 'close' | 'joined' | 'word' | 'space' | 'blank' | 'newline'

export interface Cell {
  kind: CellKind
  character: string
  /** Absent for blanks and new lines. */
  glyph?: Glyph
  size: number
  /** How far the next cell begins after this one, in points. */
  width: number
  /** From the cell's left edge to the glyph's origin. */
  shift: number
  /** Above the baseline, for superscripts. */
  rise: number
  underline: boolean
}

export interface TextStyle {
  face: Face
  size: number
  /** Width of a full-width character; default: its size. The body grid uses 15.79 for 16 pt. */
  pitch?: number
}

const mayNotBegin = new Set('，。、；：？！）》」』】〕〉”’…—％%℃°·,.;:?!)]}')
const mayNotEnd = new Set('（《「『【〔〈“‘([{￥＄')
/** Drawn in the right half of their cell, or the left: squeezing takes the empty half. */
const leftHalf = new Set('，。、；：？！）》」』】〕〉”’')
const rightHalf = new Set('（《「『【〔〈“‘')
/** Pairs that a line break may not part. */
const pairs = new Set('—…')
/** Proportional in some faces, but a full cell in Chinese text. */
const fullCell = new Set('“”‘’…—·')

/** The half of a full-width mark that is empty and may be squeezed away. */
export function emptyHalf(character: string): 'left' | 'right' | undefined {
  if (leftHalf.has(character)) return 'right'
  return rightHalf.has(character) ? 'left' : undefined
}

/** Characters to cells. Throws `MissingGlyphError` for a character that no face has. */
export function toCells(content: RichText, style: TextStyle, fonts: FontSet): Cell[] {
  const runs = typeof content === 'string' ? [{ text: content }] : content
  const pitch = style.pitch ?? style.size
  return runs.flatMap((run): Cell[] => {
    if ('blank' in run) {
      return Array.from({ length: run.blank }, () => blankCell(style.size, pitch))
    }
    const face = run.face ?? style.face
    const raised = run.superscript === true
    const size = raised ? style.size * 0.6 : style.size
    const rise = raised ? style.size * 0.36 : 0
    return Array.from(run.text.normalize('NFC'), (character) => {
      if (character === '\n') return { ...blankCell(size, 0), kind: 'newline', underline: false }
      const glyph = fonts.glyph(character, face, excerpt(run.text, character))
      const kind = kindOf(character, glyph)
      const underline = run.underline === true
      return {
        kind,
        character,
        glyph,
        size,
        rise,
        underline,
        ...metrics(character, glyph, size, raised ? size : pitch),
      }
    })
  })
}

/** The sum of the cells' widths. */
export const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.width, 0)

function blankCell(size: number, width: number): Cell {
  return { kind: 'blank', character: ' ', size, width, shift: 0, rise: 0, underline: true }
}

function kindOf(character: string, glyph: Glyph): CellKind {
  if (pairs.has(character)) return 'joined'
  if (mayNotEnd.has(character)) return 'open'
  if (/[A-Za-z0-9.,:%/\-_@+#&=~']/u.test(character) && glyph.advance < 0.95) return 'word'
  if (mayNotBegin.has(character)) return 'close'
  if (character === ' ' || character === '\u3000') return 'space'
  return glyph.advance < 0.95 && /[\p{L}\p{N}]/u.test(character) ? 'word' : 'han'
}

/** A full-width character fills the pitch; a proportional one keeps its own width. */
function metrics(character: string, glyph: Glyph, size: number, pitch: number): { width: number; shift: number } {
  const natural = glyph.advance * size
  if (glyph.advance >= 0.95) return { width: natural + pitch - size, shift: 0 }
  if (!fullCell.has(character)) return { width: natural, shift: 0 }
  const room = pitch - natural
  const shift = { left: room, right: 0 }[emptyHalf(character) ?? 'right']
  return { width: pitch, shift: pairs.has(character) || character === '·' ? room / 2 : shift }
}

/** Some twenty characters around a character, to find it by. */
function excerpt(text: string, character: string): string {
  const at = text.indexOf(character)
  return text.slice(Math.max(0, at - 10), at + 12)
}
