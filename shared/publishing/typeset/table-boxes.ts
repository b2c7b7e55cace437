/** Tables in 小四: heading rows repeat on every page, rows stay whole, cells to sign in report their place. */
import { type BlockOf, type Face, type RichText } from '@shared/documents/blocks'
import { type FontSet } from '../fonts/font-set'
import { lineHeight, mm, typeArea, typeSize } from '../page-geometry'
import { gap, type Box } from './boxes'
import { toCells, type Cell } from './cells'
import { type PageSheet, type Rect } from './drawing'
import { breakBalanced, breakLines, type Line } from './line-breaking'
import { bodyStyle, lineBox } from './text-boxes'

const textLine = 18
const padding = { x: 4.5, y: 4 }
/** Above and below the text of a row: half of it goes when the pitch goes down by a quarter. */
const paddingAt = (density: number): number => padding.y * (1 - 2 * (1 - density))
const thinRule = 0.5
/** Rows at either end of a table are kept in pairs up to this height, in points. */
const mostKept = 5 * lineHeight

type Align = 'left' | 'centre' | 'right'

interface TableCell {
  lines: Line[]
  align: Align
  /** Draws more into the cell than its text. */
  fill?: (sheet: PageSheet, rect: Rect) => void
}

interface RowShape {
  widths: readonly number[]
  minHeight?: number
  /** 1, or less when the paper is set closer to fit its page: rows are padded less. */
  density: number
}

/** A data table; column widths are shares of the text width. */
export function tableBoxes(block: BlockOf<'table'>, fonts: FontSet, density: number): Box[] {
  const widths = shares(block.columns.map(({ width }) => width))
  const header = rowBox(
    block.columns.map(({ header: text }, index) => textCell(text, widths[index] ?? 0, 'centre', fonts, 'hei')),
    { widths, density },
    true,
  )
  const rows = block.rows.flatMap((row) => {
    const cells = row.map((content, index) => {
      return textCell(content, widths[index] ?? 0, block.columns[index]?.align ?? 'left', fonts)
    })
    return splitRow(cells).map((part): Box => ({ ...rowBox(part, { widths, density }, false), repeatAbove: header }))
  })
  return [...captionBoxes(block.caption, fonts), { ...header, keepWithNext: true }, ...keepEnds(rows), smallGap()]
}

/** 签名表: serial, name, unit, role, and a cell of at least 16 mm to sign in. */
export function signatureTableBoxes(block: BlockOf<'signatureTable'>, fonts: FontSet, density: number): Box[] {
  const widths = shares([12, 18, 46, 38, 42])
  const { headers } = block
  const titles = [headers.index, headers.name, headers.unit, headers.role, headers.signature]
  const header = rowBox(
    titles.map((text, index) => textCell(text, widths[index] ?? 0, 'centre', fonts, 'hei')),
    { widths, density },
    true,
  )
  const rows = block.rows.map((row, index): Box => {
    const texts: [string, Align][] = [
      [String(index + 1), 'centre'],
      [row.name, 'centre'],
      [row.unit, 'left'],
      [row.role, 'centre'],
    ]
    const cells = texts.map(([text, align], column) => textCell(text, widths[column] ?? 0, align, fonts))
    const note = row.note === undefined ? [] : noteLines(row.note, widths[4] ?? 0, fonts)
    const signature: TableCell = {
      lines: [],
      align: 'left',
      fill: (sheet, rect) => {
        const noteHeight = note.length * 12
        const inner = inset({ ...rect, height: rect.height - noteHeight }, mm(1.5))
        sheet.handwriting(row.signature, inner)
        sheet.places.push({ kind: 'signature', field: row.field, rect: inner })
        for (const [at, line] of note.entries()) {
          sheet.line(line, rect.x + padding.x, rect.y + rect.height - noteHeight - 2 + at * 12, 12)
        }
      },
    }
    const minHeight = mm(16) + note.length * 12
    return { ...rowBox([...cells, signature], { widths, minHeight, density }, false), repeatAbove: header }
  })
  return [...captionBoxes(block.caption, fonts), { ...header, keepWithNext: true }, ...keepEnds(rows), smallGap()]
}

/** 表决统计: labels over whole numbers, then the outcome as text. */
export function tallyBoxes(block: BlockOf<'tally'>, fonts: FontSet, density: number): Box[] {
  const widths = shares(block.items.map(() => 1))
  const header = rowBox(
    block.items.map(({ label }, index) => textCell(label, widths[index] ?? 0, 'centre', fonts, 'hei')),
    { widths, density },
    true,
  )
  const counts = rowBox(
    block.items.map(({ count }, index) => textCell(String(count), widths[index] ?? 0, 'centre', fonts)),
    { widths, minHeight: 28 * density, density },
    false,
  )
  const outcome = block.outcome === undefined ? [] : outcomeBoxes(block.outcome, fonts)
  return [
    ...captionBoxes(block.caption, fonts),
    { ...header, keepWithNext: true },
    { ...counts, keepWithNext: outcome.length > 0 },
    ...outcome,
    smallGap(),
  ]
}

function outcomeBoxes(outcome: string, fonts: FontSet): Box[] {
  const cells = toCells(outcome, { face: 'fang', size: typeSize.smallFour }, fonts)
  return breakLines(cells, { width: typeArea.width - 2 * padding.x, indent: () => padding.x }).map((line) => ({
    height: 24,
    draw: (sheet, top) => sheet.line(line, typeArea.left, top, 24),
  }))
}

function captionBoxes(caption: string | undefined, fonts: FontSet): Box[] {
  if (caption === undefined) return []
  const lines = breakBalanced(toCells(caption, { ...bodyStyle, face: 'hei' }, fonts), typeArea.width)
  return [gap(), ...lines.map((line) => ({ ...lineBox(line, (typeArea.width - line.width) / 2), keepWithNext: true }))]
}

/** Between a table and the text above or below it. */
export const smallGap = (): Box => ({ height: lineHeight * 0.4, isGap: true })

/**
 * The last row never stands alone on a page, nor does the first, unless two rows would leave a hole in the page before.
 */
function keepEnds(rows: readonly Box[]): Box[] {
  return rows.map((row, index) => {
    const pair = row.height + (rows[index + 1]?.height ?? Infinity)
    return { ...row, keepWithNext: (index === 0 || index === rows.length - 2) && pair <= mostKept }
  })
}

function shares(widths: readonly number[]): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width) => (width / total) * typeArea.width)
}

function textCell(content: RichText, width: number, align: Align, fonts: FontSet, face: Face = 'fang'): TableCell {
  const cells = toCells(content, { face, size: typeSize.smallFour }, fonts)
  const room = width - 2 * padding.x
  return { lines: align === 'left' ? withoutRunt(cells, room) : breakBalanced(cells, room), align }
}

/** Flush left; a last line of one character takes another along when that costs no line. */
function withoutRunt(cells: readonly Cell[], room: number): Line[] {
  const lines = breakLines(cells, { width: room, squeeze: false })
  if (lines.length < 2 || (lines.at(-1)?.cells.filter(({ cell }) => cell.kind !== 'close').length ?? 0) > 1) {
    return lines
  }
  const narrower = breakLines(cells, { width: room - typeSize.smallFour, justify: false, squeeze: false })
  return narrower.length === lines.length ? narrower : lines
}

function noteLines(note: string, width: number, fonts: FontSet): Line[] {
  return breakLines(toCells(note, { face: 'fang', size: 9 }, fonts), { width: width - 2 * padding.x })
}

function rowBox(cells: readonly TableCell[], shape: RowShape, isHeader: boolean): Box {
  const lineCount = Math.max(1, ...cells.map(({ lines }) => lines.length))
  const height = Math.max(shape.minHeight ?? 0, lineCount * textLine + 2 * paddingAt(shape.density))
  return {
    height,
    draw: (sheet, top) => {
      if (isHeader) horizontal(sheet, top)
      horizontal(sheet, top + height)
      let x = typeArea.left
      for (const [index, cell] of cells.entries()) {
        const width = shape.widths[index] ?? 0
        vertical(sheet, x, top, height)
        drawCell(sheet, cell, { x, y: top, width, height })
        x += width
      }
      vertical(sheet, x, top, height)
    },
  }
}

function drawCell(sheet: PageSheet, cell: TableCell, rect: Rect): void {
  const textTop = rect.y + (rect.height - cell.lines.length * textLine) / 2
  for (const [index, line] of cell.lines.entries()) {
    const free = rect.width - 2 * padding.x - line.width
    const offset = cell.align === 'left' ? 0 : cell.align === 'right' ? free : free / 2
    sheet.line(line, rect.x + padding.x + offset, textTop + index * textLine, textLine)
  }
  cell.fill?.(sheet, rect)
}

const horizontal = (sheet: PageSheet, y: number): void => sheet.rule(typeArea.left, y, typeArea.right, y, thinRule)
const vertical = (sheet: PageSheet, x: number, top: number, height: number): void =>
  sheet.rule(x, top, x, top + height, thinRule)

const inset = (rect: Rect, by: number): Rect => ({
  x: rect.x + by,
  y: rect.y + by,
  width: rect.width - 2 * by,
  height: rect.height - 2 * by,
})

/** A row taller than half a page (a dissent in full) is continued in further rows. */
function splitRow(cells: readonly TableCell[]): TableCell[][] {
  const most = Math.floor(typeArea.height / 2 / textLine)
  const parts = Math.max(1, Math.ceil(Math.max(...cells.map(({ lines }) => lines.length)) / most))
  return Array.from({ length: parts }, (_, part) =>
    cells.map((cell) => ({ ...cell, lines: cell.lines.slice(part * most, (part + 1) * most) })),
  )
}
