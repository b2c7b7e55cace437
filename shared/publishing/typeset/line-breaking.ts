/** Cells into lines: 避头尾 by squeezing marks or pushing characters on, then both edges flush. */
import { emptyHalf, type Cell } from './cells'

export interface PlacedCell {
  cell: Cell
  /** From the start of the line, in points. */
  x: number
}

export interface Line {
  cells: PlacedCell[]
  /** Left edge, from the start of the measure. */
  indent: number
  /** Width of what is set. */
  width: number
}

export interface Measure {
  /** Full width in points. */
  width: number
  /** Left indent of a line by its index; default 0. */
  indent?: (lineIndex: number) => number
  /** Spread full lines to the right edge; default true. */
  justify?: boolean
  /** Squeeze marks to take one more into a line; default true. Narrow columns have too few to hide it in. */
  squeeze?: boolean
}

const tolerance = 0.05
/** Letters of a full line stand this much further apart at most, in em. */
const mostSpread = 0.15

/**
 * Breaks text into lines. There is always at least one line; a forced new line begins one (indented like a first line).
 */
export function breakLines(cells: readonly Cell[], measure: Measure): Line[] {
  const lines: Line[] = []
  for (const part of splitAtNewlines(cells)) {
    const first = lines.length
    let rest = part
    do {
      const indent = measure.indent?.(lines.length - first) ?? 0
      const room = measure.width - indent
      const end = lineEnd(rest, room, measure.squeeze !== false)
      const taken = trimEnd(rest.slice(0, end))
      rest = trimStart(rest.slice(end))
      lines.push(setLine(taken, indent, room, rest.length > 0 && measure.justify !== false))
    } while (rest.length > 0)
  }
  return lines
}

/** As few lines as `breakLines` needs, made about equally long: for centred text that no edge holds. */
export function breakBalanced(cells: readonly Cell[], width: number): Line[] {
  const lines = breakLines(cells, { width, justify: false })
  for (let narrower = width / 2; lines.length > 1 && narrower < width; narrower += 2) {
    const tried = breakLines(cells, { width: narrower, justify: false })
    if (tried.length === lines.length) return tried
  }
  return lines
}

function splitAtNewlines(cells: readonly Cell[]): Cell[][] {
  const parts: Cell[][] = [[]]
  for (const cell of cells) {
    if (cell.kind === 'newline') parts.push([])
    else parts.at(-1)?.push(cell)
  }
  return parts
}

/**
 * Index after the last cell that stands in the line; at least one, also where not even one has room (a narrow column).
 */
function lineEnd(cells: readonly Cell[], room: number, maySqueeze: boolean): number {
  let width = 0
  let end = 0
  while (end < cells.length) {
    width += cells[end]?.width ?? 0
    if (width > room + tolerance) break
    end++
  }
  if (end === cells.length) return end
  const squeezed = maySqueeze || cells[end]?.kind === 'space' ? squeezedEnd(cells, end, room) : undefined
  if (squeezed !== undefined) return squeezed
  let cut = Math.max(1, end)
  while (cut > 1 && !mayBreakBefore(cells, cut)) cut--
  // A word longer than a line (a hash) is cut where the line ends.
  return cut <= 1 && !mayBreakBefore(cells, cut) ? Math.max(1, end) : cut
}

/** Where marks that may not begin a line would come next: take them in if squeezing the line's marks makes room. */
function squeezedEnd(cells: readonly Cell[], end: number, room: number): number | undefined {
  if (cells[end]?.kind === 'space') return end + 1
  let next = end
  while (cells[next]?.kind === 'close') next++
  if (next === end || !mayBreakBefore(cells, next)) return undefined
  const taken = cells.slice(0, next)
  const over = taken.reduce((sum, cell) => sum + cell.width, 0) - room
  return over <= squeezable(taken) ? next : undefined
}

function mayBreakBefore(cells: readonly Cell[], index: number): boolean {
  const before = cells[index - 1]
  const after = cells[index]
  if (before === undefined || after === undefined) return true
  if (after.kind === 'close' || before.kind === 'open') return false
  if (after.rise > 0) return false
  if (before.kind === after.kind && (after.kind === 'word' || after.kind === 'blank')) return false
  return !(before.kind === 'joined' && after.kind === 'joined') && after.kind !== 'joined'
}

const shrink = (cell: Cell): number => (emptyHalf(cell.character) === undefined ? 0 : cell.size * 0.5)
const squeezable = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + shrink(cell), 0)

const trimEnd = (cells: Cell[]): Cell[] => cells.slice(0, cells.findLastIndex((cell) => cell.kind !== 'space') + 1)
const trimStart = (cells: Cell[]): Cell[] => {
  const start = cells.findIndex((cell) => cell.kind !== 'space')
  return start < 0 ? [] : cells.slice(start)
}

function setLine(cells: readonly Cell[], indent: number, room: number, justify: boolean): Line {
  const natural = cells.reduce((sum, cell) => sum + cell.width, 0)
  const over = natural - room
  const squeeze = over > tolerance ? over / Math.max(squeezable(cells), 1) : 0
  const gaps = cells.map((cell, index) => index > 0 && !(cell.kind === 'word' && cells[index - 1]?.kind === 'word'))
  const gapCount = gaps.filter(Boolean).length
  // A loose line (a long word went on to the next) stays as it is rather than being torn apart.
  const wanted = justify && over < 0 && -over < room * 0.12 && gapCount > 0 ? -over / gapCount : 0
  // In a narrow column that is soon too much.
  const spread = wanted <= mostSpread * Math.max(...cells.map(({ size }) => size)) ? wanted : 0
  let x = 0
  const placed = cells.map((cell, index) => {
    if (gaps[index] === true) x += spread
    const lost = shrink(cell) * squeeze
    const at = emptyHalf(cell.character) === 'left' ? x - lost : x
    x += cell.width - lost
    return { cell, x: at }
  })
  return { cells: placed, indent, width: x }
}
