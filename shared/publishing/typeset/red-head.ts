/** 版头: agencies in red, 发文字号, red rule. GB/T 9704-2012 7.2.4, 7.2.5, 7.2.7. */
import { type DocumentModel } from '@shared/documents/blocks'
import { type FontSet } from '../fonts/font-set'
import { characterWidth, lineHeight, mm, typeArea } from '../page-geometry'
import { formatDocumentNumber } from '../wording'
import { toCells, widthOf, type Cell } from './cells'
import { type PageSheet } from './drawing'
import { type Line } from './line-breaking'
import { bodyStyle, singleLine } from './text-boxes'

type RedHead = Extract<DocumentModel['layout'], { kind: 'official' }>['head']

const suffix = '文件'
/** Ink begins 35 mm below the top edge of the type area. */
const headTop = typeArea.top + mm(35)
/** The rule is 4 mm below the number. */
const ruleGap = mm(4)
const ruleThickness = 2
/** Room that the names may take, so that the first page still shows body text. */
const mostHeight = mm(72)
const largestSize = 42
/** Line pitch of stacked names, and the widest name's share of letter-spacing, in em. */
const namePitch = 1.34
const suffixGap = 0.5

/** Draws the head on the first page. Returns where the text's grid begins: the title stands two blank lines below the rule. */
export function drawRedHead(sheet: PageSheet, head: RedHead, fonts: FontSet): { ruleY: number; gridTop: number } {
  const end = head.agencies.length > 1 ? drawJoint(sheet, head, fonts) : drawSingle(sheet, head, fonts)
  const numberLine = singleLine(toCells(formatDocumentNumber(head.number), bodyStyle, fonts))
  const numberTop = end + 2 * lineHeight
  sheet.line(numberLine, typeArea.left + (typeArea.width - numberLine.width) / 2, numberTop, lineHeight)
  const numberBottom = numberTop + (lineHeight + bodyStyle.size) / 2
  const ruleY = numberBottom + ruleGap
  sheet.rule(typeArea.left, ruleY, typeArea.right, ruleY, ruleThickness, 'red')
  return { ruleY, gridTop: ruleY + 2 * lineHeight }
}

/** One agency: its name and 文件 on one centred line. Returns the bottom of the letters. */
function drawSingle(sheet: PageSheet, head: RedHead, fonts: FontSet): number {
  const text = (head.agencies[0] ?? '') + (head.suffix ? suffix : '')
  const size = Math.min(largestSize, (typeArea.width - characterWidth) / emWidth(text, fonts))
  const line = singleLine(
    toCells(text, { face: 'title', size, pitch: Math.min(size * 1.12, roomPerCharacter(text)) }, fonts),
  )
  const baseline = headTop + inkTop(text, fonts) * size
  sheet.lineOnBaseline(line, typeArea.left + (typeArea.width - line.width) / 2, baseline, 'red')
  return baseline + size * 0.12
}

const roomPerCharacter = (text: string): number => typeArea.width / Array.from(text).length

/** Several: names stacked and spread to one width, 文件 at the right in the middle of their height. */
function drawJoint(sheet: PageSheet, head: RedHead, fonts: FontSet): number {
  const count = head.agencies.length
  const widest = Math.max(...head.agencies.map((name) => emWidth(name, fonts)))
  const suffixEm = head.suffix ? suffixGap + emWidth(suffix, fonts) * suffixScale(count) : 0
  const size = Math.min(
    count === 2 ? 36 : 30,
    mostHeight / ((count - 1) * namePitch + 1),
    typeArea.width / (widest + suffixEm),
  )
  const width = widest * size
  const left = typeArea.left + (typeArea.width - width - suffixEm * size) / 2
  const firstBaseline = headTop + inkTop(head.agencies[0] ?? '', fonts) * size
  for (const [index, name] of head.agencies.entries()) {
    const baseline = firstBaseline + index * namePitch * size
    sheet.lineOnBaseline(distribute(toCells(name, { face: 'title', size }, fonts), width), left, baseline, 'red')
  }
  const bottom = firstBaseline + (count - 1) * namePitch * size + size * 0.12
  if (head.suffix) {
    const suffixSize = size * suffixScale(count)
    const line = singleLine(toCells(suffix, { face: 'title', size: suffixSize }, fonts))
    const middle = (headTop + bottom) / 2
    sheet.lineOnBaseline(line, left + width + suffixGap * size, middle + suffixSize * 0.38, 'red')
  }
  return bottom
}

/** 文件 is set larger beside a stack of names. */
const suffixScale = (count: number): number => (count > 2 ? 1.4 : 1.15)

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
