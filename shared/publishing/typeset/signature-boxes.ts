/** 署名, 成文日期 and the places of seals. GB/T 9704-2012 7.3.5. A seal is never drawn: its place is left. */
import { type BlockOf } from '@shared/documents/blocks'
import { type FontSet } from '../fonts/font-set'
import { characterWidth, lineHeight, mm, typeArea } from '../page-geometry'
import { dateLine, sealLabel } from '../wording'
import { gap, type Box } from './boxes'
import { toCells, widthOf } from './cells'
import { type PageSheet } from './drawing'
import { breakBalanced, type Line } from './line-breaking'
import { sealRows } from './seal-rows'
import { bodyStyle, singleLine } from './text-boxes'
import { nameLines } from './title-lines'

/** The diameter of an agency's seal, in points (42 mm). */
const sealDiameter = mm(42)
/** Rows of seals neither cross nor touch. */
const sealRowHeight = mm(44)
/** The first row's top stays within one line of the text. */
const sealGap = mm(2)

/** 7.3.5.2: without seal, one blank line, names 右空二字, the date's first character two to the right of the name's. */
export function signatureBoxes(block: BlockOf<'signature'>, fonts: FontSet, isDraft: boolean): Box[] {
  if (block.seal) return [sealedSignature(block, fonts, isDraft)]
  const room = typeArea.width - 4 * characterWidth
  const names = block.names.flatMap((name) => breakBalanced(toCells(name, bodyStyle, fonts), room))
  const date = singleLine(toCells(dateLine(block.date), bodyStyle, fonts))
  const widest = Math.max(...names.map(({ width }) => width))
  const right = typeArea.width - 2 * characterWidth
  const left = Math.min(right - widest, right - date.width - 2 * characterWidth)
  return [
    gap(),
    ...names.map((name) => ({ ...lineAt(name, left), keepWithNext: true })),
    lineAt(date, left + 2 * characterWidth),
  ]
}

function lineAt(line: Line, x: number): Box {
  return {
    height: lineHeight,
    onGrid: true,
    draw: (sheet, top) => sheet.line(line, typeArea.left + x, top, lineHeight),
  }
}

/** 7.3.5.1: date 右空四字, the agency centred over it, the seal centred on both with its top within a line of the text. */
function sealedSignature(block: BlockOf<'signature'>, fonts: FontSet, isDraft: boolean): Box {
  const agency = block.names[0] ?? ''
  const names = sealedNameLines(agency, typeArea.width * 0.6, fonts)
  const date = singleLine(toCells(dateLine(block.date), bodyStyle, fonts))
  const room = typeArea.width - Math.max(...names.map(({ width }) => width), date.width, sealDiameter) / 2
  const centre = typeArea.left + Math.min(typeArea.width - 4 * characterWidth - date.width / 2, room)
  const sealed: SealedName = { agency, names, date, centre, isDraft }
  const height = Math.max(sealDiameter, heightOf(sealed))
  return {
    height: Math.ceil((height + sealGap) / lineHeight) * lineHeight,
    onGrid: true,
    isRigid: true,
    draw: (sheet, top) => {
      drawSealed(sheet, sealed, top + sealGap + (height - sealDiameter) / 2, fonts)
    },
  }
}

/** The name over a seal's place, broken between words; 3 mm from its neighbour, or 1 mm when that saves a line. */
function sealedNameLines(agency: string, width: number, fonts: FontSet): Line[] {
  const measure = (text: string) => widthOf(toCells(text, bodyStyle, fonts))
  const room = { comfortable: width - mm(3), most: width - mm(1) }
  return nameLines(agency, room, measure).map((text) => singleLine(toCells(text, bodyStyle, fonts)))
}

interface SealedName {
  agency: string
  /** The agency's name, one line or more. */
  names: Line[]
  date?: Line
  centre: number
  isDraft: boolean
}

/** How far below the middle of the seal's place the name and date stand. */
const shiftOf = ({ date }: SealedName): number => (date === undefined ? 0 : lineHeight * 0.15)
const linesOf = ({ names, date }: SealedName): Line[] => (date === undefined ? names : [...names, date])
/** Above and below a name that is taller than its seal. */
const nameGap = mm(2)
/** The label of a draft stands in the line above the name. */
const labelRise = lineHeight * 0.9

/** Room that name, date and label take about the middle of the seal's place, in points. */
function heightOf(sealed: SealedName): number {
  const half = (linesOf(sealed).length * lineHeight) / 2 + nameGap
  return 2 * Math.max(half - shiftOf(sealed) + (sealed.isDraft ? labelRise : 0), half + shiftOf(sealed))
}

/** Name (and date) in the middle of the seal's place, a little below when there is a date. */
function drawSealed(sheet: PageSheet, sealed: SealedName, sealTop: number, fonts: FontSet): void {
  const { centre } = sealed
  const lines = linesOf(sealed)
  const middle = sealTop + sealDiameter / 2 + shiftOf(sealed)
  const first = middle - (lines.length * lineHeight) / 2
  for (const [index, line] of lines.entries()) {
    sheet.line(line, centre - line.width / 2, first + index * lineHeight, lineHeight)
  }
  if (sealed.isDraft) {
    const label = singleLine(toCells(sealLabel, { face: 'fang', size: 12 }, fonts))
    sheet.line(label, centre - label.width / 2, first - labelRise, lineHeight, 'grey')
  }
  sheet.places.push({
    kind: 'seal',
    agency: sealed.agency,
    rect: { x: centre - sealDiameter / 2, y: sealTop, width: sealDiameter, height: sealDiameter },
  })
}

/**
 * 7.3.5.1 for several agencies: names evenly set in issuing order, one seal each, the last over its name and the date.
 * Rows are as high as their seals or, with long names, as these; they stay together while a page holds them.
 */
export function jointSignatureBoxes(block: BlockOf<'jointSignature'>, fonts: FontSet, isDraft: boolean): Box[] {
  const date = singleLine(toCells(dateLine(block.date), bodyStyle, fonts))
  const { perRow, rows } = sealRows(block.agencies, {
    textWidth: typeArea.width / characterWidth,
    comfortable: mm(3) / characterWidth,
    least: mm(1) / characterWidth,
    widthOf: (text) => widthOf(toCells(text, bodyStyle, fonts)) / characterWidth,
  })
  return rows.map((row, rowIndex): Box => {
    const isLast = rowIndex === rows.length - 1
    const cellWidth = typeArea.width / (row.length === 1 ? perRow : row.length)
    // A single last name stands at the right.
    const firstCentre = row.length === 1 ? typeArea.width - cellWidth / 2 : cellWidth / 2
    const sealed = row.map(({ agency, lines }, index): SealedName => ({
      agency,
      names: lines.map((text) => singleLine(toCells(text, bodyStyle, fonts))),
      centre: typeArea.left + firstCentre + index * cellWidth,
      isDraft,
      ...(isLast && index === row.length - 1 ? { date } : {}),
    }))
    const above = rowIndex === 0 ? sealGap : 0
    const height = Math.max(sealRowHeight, ...sealed.map(heightOf))
    return {
      height: above + height,
      keepWithNext: !isLast,
      mayPart: !isLast,
      draw: (sheet, top) => {
        const sealTop = top + above + (height - sealRowHeight) / 2
        for (const name of sealed) drawSealed(sheet, name, sealTop, fonts)
      },
    }
  })
}
