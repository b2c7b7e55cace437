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
import { copyToLine, formatDocumentNumber, printedOnLine } from '../wording'
import {
  blankLine,
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
/** At least as high as the type: an exact height would cut large letters off. */
const headLine = { line: 240, lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 } as const

/** 发文机关标志 35 mm below the top of the type area, number two lines below, rule 4 mm below the number. */
export function redHead(head: Official['head']): (Paragraph | Table)[] {
  const space = new Paragraph({
    spacing: { line: twips(35), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    children: [],
  })
  const number = bodyParagraph(textRuns(formatDocumentNumber(head.number), bodyRun), {
    alignment: AlignmentType.CENTER,
    border: { bottom: { style: BorderStyle.SINGLE, size: 16, color: red, space: 11 } },
  })
  const names = head.agencies.length > 1 ? jointNames(head) : singleName(head)
  return [space, names, blankLine(), blankLine(), number, blankLine(), blankLine()]
}

function singleName(head: Official['head']): Paragraph {
  const text = (head.agencies[0] ?? '') + (head.suffix ? '文件' : '')
  const size = Math.min(84, Math.floor((((156 / 25.4) * 72 * 2) / characterCount(text)) * 0.96))
  return new Paragraph({ spacing: headLine, alignment: AlignmentType.CENTER, children: textRuns(text, redRun(size)) })
}

const redRun = (size: number): RunStyle => ({ face: 'title', size, colour: red })

/** A table of two columns: names spread to one width, 文件 across all rows in the middle of their height. */
function jointNames(head: Official['head']): Table {
  const count = head.agencies.length
  const longest = Math.max(...head.agencies.map(characterCount))
  const suffixWidth = head.suffix ? twips(34) : 0
  const nameWidth = textWidth - suffixWidth
  const widest = Math.floor((nameWidth / 20 / longest) * 2 * 0.94)
  const size = Math.min(count === 2 ? 72 : 60, widest, Math.floor(((72 / 25.4) * 72 * 2) / (count * 1.34)))
  const columnWidths = head.suffix ? [nameWidth, suffixWidth] : [nameWidth]
  const rows = head.agencies.map((name, index) => {
    const nameCell = new TableCell({
      width: { size: nameWidth, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          spacing: headLine,
          alignment: AlignmentType.DISTRIBUTE,
          children: textRuns(name, redRun(size)),
        }),
      ],
    })
    const suffixCell = new TableCell({
      width: { size: suffixWidth, type: WidthType.DXA },
      rowSpan: count,
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          spacing: headLine,
          alignment: AlignmentType.CENTER,
          children: textRuns('文件', redRun(Math.min(72, Math.round(size * 1.4)))),
        }),
      ],
    })
    return new TableRow({
      cantSplit: true,
      height: { value: Math.round(size * 10 * 1.34), rule: HeightRule.ATLEAST },
      children: index === 0 && head.suffix ? [nameCell, suffixCell] : [nameCell],
    })
  })
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
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
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- a run by the library's own account, but typed in another module of it
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
