import { grayscale } from 'pdf-lib'
import { breakLines, type Line } from './break-lines'
import type { FaceName } from './fonts'
import { pageHeight, type Align, type Sheet } from './sheet'

export interface Cell {
  readonly text: string
  readonly span?: number
  readonly align?: Align
  readonly face?: FaceName
  readonly size?: number
  readonly shade?: number
  readonly minHeight?: number
  /** First-line indent of each paragraph in characters. */
  readonly indent?: number
}

export interface TableOptions {
  /** Relative widths of the grid's columns. */
  readonly columns: readonly number[]
  readonly rows: readonly (readonly (Cell | string)[])[]
  /** Repeated on every page. */
  readonly head?: readonly (Cell | string)[]
  readonly size?: number
  readonly face?: FaceName
  readonly align?: Align
  readonly minHeight?: number
}

interface Laid {
  readonly x: number
  readonly width: number
  readonly lines: Line[]
  readonly cell: Cell
  readonly face: FaceName
  readonly size: number
  readonly align: Align
}

const padding = 4
const pitch = 1.36

function layRow(sheet: Sheet, options: TableOptions, row: readonly (Cell | string)[], isHead: boolean): Laid[] {
  const total = options.columns.reduce((sum, width) => sum + width, 0)
  const scale = sheet.width / total
  const laid: Laid[] = []
  let column = 0
  let x = sheet.left
  for (const item of row) {
    const cell: Cell = typeof item === 'string' ? { text: item } : item
    const span = cell.span ?? 1
    const width = options.columns.slice(column, column + span).reduce((sum, w) => sum + w, 0) * scale
    const face = cell.face ?? (isHead ? sheet.style.heading : (options.face ?? sheet.style.body))
    const size = cell.size ?? options.size ?? 10.5
    const align = cell.align ?? (isHead ? 'centre' : (options.align ?? 'left'))
    const inner = width - 2 * padding
    const lines = cell.text
      .split('\n')
      .flatMap((part) => [...breakLines(sheet.faces, face, size, '　'.repeat(cell.indent ?? 0) + part, inner)])
    laid.push({ x, width, lines, cell, face, size, align })
    column += span
    x += width
  }
  return laid
}

const heightOf = (laid: readonly Laid[], minimum: number): number =>
  Math.max(minimum, ...laid.map((c) => Math.max(c.lines.length * c.size * pitch + 2 * padding, c.cell.minHeight ?? 0)))

function drawRow(sheet: Sheet, laid: readonly Laid[], height: number, isHead: boolean): void {
  const top = sheet.y
  const shade = isHead ? sheet.style.tableHeadShade : null
  for (const c of laid) {
    const fill = c.cell.shade ?? shade
    sheet.page.drawRectangle({
      x: c.x,
      y: top - height,
      width: c.width,
      height,
      borderWidth: sheet.style.rule,
      borderColor: grayscale(0),
      ...(fill === null ? {} : { color: grayscale(fill) }),
    })
    const step = c.size * pitch
    const block = c.lines.length * step
    const long = c.lines.length > 6
    let y = top - (long ? padding : (height - block) / 2)
    for (const line of c.lines) {
      y -= step
      sheet.line(line, c.x + padding, y + step * 0.28, c.width - 2 * padding, c.face, c.size, c.align)
    }
  }
  sheet.y = top - height
}

/** Draws a ruled table; rows move whole to the next page, only rows taller than half a page are cut. */
export function drawTable(sheet: Sheet, options: TableOptions): void {
  const minimum = options.minHeight ?? 22
  const head = options.head === undefined ? null : layRow(sheet, options, options.head, true)
  const drawHead = () => {
    if (head !== null) drawRow(sheet, head, heightOf(head, minimum), true)
  }
  if (head !== null) sheet.room(heightOf(head, minimum) + minimum)
  drawHead()
  for (const row of options.rows) {
    let laid = layRow(sheet, options, row, false)
    let height = heightOf(laid, minimum)
    const usable = sheet.y - sheet.bottom
    if (height > usable && height < (pageHeight - sheet.style.margins.top - sheet.bottom) * 0.5) {
      sheet.newPage()
      drawHead()
    }
    while (height > sheet.y - sheet.bottom) {
      const space = sheet.y - sheet.bottom
      const part = laid.map((c) => ({
        ...c,
        lines: c.lines.slice(0, Math.max(0, Math.floor((space - 2 * padding) / (c.size * pitch)))),
      }))
      if (part.some((c) => c.lines.length > 0)) drawRow(sheet, part, space, false)
      laid = laid.map((c, index) => ({
        ...c,
        cell: { ...c.cell, minHeight: 0 },
        lines: c.lines.slice(part[index]?.lines.length ?? 0),
      }))
      height = heightOf(laid, minimum)
      sheet.newPage()
      drawHead()
    }
    drawRow(sheet, laid, height, false)
  }
}
