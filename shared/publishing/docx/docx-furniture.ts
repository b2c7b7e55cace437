/** 版头, 版记, page numbers and draft marks of the editable copy. GB/T 9704-2012 7.2, 7.4, 7.5. */
import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  HeightRule,
  HorizontalPositionRelativeFrom,
  LineRuleType,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  TextWrappingType,
  VerticalAlignTable,
  VerticalPositionRelativeFrom,
  WidthType,
} from 'docx'
import { ShapeRun } from 'docx/shapes'
import { TextWatermark } from 'docx/watermarks'
import { type DocumentModel } from '@shared/documents/blocks'
import { headNames, namePitch, suffixGap, suffixScale } from '../typeset/head-names'
import { copyToLine, formatDocumentNumber, printedOnLine, roomyCount } from '../wording'
import {
  blankLine,
  bodyLine,
  bodyParagraph,
  bodyRun,
  characterCount,
  fontOf,
  halfPoints,
  oneCharacter,
  textRuns,
  textWidth,
  twips,
  type RunStyle,
} from './docx-style'
import { noBorders } from './docx-tables'

type Official = Extract<DocumentModel['layout'], { kind: 'official' }>

const red = 'FF3333'
/**
 * Lines of the head have a height of their own, roomy enough for any font: fonts differ in theirs, and the page would
 * move.
 */
const headLine = (points: number) =>
  ({ line: Math.round(points * 20), lineRule: LineRuleType.EXACT, before: 0, after: 0 }) as const
const emptyLine = (points: number): Paragraph => new Paragraph({ spacing: headLine(points), children: [] })

/** Half of what the pitch of the names is over 1 em stands above the letters. */
const overhang = (namePitch - 1) / 2

/** Points taken off below the rule: the page is filled to its last line, and a rounding would push that off. */
const spare = 3

/** 发文机关标志 35 mm below the top of the type area, number two lines below, rule 4 mm below the number. */
export function redHead(head: Official['head']): (Paragraph | Table)[] {
  const stack = headNames(head, { single: textPoints * 0.96, joint: textPoints * 0.98, widthOf: roomyCount })
  const size = Math.floor(stack.size * 2) / 2
  const names = stack.kind === 'joint' ? [jointNames(stack.lines, size, head.suffix)] : singleName(stack.lines, size)
  const number = bodyParagraph(textRuns(formatDocumentNumber(head.number), bodyRun), {
    alignment: AlignmentType.CENTER,
    // The border begins below the line of 579 twips, not below the letters in its middle.
    border: { bottom: { style: BorderStyle.SINGLE, size: 16, color: red, space: 4 } },
  })
  return [
    emptyLine(twips(35) / 20 - overhang * size),
    ...names,
    emptyLine(bodyLine.line / 20 - overhang * size),
    blankLine(),
    number,
    blankLine(),
    emptyLine(bodyLine.line / 20 - spare),
  ]
}

const textPoints = textWidth / 20

function singleName(lines: readonly string[], size: number): Paragraph[] {
  return lines.map((text) => {
    const children = textRuns(text, redRun(size))
    return new Paragraph({ spacing: headLine(size * namePitch), alignment: AlignmentType.CENTER, children })
  })
}

const redRun = (points: number): RunStyle => ({ face: 'title', size: Math.floor(points * 2), colour: red })

/** A table of two columns: names spread to one width, 文件 across all rows in the middle of their height. */
function jointNames(lines: readonly string[], size: number, hasSuffix: boolean): Table {
  const count = lines.length
  // A little wider than the longest line, which must not break.
  const nameWidth = Math.ceil((Math.max(...lines.map(roomyCount)) + 0.2) * size * 20)
  const suffixWidth = hasSuffix ? Math.ceil((suffixGap + 2 * suffixScale(count)) * size * 20) : 0
  const columnWidths = hasSuffix ? [nameWidth, suffixWidth] : [nameWidth]
  const cell = (width: number, paragraph: Paragraph, rowSpan = 1): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      ...(rowSpan > 1 ? { rowSpan } : {}),
      verticalAlign: VerticalAlignTable.CENTER,
      children: [paragraph],
    })
  const line = (text: string, points: number, alignment: 'distribute' | 'right'): Paragraph =>
    new Paragraph({ spacing: headLine(points * 1.3), alignment, children: textRuns(text, redRun(points)) })
  const rows = lines.map((name, index) => {
    const nameCell = cell(nameWidth, line(name, size, AlignmentType.DISTRIBUTE))
    const suffix = line('文件', size * suffixScale(count), AlignmentType.RIGHT)
    return new TableRow({
      cantSplit: true,
      height: { value: Math.round(size * 20 * namePitch), rule: HeightRule.ATLEAST },
      children: index === 0 && hasSuffix ? [nameCell, cell(suffixWidth, suffix, count)] : [nameCell],
    })
  })
  return new Table({
    width: { size: nameWidth + suffixWidth, type: WidthType.DXA },
    alignment: AlignmentType.CENTER,
    columnWidths,
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0, marginUnitType: WidthType.DXA },
    borders: noBorders,
    rows,
  })
}

const imprintRun: RunStyle = { face: 'fang', size: halfPoints.four }
const imprintLineTwips = 480
/** A4 lines of 4号 between the two inner edges. */
const imprintCharacters = Math.floor(textWidth / 20 / 14) - 2

/** 版记: a text box on the bottom of the type area, for neither a frame nor a floating table stays there everywhere. */
export function imprintBox(imprint: NonNullable<Official['imprint']>): Paragraph {
  const line = { line: imprintLineTwips, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const
  const copyLines = imprint.copyTo.length === 0 ? [] : cutToWidth(copyToLine(imprint.copyTo), imprintCharacters - 3)
  const outer = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 0 }
  const inner = { ...outer, size: 6 }
  const last = new Paragraph({
    spacing: line,
    border: { top: copyLines.length === 0 ? outer : inner, bottom: outer },
    tabStops: [
      { type: TabStopType.LEFT, position: 280 },
      { type: TabStopType.RIGHT, position: textWidth - 280 },
    ],
    children: textRuns(`\t${imprint.printedBy}\t${printedOnLine(imprint.printedOn)}`, imprintRun),
  })
  // Tabs and forced lines, no indents: a border begins where the indent does.
  const copyText = copyLines.map((text, index) => (index === 0 ? `\t抄送：${text}` : `\t\t${text}`)).join('\n')
  const copy =
    copyLines.length === 0
      ? []
      : [
          new Paragraph({
            spacing: line,
            border: { top: outer },
            tabStops: [
              { type: TabStopType.LEFT, position: 280 },
              { type: TabStopType.LEFT, position: 4 * 280 },
            ],
            children: textRuns(copyText, imprintRun),
          }),
        ]
  const height = (copyLines.length + 1) * imprintLineTwips + 40
  const box = new ShapeRun({
    type: 'rectangle',
    transformation: { width: (textWidth / 1440) * 96, height: (height / 1440) * 96 },
    line: 'none',
    children: [...copy, last],
    textOptions: { margins: { top: 0, bottom: 0, left: 0, right: 0 } },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.MARGIN, offset: 0 },
      verticalPosition: { relative: VerticalPositionRelativeFrom.BOTTOM_MARGIN, offset: -height * 635 },
      wrap: { type: TextWrappingType.TOP_AND_BOTTOM },
    },
  })
  return new Paragraph({
    spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    // A run by the library's own account, but typed in another module of it.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
    children: [box],
  })
}

/** Lines of at most so many characters; a mark that may not begin a line takes the character before it along. */
function cutToWidth(text: string, width: number): string[] {
  const lines: string[] = ['']
  for (const character of text) {
    const last = lines.at(-1) ?? ''
    if (characterCount(last + character) <= width) lines[lines.length - 1] = last + character
    else if (/[，。、；：）》〕”]/u.test(character)) {
      lines[lines.length - 1] = last.slice(0, -1)
      lines.push(last.slice(-1) + character)
    } else lines.push(character)
  }
  return lines
}

/** `— 1 —` in 4号 song: odd pages right, even pages left, one character in. */
export function pageNumberFooter(side: 'odd' | 'even'): Footer {
  const style = { font: fontOf('song'), size: halfPoints.four }
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: oneCharacter } : { left: oneCharacter },
        children: [new TextRun({ ...style, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })
}

/** The draft's name in the head margin and across the page. */
export function draftHeader(label: string): Header {
  const name = new TextRun({ text: label, font: fontOf('hei'), size: halfPoints.four, color: '808080' })
  const width = label.length * 90
  const watermark = new TextWatermark({ text: label, font: '黑体', color: 'E8E8E8', opacity: 1, width, height: 100 })
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- as for the box of the 版记
  return new Header({ children: [new Paragraph({ children: [name, watermark] })] })
}
