/** A model and faces in, finished pages out. Pure: equal input gives equal marks. */
import { type Block, type BlockOf, type DocumentModel, type FlowBlock } from '@shared/documents/blocks'
import { type FontSet } from '../fonts/font-set'
import { lineHeight, typeArea } from '../page-geometry'
import { annexLabel } from '../wording'
import { gap, stackBoxes, type Box } from './boxes'
import { PageSheet } from './drawing'
import { drawDraftMark, drawImprint, drawPageNumber, imprintHeight } from './furniture'
import { drawRedHead } from './red-head'
import { jointSignatureBoxes, signatureBoxes } from './signature-boxes'
import { signatureTableBoxes, smallGap, tableBoxes, tallyBoxes } from './table-boxes'
import {
  addresseeBoxes,
  annexHeadBoxes,
  attachmentNoteBoxes,
  headingBoxes,
  notationBoxes,
  paragraphBoxes,
  titleBoxes,
} from './text-boxes'
import { drawVerification } from './verification-mark'

/**
 * Sets a complete model in pages. Throws `MissingGlyphError` for a character that no face has.
 * 7.4: the 版记 stands on the last page; a page is added when there is no room for it.
 */
export function composePages(model: DocumentModel, fonts: FontSet): PageSheet[] {
  const first = new PageSheet()
  const official = model.layout.kind === 'official' ? model.layout : undefined
  const gridTop = official === undefined ? typeArea.top : drawRedHead(first, official.head, fonts).gridTop
  const density = densityOf(model, fonts)
  const { sheets, endOfLast } = stackBoxes(boxesAt(density, model, fonts), first, gridTop, density * lineHeight)
  if (official?.imprint !== undefined) {
    const needed = imprintHeight(official.imprint, fonts) + lineHeight / 2
    if (endOfLast + needed > typeArea.bottom) sheets.push(new PageSheet())
    drawImprint(sheets.at(-1) ?? first, official.imprint, fonts)
  }
  if (model.verification !== undefined) drawVerification(sheets.at(-1) ?? first, model.verification, fonts)
  sheets.forEach((sheet, index) => {
    if (model.draft !== undefined) drawDraftMark(sheet, model.draft, fonts)
    if (model.pageNumbers) drawPageNumber(sheet, index + 1, fonts)
  })
  return sheets
}

/** How close lines may stand for a paper to fit one page: 3号 on a pitch of 1.36 em at the least. */
const closer = [0.95, 0.9, 0.85, 0.8, 0.75]

/**
 * The share of the grid's pitch that a paper is set with: 1, or closer when that brings an internal paper that nearly
 * fits one page onto it (GB/T 9704-2012 5.2.3 allows to adjust lines). Papers with a red head, and longer ones, keep
 * the grid.
 */
export function densityOf(model: DocumentModel, fonts: FontSet): number {
  if (model.layout.kind !== 'plain' || pagesAt(1, model, fonts) !== 2) return 1
  return closer.find((density) => pagesAt(density, model, fonts) === 1) ?? 1
}

const pagesAt = (density: number, model: DocumentModel, fonts: FontSet): number =>
  stackBoxes(boxesAt(density, model, fonts), new PageSheet(), typeArea.top, density * lineHeight).sheets.length

function boxesAt(density: number, model: DocumentModel, fonts: FontSet): Box[] {
  return sequence(model.blocks, { isDraft: model.draft !== undefined, density, fonts })
}

interface Setting {
  isDraft: boolean
  density: number
  fonts: FontSet
}

/** Boxes of blocks in order. A text's last two lines stay with the signature block that follows (7.3.5.6). */
function sequence(blocks: readonly Block[], setting: Setting): Box[] {
  const boxes: Box[] = []
  let breakNext = false
  let previous: Block['kind'] | undefined
  for (const block of blocks) {
    if (block.kind === 'pageBreak') {
      breakNext = true
      continue
    }
    const made = boxesOf(block, setting)
    if (followsTitle(previous, block.kind)) made.unshift(gap())
    if (isTable(block) && isText(previous)) {
      keepLastLines(boxes, block.kind === 'signatureTable' ? 2 : 1)
      if (block.caption === undefined) made.unshift({ ...smallGap(), keepWithNext: true })
    }
    const [head] = made
    if (breakNext && head !== undefined) made[0] = { ...head, breakBefore: true }
    breakNext = false
    if (block.kind === 'signature' || block.kind === 'jointSignature' || block.kind === 'attachmentNote') {
      keepLastLines(boxes, 2)
    }
    if (block.kind === 'notation') keepLastLines(boxes, 1)
    boxes.push(...made)
    previous = block.kind
  }
  return boxes
}

/** One blank line between a title and text that is not an addressee (which brings its own). */
function followsTitle(previous: Block['kind'] | undefined, kind: Block['kind']): boolean {
  return previous === 'title' && kind !== 'addressee' && kind !== 'title' && kind !== 'spacing'
}

const isTable = (block: Block): block is BlockOf<'table' | 'signatureTable' | 'tally'> =>
  block.kind === 'table' || block.kind === 'signatureTable' || block.kind === 'tally'

/** What leads to a table stays with it, and does not touch its rule. */
const isText = (kind: Block['kind'] | undefined): boolean => kind === 'paragraph' || kind === 'heading'

function keepLastLines(boxes: Box[], count: number): void {
  let kept = 0
  for (let index = boxes.length - 1; index >= 0 && kept < count; index--) {
    const box = boxes[index]
    if (box === undefined || box.breakBefore === true) return
    boxes[index] = { ...box, keepWithNext: true }
    if (box.isGap !== true) kept++
  }
}

function boxesOf(block: Block, setting: Setting): Box[] {
  if (block.kind !== 'annex') return flowBoxes(block, setting)
  return [...annexHeadBoxes(annexLabel(block.number), block.title, setting.fonts), ...sequence(block.blocks, setting)]
}

function flowBoxes(block: FlowBlock, { isDraft, density, fonts }: Setting): Box[] {
  switch (block.kind) {
    case 'title':
      return titleBoxes(block, fonts)
    case 'addressee':
      return addresseeBoxes(block, fonts)
    case 'paragraph':
      return paragraphBoxes(block, fonts)
    case 'heading':
      return headingBoxes(block, fonts)
    case 'table':
      return tableBoxes(block, fonts, density)
    case 'signatureTable':
      return signatureTableBoxes(block, fonts, density)
    case 'tally':
      return tallyBoxes(block, fonts, density)
    case 'attachmentNote':
      return attachmentNoteBoxes(block, fonts)
    case 'jointSignature':
      return jointSignatureBoxes(block, fonts, isDraft)
    case 'signature':
      return signatureBoxes(block, fonts, isDraft)
    case 'notation':
      return notationBoxes(block, fonts)
    case 'spacing':
      return [{ height: block.lines * lineHeight, onGrid: true, isGap: true }]
    case 'pageBreak':
      return []
  }
}
