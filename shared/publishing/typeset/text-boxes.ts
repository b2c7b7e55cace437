/** Running text on the 28 × 22 grid. GB/T 9704-2012 7.3.1 to 7.3.8. */
import { type BlockOf, type RichText, type Run } from '@shared/documents/blocks'
import { type FontSet } from '../fonts/font-set'
import { characterWidth, lineHeight, typeArea, typeSize } from '../page-geometry'
import { attachmentLines, headingFace, headingLabel, runInHeading } from '../wording'
import { gap, type Box } from './boxes'
import { toCells, widthOf, type Cell, type TextStyle } from './cells'
import { breakLines, type Line } from './line-breaking'
import { titleLines, titleWords } from './title-lines'

/** 3号 仿宋 on the grid. */
export const bodyStyle: TextStyle = { face: 'fang', size: typeSize.three, pitch: characterWidth }

/** A line of body text, `x` from the left of the type area. */
export function lineBox(line: Line, x = 0): Box {
  return {
    height: lineHeight,
    onGrid: true,
    draw: (sheet, top) => sheet.line(line, typeArea.left + x, top, lineHeight),
  }
}

/** One unbroken line from cells; forced new lines are taken out. */
export function singleLine(cells: readonly Cell[]): Line {
  const flat = cells.filter(({ kind }) => kind !== 'newline')
  return breakLines(flat, { width: Infinity })[0] ?? { cells: [], indent: 0, width: 0 }
}

/** 2号小标宋 centred, words whole; stays with the line after it. */
export function titleBoxes(block: BlockOf<'title'>, fonts: FontSet): Box[] {
  return block.text.split('\n').flatMap((text) => {
    const words = block.words !== undefined && !block.text.includes('\n') ? block.words : titleWords(text)
    return titleTextBoxes(words, fonts)
  })
}

function titleTextBoxes(words: readonly string[], fonts: FontSet): Box[] {
  const style: TextStyle = { face: 'title', size: typeSize.two }
  const measure = (text: string) => widthOf(toCells(text, style, fonts)) / style.size
  // One character free at either edge keeps a long line from looking like body text.
  const lines = titleLines(words, typeArea.width / style.size - 2, measure)
  return lines.map((text) => ({ ...centredBox(toCells(text, style, fonts)), keepWithNext: true }))
}

function centredBox(cells: readonly Cell[]): Box {
  const line = singleLine(cells)
  return lineBox(line, (typeArea.width - line.width) / 2)
}

/** 主送机关: one blank line below the title, flush left, wrapped lines too; ends with a full-width colon. */
export function addresseeBoxes(block: BlockOf<'addressee'>, fonts: FontSet): Box[] {
  return [gap(), ...paragraphLines(`${block.text}：`, fonts, () => 0)]
}

/** 左空二字 by default. */
export function paragraphBoxes(block: BlockOf<'paragraph'>, fonts: FontSet): Box[] {
  const align = block.align ?? 'body'
  if (align === 'body') return paragraphLines(block.content, fonts, firstLineIndent)
  if (align === 'flush') return paragraphLines(block.content, fonts, () => 0)
  const share = align === 'centre' ? 0.5 : 1
  const lines = breakLines(toCells(block.content, bodyStyle, fonts), { width: typeArea.width, justify: false })
  return lines.map((line) => lineBox(line, (typeArea.width - line.width) * share))
}

const firstLineIndent = (line: number): number => (line === 0 ? 2 * characterWidth : 0)

function paragraphLines(content: RichText, fonts: FontSet, indent: (line: number) => number): Box[] {
  return breakLines(toCells(content, bodyStyle, fonts), { width: typeArea.width, indent }).map((line) => lineBox(line))
}

/**
 * A heading keeps the line after it on its page; with text of its own it is a paragraph that begins in another face.
 */
export function headingBoxes(block: BlockOf<'heading'>, fonts: FontSet): Box[] {
  const face = headingFace[block.level]
  const label = headingLabel(block)
  if (block.content === undefined) {
    const boxes = paragraphLines([{ text: label + block.text, face }], fonts, firstLineIndent)
    return boxes.map((box) => ({ ...box, keepWithNext: true }))
  }
  const head: Run = { text: label + runInHeading(block.text), face }
  const rest: Run[] = typeof block.content === 'string' ? [{ text: block.content }] : block.content
  return paragraphLines([head, ...rest], fonts, firstLineIndent)
}

/** 附件说明: one blank line below the text, 左空二字, wrapped lines under the first character of the name; never parted. */
export function attachmentNoteBoxes(block: BlockOf<'attachmentNote'>, fonts: FontSet): Box[] {
  const boxes = attachmentLineBoxes(block, fonts)
  return [gap(), ...boxes.map((box, index) => ({ ...box, keepWithNext: index < boxes.length - 1 }))]
}

function attachmentLineBoxes(block: BlockOf<'attachmentNote'>, fonts: FontSet): Box[] {
  const lead = toCells('附件：', bodyStyle, fonts)
  const leadWidth = widthOf(lead)
  return attachmentLines(block.items).flatMap(({ label, text }, index) => {
    const labelCells = toCells(label, bodyStyle, fonts)
    const start = 2 * characterWidth + leadWidth + widthOf(labelCells)
    const before = [...(index === 0 ? lead : []), ...labelCells]
    const lines = breakLines(toCells(text, bodyStyle, fonts), { width: typeArea.width, indent: () => start })
    return lines.map((line, lineIndex): Box => {
      if (lineIndex > 0) return lineBox(line)
      const head = singleLine(before)
      const body = lineBox(line)
      return {
        ...body,
        draw: (sheet, top) => {
          sheet.line(head, typeArea.left + start - head.width, top, lineHeight)
          body.draw?.(sheet, top)
        },
      }
    })
  })
}

/** 附注: in brackets, 左空二字, on the line below the date. */
export function notationBoxes(block: BlockOf<'notation'>, fonts: FontSet): Box[] {
  return paragraphLines(`（${block.text}）`, fonts, firstLineIndent)
}

/** 附件: a new page, its label in 3号黑体 on line 1, its title centred from line 3, text from two lines below. */
export function annexHeadBoxes(label: string, title: string, fonts: FontSet): Box[] {
  const labelLine = singleLine(toCells(label, { ...bodyStyle, face: 'hei' }, fonts))
  return [
    { ...lineBox(labelLine), breakBefore: true, keepWithNext: true },
    gap(),
    ...titleTextBoxes(titleWords(title), fonts),
    gap(),
  ]
}
