/**
 * What a document is made of, before anybody decides on DOCX or PDF.
 *
 * A model is plain JSON: it crosses process boundaries, is stored beside what it produced and is compared in tests.
 * Layout follows GB/T 9704-2012; blocks carry what is said, the writers (shared/publishing) know how it is set.
 * `\n` inside a text is a forced new line; every other control character is refused.
 */
import { z } from 'zod'
import { calendarDate, instant, isRealDate, text } from './block-values'

/** Typefaces by role: 仿宋 body, 黑体, 楷体, 宋体, 小标宋 (titles and red heads). */
export const faces = ['fang', 'hei', 'kai', 'song', 'title'] as const
export type Face = (typeof faces)[number]

const textRun = z.strictObject({
  text,
  /** Default: the face of the block (仿宋 in body text). */
  face: z.enum(faces).optional(),
  superscript: z.literal(true).optional(),
  underline: z.literal(true).optional(),
})
/** An underlined place to write on by hand, as wide as so many characters. */
const blankRun = z.strictObject({ blank: z.int().min(1).max(56) })
const run = z.union([textRun, blankRun])
export type Run = z.infer<typeof run>

/** A string, or runs where the face changes within a text. */
const richText = z.union([text, z.array(run).min(1)])
export type RichText = z.infer<typeof richText>

/** 标题: 2号小标宋, centred, broken between words into a trapezoid. */
const titleBlock = z.strictObject({
  kind: z.literal('title'),
  text,
  /** The title cut into pieces that stay whole; joined they are `text`. Default: words found by the writer. */
  words: z.array(text).min(1).optional(),
})

/** 主送机关: one blank line below the title, flush left. The writer adds the full-width colon. */
const addresseeBlock = z.strictObject({ kind: z.literal('addressee'), text })

const paragraphBlock = z.strictObject({
  kind: z.literal('paragraph'),
  content: richText,
  /**
   * Default 'body': 左空二字. 'flush': no indent. 'centre': e.g. a subtitle or date below a title. 'right': ends at the
   * right margin.
   */
  align: z.enum(['body', 'flush', 'centre', 'right']).optional(),
})

/** Level 1 `一、` 黑体, 2 `（一）` 楷体, 3 `1.` 仿宋, 4 `（1）` 仿宋. The number is given, its form is the writer's. */
const headingBlock = z.strictObject({
  kind: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  number: z.int().min(1).max(99),
  text,
  /** Body text that runs on in the same paragraph after the heading. */
  content: richText.optional(),
})

/** How somebody signed: not yet (a place to sign), by pen in the app, or as a picture. Never a seal. */
const handwriting = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('place') }),
  /** Points in a box of width × height, y downwards; one array of [x, y] per stroke. */
  z.strictObject({
    kind: z.literal('strokes'),
    width: z.number().positive(),
    height: z.number().positive(),
    strokes: z.array(z.array(z.tuple([z.number(), z.number()])).min(1)).min(1),
  }),
  /** A PNG picture in base64. */
  z.strictObject({ kind: z.literal('png'), base64: z.base64().min(1) }),
])
export type Handwriting = z.infer<typeof handwriting>

/** 签名表: one row per person with a cell to sign in; rows never break across pages and never stand alone. */
const signatureTableBlock = z.strictObject({
  kind: z.literal('signatureTable'),
  caption: text.optional(),
  /** Column headings; a serial number column comes first by itself. */
  headers: z.strictObject({ index: text, name: text, unit: text, role: text, signature: text }),
  rows: z
    .array(
      z.strictObject({
        /** Names the PDF signature field of the row: unique in the document. */
        field: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/),
        name: text,
        unit: text,
        role: text,
        signature: handwriting,
        /** Printed small in the signature cell, e.g. that the person refuses to sign. */
        note: text.optional(),
      }),
    )
    .min(1),
})

const tableBlock = z.strictObject({
  kind: z.literal('table'),
  caption: text.optional(),
  columns: z
    .array(
      z.strictObject({
        header: text,
        /** Share of the 156 mm text width; any unit, the shares are scaled. */
        width: z.number().positive(),
        align: z.enum(['left', 'centre', 'right']).optional(),
      }),
    )
    .min(1),
  /** As many cells as columns in every row. A cell that is blank on purpose is `[{ blank: n }]` or '—'. */
  rows: z.array(z.array(richText)).min(1),
})

/** 表决统计: labels above, whole numbers below, a closing sentence. */
const tallyBlock = z.strictObject({
  kind: z.literal('tally'),
  caption: text.optional(),
  items: z.array(z.strictObject({ label: text, count: z.int().nonnegative() })).min(1),
  outcome: text.optional(),
})

/** 附件说明: one blank line below the text; numbered when there are several; no closing punctuation. */
const attachmentNoteBlock = z.strictObject({ kind: z.literal('attachmentNote'), items: z.array(text).min(1) })

/** 署名 of several agencies, each with a place for its seal, the last over its name and the date. */
const jointSignatureBlock = z.strictObject({
  kind: z.literal('jointSignature'),
  /** Lead agency first. */
  agencies: z.array(text).min(2),
  /** The day of the last signer; absent only in drafts. */
  date: calendarDate.optional(),
})

/** 署名 and 成文日期: of one agency with a place for its seal, or without seal (纪要, expert opinion). */
const signatureBlock = z.strictObject({
  kind: z.literal('signature'),
  names: z.array(text).min(1),
  date: calendarDate.optional(),
  /** True: leave the place for one seal (one name only). */
  seal: z.boolean(),
})

/** 附注, e.g. 此件公开发布: the writer sets the brackets. */
const notationBlock = z.strictObject({ kind: z.literal('notation'), text })
const spacingBlock = z.strictObject({ kind: z.literal('spacing'), lines: z.int().min(1).max(20) })
const pageBreakBlock = z.strictObject({ kind: z.literal('pageBreak') })

const flowBlock = z.discriminatedUnion('kind', [
  titleBlock,
  addresseeBlock,
  paragraphBlock,
  headingBlock,
  signatureTableBlock,
  tableBlock,
  tallyBlock,
  attachmentNoteBlock,
  jointSignatureBlock,
  signatureBlock,
  notationBlock,
  spacingBlock,
  pageBreakBlock,
])
/** A block of the running text, in the main part or in an annex. */
export type FlowBlock = z.infer<typeof flowBlock>

/** 附件: a new page; `附件1` in 3号黑体 on line 1, title centred on line 3. */
const annexBlock = z.strictObject({
  kind: z.literal('annex'),
  /** Absent when it is the only annex. */
  number: z.int().min(1).max(99).optional(),
  title: text,
  blocks: z.array(flowBlock).min(1),
})
export type AnnexBlock = z.infer<typeof annexBlock>
export type Block = FlowBlock | AnnexBlock
export type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

/** 发文字号, printed `川科高〔2026〕27号`. Without `serial` only a draft may be made: `川科高〔2026〕 号`. */
const documentNumber = z.strictObject({
  agencyCode: text,
  year: z.int().min(1949).max(9999),
  serial: z.int().min(1).optional(),
})
export type DocumentNumber = z.infer<typeof documentNumber>

/** 版头: agencies in red, lead agency first; with several, 文件 stands at the right in the middle of their height. */
const redHead = z.strictObject({
  agencies: z.array(text).min(1),
  /** Print 文件 after the names. */
  suffix: z.boolean(),
  number: documentNumber,
})
/** 版记 at the foot of the last page. */
const imprint = z.strictObject({
  /** 抄送; without the closing full stop, which the writer sets. */
  copyTo: z.array(text),
  printedBy: text,
  printedOn: calendarDate.optional(),
})

const layout = z.discriminatedUnion('kind', [
  /** GB/T 9704 page and type without 版头 and 版记 (an expert opinion is no 公文文种). */
  z.strictObject({ kind: z.literal('plain') }),
  z.strictObject({ kind: z.literal('official'), head: redHead, imprint: imprint.optional() }),
])

/**
 * What leads from the paper back to the files: printed small in the foot margin of the last page. The code is for
 * typing, the payload stands in a QR code. Both are the caller's: see `verificationCode`.
 */
const verification = z.strictObject({
  code: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/),
  /** Printable ASCII: any reader shows it alike, and the squares stay large enough for paper. */
  payload: z.string().regex(/^[\x21-\x7e]{1,120}$/),
})
export type Verification = z.infer<typeof verification>

/** The whole of a document. Strict: an unknown key is refused. */
export const documentModelSchema = z
  .strictObject({
    /** Stable id of the document, printed into its metadata. */
    id: z.string().min(1),
    /** What it is, e.g. 'panel-opinion': names files and metadata; the writers do not read it. */
    kind: z.string().regex(/^[a-z][a-z0-9-]*$/),
    title: text,
    subject: text,
    /** Every date of the file's metadata, so that equal input gives equal bytes. */
    createdAt: instant,
    layout,
    pageNumbers: z.boolean(),
    /** Marks every page; also labels the seal places 〔印章〕. Absent: a final copy. */
    draft: z.enum(['征求意见稿', '草稿']).optional(),
    verification: verification.optional(),
    blocks: z.array(z.union([flowBlock, annexBlock])).min(1),
  })
  .superRefine((model, context) => {
    for (const flaw of structuralFlaws(model)) {
      context.addIssue({ code: 'custom', message: flaw.problem, path: flaw.path, params: { problem: flaw.problem } })
    }
  })
export type DocumentModel = z.infer<typeof documentModelSchema>

/** What stops a structure from being printed: see `structuralFlaws`. */
export type StructureProblem =
  | 'missing-date'
  | 'missing-number'
  | 'cell-count'
  | 'words-differ'
  | 'duplicate-field'
  | 'too-many-names'
  | 'impossible-date'

interface Flaw {
  problem: StructureProblem
  path: (string | number)[]
}

type ModelShape = Pick<z.infer<typeof documentModelSchema>, 'layout' | 'draft' | 'blocks'>

function structuralFlaws(model: ModelShape): Flaw[] {
  const flaws: Flaw[] = []
  const fields = new Set<string>()
  const isFinal = model.draft === undefined
  const checkDate = (date: string | undefined, path: (string | number)[]) => {
    if (date === undefined) {
      if (isFinal) flaws.push({ problem: 'missing-date', path })
    } else if (!isRealDate(date)) flaws.push({ problem: 'impossible-date', path })
  }
  const visit = (block: Block, path: (string | number)[]) => {
    if (block.kind === 'title' && block.words !== undefined && block.words.join('') !== block.text) {
      flaws.push({ problem: 'words-differ', path: [...path, 'words'] })
    }
    if (block.kind === 'table') {
      block.rows.forEach((row, index) => {
        if (row.length !== block.columns.length) flaws.push({ problem: 'cell-count', path: [...path, 'rows', index] })
      })
    }
    if (block.kind === 'signatureTable') {
      block.rows.forEach((row, index) => {
        if (fields.has(row.field)) {
          flaws.push({ problem: 'duplicate-field', path: [...path, 'rows', index, 'field'] })
        }
        fields.add(row.field)
      })
    }
    if (block.kind === 'signature' || block.kind === 'jointSignature') checkDate(block.date, [...path, 'date'])
    if (block.kind === 'signature' && block.seal && block.names.length > 1) {
      flaws.push({ problem: 'too-many-names', path: [...path, 'names'] })
    }
    if (block.kind === 'annex') block.blocks.forEach((inner, index) => visit(inner, [...path, 'blocks', index]))
  }
  model.blocks.forEach((block, index) => visit(block, ['blocks', index]))
  if (model.layout.kind === 'official') {
    if (model.layout.head.number.serial === undefined && isFinal) {
      flaws.push({ problem: 'missing-number', path: ['layout', 'head', 'number', 'serial'] })
    }
    if (model.layout.imprint !== undefined) {
      checkDate(model.layout.imprint.printedOn, ['layout', 'imprint', 'printedOn'])
    }
  }
  return flaws
}
