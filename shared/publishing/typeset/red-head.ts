/** 版头: agencies in red, 发文字号, red rule. GB/T 9704-2012 7.2.4, 7.2.5, 7.2.7. */
import { type DocumentModel } from '@shared/documents/blocks'
import { type FontSet } from '../fonts/font-set'
import { characterWidth, lineHeight, mm, typeArea } from '../page-geometry'
import { formatDocumentNumber } from '../wording'
import { toCells, widthOf, type Cell } from './cells'
import { type PageSheet } from './drawing'
import { headNames, namePitch, suffixGap, suffixScale, type HeadNames } from './head-names'
import { type Line } from './line-breaking'
import { bodyStyle, singleLine } from './text-boxes'

type RedHead = Extract<DocumentModel['layout'], { kind: 'official' }>['head']

const suffix = '文件'
/** Ink begins 35 mm below the top edge of the type area. */
const headTop = typeArea.top + mm(35)
/** The rule is 4 mm below the number. */
const ruleGap = mm(4)
const ruleThickness = 2

/**
 * Draws the head on the first page. Returns where the text's grid begins: the title stands two blank lines below the
 * rule.
 */
export function drawRedHead(sheet: PageSheet, head: RedHead, fonts: FontSet): { ruleY: number; gridTop: number } {
  const room = { single: typeArea.width - characterWidth, joint: typeArea.width }
  const names = headNames(head, { ...room, widthOf: (text) => emWidth(text, fonts) })
  const end = names.kind === 'joint' ? drawJoint(sheet, names, head.suffix, fonts) : drawSingle(sheet, names, fonts)
  const numberLine = singleLine(toCells(formatDocumentNumber(head.number), bodyStyle, fonts))
  const numberTop = end + 2 * lineHeight
  sheet.line(numberLine, typeArea.left + (typeArea.width - numberLine.width) / 2, numberTop, lineHeight)
  const numberBottom = numberTop + (lineHeight + bodyStyle.size) / 2
  const ruleY = numberBottom + ruleGap
  sheet.rule(typeArea.left, ruleY, typeArea.right, ruleY, ruleThickness, 'red')
  return { ruleY, gridTop: ruleY + 2 * lineHeight }
}

/** One agency: its name and 文件 on one centred line, or more when it is long. Returns the bottom of the letters. */
function drawSingle(sheet: PageSheet, { size, lines }: HeadNames, fonts: FontSet): number {
  const firstBaseline = headTop + inkTop(lines[0] ?? '', fonts) * size
  for (const [index, text] of lines.entries()) {
    const pitch = Math.min(size * 1.12, typeArea.width / Array.from(text).length)
    const line = singleLine(toCells(text, { face: 'title', size, pitch }, fonts))
    const left = typeArea.left + (typeArea.width - line.width) / 2
    sheet.lineOnBaseline(line, left, firstBaseline + index * namePitch * size, 'red')
  }
  return firstBaseline + (lines.length - 1) * namePitch * size + size * 0.12
}

/** Several: names stacked and spread to one width, 文件 at the right in the middle of their height. */
function drawJoint(sheet: PageSheet, { size, lines }: HeadNames, hasSuffix: boolean, fonts: FontSet): number {
  const scale = suffixScale(lines.length)
  const suffixEm = hasSuffix ? suffixGap + emWidth(suffix, fonts) * scale : 0
  const width = Math.max(...lines.map((name) => emWidth(name, fonts))) * size
  const left = typeArea.left + (typeArea.width - width - suffixEm * size) / 2
  const firstBaseline = headTop + inkTop(lines[0] ?? '', fonts) * size
  for (const [index, name] of lines.entries()) {
    const baseline = firstBaseline + index * namePitch * size
    sheet.lineOnBaseline(distribute(toCells(name, { face: 'title', size }, fonts), width), left, baseline, 'red')
  }
  const bottom = firstBaseline + (lines.length - 1) * namePitch * size + size * 0.12
  if (hasSuffix) {
    const suffixSize = size * scale
    const line = singleLine(toCells(suffix, { face: 'title', size: suffixSize }, fonts))
    const middle = (headTop + bottom) / 2
    sheet.lineOnBaseline(line, left + width + suffixGap * size, middle + suffixSize * 0.38, 'red')
  }
  return bottom
}

const emWidth = (text: string, fonts: FontSet): number => widthOf(toCells(text, { face: 'title', size: 1 }, fonts))

function inkTop(text: string, fonts: FontSet): number {
  return Math.max(...Array.from(text, (character) => fonts.inkTop(character, 'title')))
}

/** Spreads characters so that first and last reach the edges. */
function distribute(cells: readonly Cell[], width: number): Line {
  const extra = cells.length > 1 ? (width - widthOf(cells)) / (cells.length - 1) : 0
  let x = 0
  const placed = cells.map((cell) => {
    const at = { cell, x }
    x += cell.width + extra
    return at
  })
  return { cells: placed, indent: 0, width }
}
