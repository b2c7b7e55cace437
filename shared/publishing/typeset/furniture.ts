/** What stands outside the running text: page numbers, 版记, draft marks. GB/T 9704-2012 7.4, 7.5. */
import { type DocumentModel } from '@shared/documents/blocks'
import { type FontSet } from '../fonts/font-set'
import { characterWidth, mm, paper, typeArea, typeSize } from '../page-geometry'
import { copyToLine, printedOnLine } from '../wording'
import { toCells, type TextStyle } from './cells'
import { type PageSheet } from './drawing'
import { breakLines, type Line } from './line-breaking'
import { singleLine } from './text-boxes'

type Imprint = NonNullable<Extract<DocumentModel['layout'], { kind: 'official' }>['imprint']>

/** An em dash's stroke stands so high above the baseline, in em. */
const dashHeight = 0.33

/** 7.5: 4号 song, `— 1 —`, the dashes 7 mm below the type area; odd pages right, even pages left, one character in. */
export function drawPageNumber(sheet: PageSheet, pageNumber: number, fonts: FontSet): void {
  const line = singleLine(toCells(`— ${pageNumber} —`, { face: 'song', size: typeSize.four }, fonts))
  const x = pageNumber % 2 === 1 ? typeArea.right - characterWidth - line.width : typeArea.left + characterWidth
  sheet.lineOnBaseline(line, x, typeArea.bottom + mm(7) + dashHeight * typeSize.four)
}

/** The draft's name in the head margin, and pale across the page (drawn first, so text stays on top). */
export function drawDraftMark(sheet: PageSheet, label: string, fonts: FontSet): void {
  const head = singleLine(toCells(label, { face: 'hei', size: typeSize.four }, fonts))
  sheet.lineOnBaseline(head, typeArea.left, typeArea.top - mm(8), 'grey')
  const size = label.length > 3 ? 84 : 120
  const cells = toCells(label, { face: 'hei', size, pitch: size * 1.15 }, fonts)
  const angle = Math.PI / 5
  const width = cells.reduce((sum, cell) => sum + cell.width, 0)
  const start = {
    x: paper.width / 2 - (Math.cos(angle) * width) / 2,
    y: paper.height / 2 + (Math.sin(angle) * width) / 2,
  }
  let at = 0
  for (const cell of cells) {
    if (cell.glyph !== undefined) {
      sheet.marks.unshift({
        kind: 'text',
        x: start.x + Math.cos(angle) * at,
        baseline: start.y - Math.sin(angle) * at,
        size,
        ink: 'pale',
        glyphs: [{ glyph: cell.glyph, dx: 0 }],
        angle,
      })
    }
    at += cell.width
  }
}

const imprintStyle: TextStyle = { face: 'fang', size: typeSize.four }
const imprintLine = 24
/** First and last rule 0.35 mm, inner ones 0.25 mm. */
const outerRule = mm(0.35)
const innerRule = mm(0.25)

interface ImprintLines {
  copyTo: Line[]
  lead: Line
  printedBy: Line
  printedOn: Line
}

function imprintLines(imprint: Imprint, fonts: FontSet): ImprintLines {
  const lead = singleLine(toCells('抄送：', imprintStyle, fonts))
  const inner = typeArea.width - 2 * imprintStyle.size
  const printedOn = singleLine(toCells(printedOnLine(imprint.printedOn), imprintStyle, fonts))
  const copyTo =
    imprint.copyTo.length === 0
      ? []
      : breakLines(toCells(copyToLine(imprint.copyTo), imprintStyle, fonts), { width: inner - lead.width })
  return {
    copyTo,
    lead,
    printedBy: fitted(imprint.printedBy, inner - printedOn.width - imprintStyle.size, fonts),
    printedOn,
  }
}

/** A name too long to stand beside the date is set smaller. */
function fitted(text: string, room: number, fonts: FontSet): Line {
  const line = singleLine(toCells(text, imprintStyle, fonts))
  if (line.width <= room) return line
  return singleLine(toCells(text, { ...imprintStyle, size: (imprintStyle.size * room) / line.width }, fonts))
}

/** Height of the 版记, in points. */
export function imprintHeight(imprint: Imprint, fonts: FontSet): number {
  return (imprintLines(imprint, fonts).copyTo.length + 1) * imprintLine
}

/** 7.4: at the foot of the last page, its last rule on the bottom edge of the type area. */
export function drawImprint(sheet: PageSheet, imprint: Imprint, fonts: FontSet): void {
  const { copyTo, lead, printedBy, printedOn } = imprintLines(imprint, fonts)
  const left = typeArea.left + imprintStyle.size
  const right = typeArea.right - imprintStyle.size
  const rule = (y: number, thickness: number) => sheet.rule(typeArea.left, y, typeArea.right, y, thickness)
  const lastTop = typeArea.bottom - imprintLine
  const top = lastTop - copyTo.length * imprintLine
  rule(top, outerRule)
  for (const [index, line] of copyTo.entries()) {
    const y = top + index * imprintLine
    if (index === 0) sheet.line(lead, left, y, imprintLine)
    sheet.line(line, left + lead.width, y, imprintLine)
  }
  if (copyTo.length > 0) rule(lastTop, innerRule)
  sheet.line(printedBy, left, lastTop, imprintLine)
  sheet.line(printedOn, right - printedOn.width, lastTop, imprintLine)
  rule(typeArea.bottom, outerRule)
}
