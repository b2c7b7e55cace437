/** Blocks as paragraphs and tables. GB/T 9704-2012 7.3. */
import { AlignmentType, PageBreak, Paragraph, type IParagraphOptions, type Table } from 'docx'
import { type Block, type BlockOf, type FlowBlock, type RichText, type Run } from '@shared/documents/blocks'
import { titleLines, titleWords } from '../typeset/title-lines'
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
  textRuns,
} from './docx-style'
import { dataTable, jointSignatureTable, signatureTable, tallyTable } from './docx-tables'

type Part = Paragraph | Table

/** All blocks in order. */
export function docxBlocks(blocks: readonly Block[], isDraft: boolean): Part[] {
  return blocks.flatMap((block, index) => {
    const parts = block.kind === 'annex' ? annex(block, isDraft) : flowBlock(block, isDraft)
    const before = blocks[index - 1]?.kind
    const needsSpace = before === 'title' && !['addressee', 'title', 'spacing', 'pageBreak'].includes(block.kind)
    return needsSpace ? [blankLine(), ...parts] : parts
  })
}

function flowBlock(block: FlowBlock, isDraft: boolean): Part[] {
  switch (block.kind) {
    case 'title':
      return [title(block.words ?? titleWords(block.text))]
    case 'addressee':
      return [blankLine(), bodyParagraph(textRuns(`${block.text}：`, bodyRun))]
    case 'paragraph':
      return paragraph(block.content, block.align ?? 'body')
    case 'heading':
      return [heading(block)]
    case 'table':
      return dataTable(block)
    case 'signatureTable':
      return signatureTable(block)
    case 'tally':
      return tallyTable(block)
    case 'attachmentNote':
      return attachmentNote(block)
    case 'jointSignature':
      return [jointSignatureTable(block, isDraft)]
    case 'signature':
      return signature(block, isDraft)
    case 'notation':
      return paragraph(`（${block.text}）`, 'body')
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
function paragraph(content: RichText, align: NonNullable<BlockOf<'paragraph'>['align']>): Paragraph[] {
  const texts = typeof content === 'string' ? content.split('\n') : [content]
  const options: Record<typeof align, IParagraphOptions> = {
    body: { indent: firstLineIndent },
    flush: {},
    centre: { alignment: AlignmentType.CENTER },
    right: { alignment: AlignmentType.RIGHT },
  }
  return texts.map((text) => bodyParagraph(textRuns(text, bodyRun), options[align]))
}

function heading(block: BlockOf<'heading'>): Paragraph {
  const style = headingStyle(block.level)
  const label = headingLabel(block)
  if (block.content === undefined) {
    return bodyParagraph(textRuns(label + block.text, style), { indent: firstLineIndent, keepNext: true })
  }
  const rest: Run[] = typeof block.content === 'string' ? [{ text: block.content }] : block.content
  const runs = [...textRuns(label + runInHeading(block.text), style), ...textRuns(rest, bodyRun)]
  return bodyParagraph(runs, { indent: firstLineIndent })
}

/** Wrapped lines align with the first character of the name. */
function attachmentNote(block: BlockOf<'attachmentNote'>): Paragraph[] {
  const lines = attachmentLines(block.items).map(({ label, text }, index) => {
    const lead = index === 0 ? '附件：' : ''
    const labelWidth = Math.round(characterCount(label) * oneCharacter)
    const left = 5 * oneCharacter + labelWidth
    const hanging = labelWidth + (index === 0 ? 3 * oneCharacter : 0)
    return bodyParagraph(textRuns(lead + label + text, bodyRun), { indent: { left, hanging } })
  })
  return [blankLine(), ...lines]
}

/** With a place for a seal: date four characters in from the right, the name centred over it. Without: 署名右空二字. */
function signature(block: BlockOf<'signature'>, isDraft: boolean): Paragraph[] {
  const date = dateLine(block.date)
  const dateWidth = characterCount(date)
  if (block.seal) {
    const name = block.names[0] ?? ''
    const right = (width: number) => Math.max(0, Math.round((4 + (dateWidth - width) / 2) * oneCharacter))
    const line = (text: string): Paragraph =>
      bodyParagraph(textRuns(text, bodyRun), {
        alignment: AlignmentType.RIGHT,
        indent: { right: right(characterCount(text)) },
        keepNext: true,
      })
    const label = isDraft ? [line(sealLabel)] : [blankLine({ keepNext: true })]
    return [blankLine({ keepNext: true }), ...label, line(name), line(date), blankLine()]
  }
  const widest = Math.max(...block.names.map(characterCount))
  const left = Math.min(26 - widest, 24 - dateWidth)
  const at = (text: string, characters: number): Paragraph =>
    bodyParagraph(textRuns(text, bodyRun), {
      alignment: AlignmentType.LEFT,
      // May reach into the margin, so that a substituted font's wider digits do not break the line.
      indent: { left: Math.max(0, Math.round(characters * oneCharacter)), right: -3 * oneCharacter },
      keepLines: true,
    })
  return [blankLine({ keepNext: true }), ...block.names.map((name) => at(name, left)), at(date, left + 2)]
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
