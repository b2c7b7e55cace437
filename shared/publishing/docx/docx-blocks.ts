/** Blocks as paragraphs and tables. GB/T 9704-2012 7.3. */
import { AlignmentType, PageBreak, Paragraph, type IParagraphOptions, type Table } from 'docx'
import { type Block, type BlockOf, type FlowBlock, type RichText, type Run } from '@shared/documents/blocks'
import { nameLines, titleLines, titleWords } from '../typeset/title-lines'
import { annexLabel, attachmentLines, dateLine, headingLabel, runInHeading, sealLabel } from '../wording'
import {
  blankLine,
  bodyParagraph,
  bodyRun,
  characterCount,
  firstLineIndent,
  halfPoints,
  headingStyle,
  oneCharacter,
  smallGap,
  textRuns,
  textWidth,
  twips,
} from './docx-style'
import { dataTable, jointSignatureTable, signatureTable, tallyTable } from './docx-tables'

type Part = Paragraph | Table

/** All blocks in order. */
export function docxBlocks(blocks: readonly Block[], isDraft: boolean): Part[] {
  return blocks.flatMap((block, index) => {
    const parts =
      block.kind === 'annex' ? annex(block, isDraft) : flowBlock(block, isDraft, leads(blocks[index + 1]?.kind))
    const before = blocks[index - 1]?.kind
    const needsSpace = before === 'title' && !['addressee', 'title', 'spacing', 'pageBreak'].includes(block.kind)
    if (needsSpace) return [blankLine(), ...parts]
    const isBare = 'caption' in block ? block.caption === undefined : isTable(block.kind)
    return isBare && (before === 'paragraph' || before === 'heading') ? [smallGap(true), ...parts] : parts
  })
}

const isTable = (kind: Block['kind'] | undefined): boolean =>
  kind === 'table' || kind === 'signatureTable' || kind === 'tally'

/** Text stays with the table that it leads to, and its last two lines with the signature block below it (7.3.5.6). */
const leads = (next: Block['kind'] | undefined): IParagraphOptions =>
  isTable(next) || next === 'signature' || next === 'jointSignature' || next === 'attachmentNote'
    ? { keepNext: true, widowControl: true }
    : {}

function flowBlock(block: FlowBlock, isDraft: boolean, keep: IParagraphOptions): Part[] {
  switch (block.kind) {
    case 'title':
      return [title(block.words ?? titleWords(block.text))]
    case 'addressee':
      return [blankLine(), bodyParagraph(textRuns(`${block.text}：`, bodyRun))]
    case 'paragraph':
      return paragraph(block.content, block.align ?? 'body', keep)
    case 'heading':
      return [heading(block, keep)]
    case 'table':
      return dataTable(block)
    case 'signatureTable':
      return signatureTable(block)
    case 'tally':
      return tallyTable(block)
    case 'attachmentNote':
      return attachmentNote(block, keep)
    case 'jointSignature':
      return [jointSignatureTable(block, isDraft)]
    case 'signature':
      return signature(block, isDraft)
    case 'notation':
      return paragraph(`（${block.text}）`, 'body', keep)
    case 'spacing':
      return Array.from({ length: block.lines }, () => blankLine())
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

/** 20 characters of 2号 fit the line; one stays free at either edge. */
const titleWidth = 18

function title(words: readonly string[]): Paragraph {
  const text = titleLines(words, titleWidth, characterCount).join('\n')
  const options: IParagraphOptions = { alignment: AlignmentType.CENTER, keepNext: true }
  return bodyParagraph(textRuns(text, { face: 'title', size: halfPoints.two }), options)
}

/** Each part of a text divided by new lines is a paragraph of its own. */
function paragraph(
  content: RichText,
  align: NonNullable<BlockOf<'paragraph'>['align']>,
  keep: IParagraphOptions,
): Paragraph[] {
  const texts = typeof content === 'string' ? content.split('\n') : [content]
  const options: Record<typeof align, IParagraphOptions> = {
    body: { indent: firstLineIndent },
    flush: {},
    centre: { alignment: AlignmentType.CENTER },
    right: { alignment: AlignmentType.RIGHT },
  }
  return texts.map((text, index) =>
    bodyParagraph(textRuns(text, bodyRun), {
      ...options[align],
      ...(index === texts.length - 1 && isShort(text) ? keep : {}),
    }),
  )
}

/** Six lines: LibreOffice moves the whole of a kept paragraph, and a longer one would leave a hole. */
const isShort = (content: RichText): boolean =>
  (typeof content === 'string' ? [{ text: content }] : content).reduce(
    (sum, run) => sum + ('text' in run ? characterCount(run.text) : run.blank),
    0,
  ) <=
  6 * 28

function heading(block: BlockOf<'heading'>, keep: IParagraphOptions): Paragraph {
  const style = headingStyle(block.level)
  const label = headingLabel(block)
  if (block.content === undefined) {
    return bodyParagraph(textRuns(label + block.text, style), { indent: firstLineIndent, keepNext: true })
  }
  const rest: Run[] = typeof block.content === 'string' ? [{ text: block.content }] : block.content
  const runs = [...textRuns(label + runInHeading(block.text), style), ...textRuns(rest, bodyRun)]
  return bodyParagraph(runs, { indent: firstLineIndent, ...(isShort(rest) ? keep : {}) })
}

/** Wrapped lines align with the first character of the name. */
function attachmentNote(block: BlockOf<'attachmentNote'>, keep: IParagraphOptions): Paragraph[] {
  const lines = attachmentLines(block.items).map(({ label, text }, index) => {
    const lead = index === 0 ? '附件：' : ''
    const labelWidth = Math.round(characterCount(label) * oneCharacter)
    const left = 5 * oneCharacter + labelWidth
    const hanging = labelWidth + (index === 0 ? 3 * oneCharacter : 0)
    return bodyParagraph(textRuns(lead + label + text, bodyRun), { indent: { left, hanging }, keepNext: true, ...keep })
  })
  return [blankLine({ keepNext: true }), ...lines]
}

/** Widths in characters of a name over a seal's place, as in the PDF. */
const sealedNameRoom = {
  comfortable: (textWidth * 0.6 - twips(3)) / oneCharacter,
  most: (textWidth * 0.6 - twips(1)) / oneCharacter,
}

/** With a place for a seal: date four characters in from the right, the name centred over it. Without: 署名右空二字. */
function signature(block: BlockOf<'signature'>, isDraft: boolean): Paragraph[] {
  const date = dateLine(block.date)
  const dateWidth = characterCount(date)
  if (block.seal) {
    // As in the PDF: a long name is broken between words, its lines centred over the date.
    const name = nameLines(block.names[0] ?? '', sealedNameRoom, characterCount)
    const widest = Math.max(dateWidth, ...name.map(characterCount))
    const centre = Math.max(4 + dateWidth / 2, widest / 2)
    const right = (width: number) => Math.max(0, Math.round((centre - width / 2) * oneCharacter))
    const line = (text: string): Paragraph =>
      bodyParagraph(textRuns(text, bodyRun), {
        alignment: AlignmentType.RIGHT,
        indent: { right: right(characterCount(text)) },
        keepNext: true,
      })
    const label = isDraft ? [line(sealLabel)] : [blankLine({ keepNext: true })]
    return [
      blankLine({ keepNext: true }),
      ...(name.length > 1 && !isDraft ? [] : label),
      ...name.map(line),
      line(date),
      ...(name.length > 2 ? [] : [blankLine()]),
    ]
  }
  const widest = Math.max(...block.names.map(characterCount))
  const left = Math.min(26 - widest, 24 - dateWidth)
  const at = (text: string, characters: number, options: IParagraphOptions = {}): Paragraph =>
    bodyParagraph(textRuns(text, bodyRun), {
      alignment: AlignmentType.LEFT,
      // May reach into the margin, so that a substituted font's wider digits do not break the line.
      indent: { left: Math.max(0, Math.round(characters * oneCharacter)), right: -3 * oneCharacter },
      keepLines: true,
      ...options,
    })
  return [
    blankLine({ keepNext: true }),
    ...block.names.map((name) => at(name, left, { keepNext: true })),
    at(date, left + 2),
  ]
}

/** `附件1` on the first line of a new page, the title on the third. */
function annex(block: BlockOf<'annex'>, isDraft: boolean): Part[] {
  return [
    bodyParagraph(textRuns(annexLabel(block.number), { ...bodyRun, face: 'hei' }), { pageBreakBefore: true }),
    blankLine(),
    title(titleWords(block.title)),
    blankLine(),
    ...docxBlocks(block.blocks, isDraft),
  ]
}
