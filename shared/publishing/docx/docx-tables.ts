/**
 * Tables of the editable copy: widths in grid and cells alike (WPS reads the grid), heading rows repeat, rows stay
 * whole.
 */
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type ITableCellOptions,
} from 'docx'
import { type BlockOf, type Face, type Handwriting, type RichText } from '@shared/documents/blocks'
import { sealRows } from '../typeset/seal-rows'
import { dateLine, sealLabel, roomyCount } from '../wording'
import {
  blankLine,
  bodyLine,
  bodyParagraph,
  bodyRun,
  cellParagraph,
  oneCharacter,
  rowPadding,
  smallGap,
  textRuns,
  textWidth,
  twips,
} from './docx-style'
import { handwritingPicture } from './handwriting-picture'

type Align = 'left' | 'centre' | 'right'
const alignment = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

export const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
export const noBorders = {
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
  insideHorizontal: noBorder,
  insideVertical: noBorder,
} as const

export function dataTable(block: BlockOf<'table'>): (Paragraph | Table)[] {
  const widths = shares(block.columns.map(({ width }) => width))
  const header = row(
    block.columns.map(({ header: text }) => cellParagraph(text, { alignment: AlignmentType.CENTER, face: 'hei' })),
    widths,
    { isHeader: true },
  )
  const rows = block.rows.map((cells) =>
    row(
      cells.map((content, index) => cell(content, block.columns[index]?.align ?? 'left')),
      widths,
    ),
  )
  return [...caption(block.caption), grid(widths, [header, ...rows]), smallGap()]
}

export function signatureTable(block: BlockOf<'signatureTable'>): (Paragraph | Table)[] {
  const widths = shares([12, 18, 46, 38, 42])
  const { headers } = block
  const titles = [headers.index, headers.name, headers.unit, headers.role, headers.signature]
  const header = row(
    titles.map((text) => cellParagraph(text, { alignment: AlignmentType.CENTER, face: 'hei' })),
    widths,
    { isHeader: true },
  )
  const rows = block.rows.map(({ name, unit, role, signature, note }, index) => {
    const signed = [signatureParagraph(signature), ...(note === undefined ? [] : [cellParagraph(note)])]
    const texts = [cell(String(index + 1), 'centre'), cell(name, 'centre'), cell(unit, 'left'), cell(role, 'centre')]
    return row([...texts, signed], widths, { height: twips(16) })
  })
  return [...caption(block.caption), grid(widths, [header, ...rows]), smallGap()]
}

function signatureParagraph(signature: Handwriting): Paragraph {
  const picture = handwritingPicture(signature)
  if (picture === undefined) return new Paragraph({ children: [] })
  // 36 × 13 mm in pixels of 1/96 inch.
  const scale = Math.min(136 / picture.width, 49 / picture.height)
  const transformation = { width: picture.width * scale, height: picture.height * scale }
  const image = new ImageRun({ type: 'png', data: picture.png, transformation })
  // An exact line height would cut the picture off.
  const spacing = { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 }
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing, children: [image] })
}

export function tallyTable(block: BlockOf<'tally'>): (Paragraph | Table)[] {
  const widths = shares(block.items.map(() => 1))
  const labels = block.items.map(({ label }) => cellParagraph(label, { alignment: AlignmentType.CENTER, face: 'hei' }))
  const counts = block.items.map(({ count }) => cell(String(count), 'centre'))
  const outcome = block.outcome === undefined ? [] : [cellParagraph(block.outcome, { indent: { left: 90, right: 90 } })]
  return [
    ...caption(block.caption),
    grid(widths, [row(labels, widths, { isHeader: true }), row(counts, widths, { height: 560 })]),
    ...outcome,
    smallGap(),
  ]
}

/** A row of seals in twips, and what is free between names that are taller than their seals. */
const sealRowHeight = twips(44)
const nameGap = twips(4)
/** Three rows of seals stay together with the text before them; more would push it to a page of its own. */
const mostKept = 3 * sealRowHeight

/** Names in rows of three (four, and long ones, in twos), each in the place of its seal; the date under the last. */
export function jointSignatureTable(block: BlockOf<'jointSignature'>, isDraft: boolean): Table {
  const characters = (length: number): number => length / oneCharacter
  const { perRow, rows } = sealRows(block.agencies, {
    textWidth: characters(textWidth),
    comfortable: characters(twips(3)),
    least: characters(twips(1)),
    widthOf: roomyCount,
  })
  const widths = shares(Array.from({ length: perRow }, () => 1))
  const label = isDraft ? [sealLabel] : []
  const heights = rows.map((names, index) => {
    const more = label.length + (index === rows.length - 1 ? 1 : 0)
    const lines = Math.max(...names.map((name) => name.lines.length)) + more
    return Math.max(sealRowHeight, lines * bodyLine.line + nameGap)
  })
  const isKept = heights.reduce((sum, height) => sum + height, 0) <= mostKept
  const tableRows = rows.map((names, rowIndex) => {
    const isLast = rowIndex === rows.length - 1
    // A single last name stands at the right.
    const cells = names.length === 1 ? [...Array.from({ length: perRow - 1 }, () => undefined), ...names] : names
    const paragraphs = Array.from({ length: perRow }, (_, index) => {
      const cell = cells[index]
      if (cell === undefined) return [new Paragraph({ children: [] })]
      const date = isLast && index === cells.length - 1 ? [dateLine(block.date)] : []
      return [...label, cell.lines.join('\n'), ...date].map((text) =>
        bodyParagraph(textRuns(text, text === sealLabel ? { ...bodyRun, colour: '808080' } : bodyRun), {
          alignment: AlignmentType.CENTER,
          keepNext: !isLast && isKept,
        }),
      )
    })
    return row(paragraphs, widths, { height: heights[rowIndex] ?? sealRowHeight })
  })
  return grid(widths, tableRows, true)
}

function caption(text: string | undefined): Paragraph[] {
  if (text === undefined) return []
  return [
    blankLine({ keepNext: true }),
    new Paragraph({
      spacing: bodyLine,
      alignment: AlignmentType.CENTER,
      keepNext: true,
      children: textRuns(text, { ...bodyRun, face: 'hei' }),
    }),
  ]
}

const cell = (content: RichText, align: Align, face: Face = 'fang'): Paragraph =>
  cellParagraph(content, { alignment: alignment[align], face })

interface RowShape {
  isHeader?: boolean
  height?: number
}

function row(cells: readonly (Paragraph | Paragraph[])[], widths: readonly number[], shape: RowShape = {}): TableRow {
  return new TableRow({
    cantSplit: true,
    tableHeader: shape.isHeader === true,
    ...(shape.height === undefined ? {} : { height: { value: shape.height, rule: HeightRule.ATLEAST } }),
    children: cells.map((content, index) => {
      const options: ITableCellOptions = {
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        children: Array.isArray(content) ? content : [content],
      }
      return new TableCell(options)
    }),
  })
}

function grid(widths: readonly number[], rows: readonly TableRow[], isBare = false): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    margins: {
      ...(isBare ? { left: 0, right: 0 } : { left: 90, right: 90, top: rowPadding, bottom: rowPadding }),
      marginUnitType: WidthType.DXA,
    },
    rows: [...rows],
    ...(isBare ? { borders: noBorders } : {}),
  })
}

function shares(parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => Math.floor((part / total) * textWidth))
}
