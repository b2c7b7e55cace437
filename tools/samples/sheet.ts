import { PDFDocument, grayscale, popGraphicsState, pushGraphicsState, setCharacterSpacing, type PDFPage } from 'pdf-lib'
import { breakLines, widthOf, type Line } from './break-lines'
import { embedFaces, faceOf, type EmbeddedFaces, type FaceName, type Faces } from './fonts'
import type { PaperStyle } from './style'

export const pageWidth = 595.28
export const pageHeight = 841.89
/** The papers carry one fixed instant, so that equal input gives equal bytes. */
const writtenAt = new Date('2026-09-08T02:00:00Z')

export type Align = 'left' | 'centre' | 'right' | 'justify'

export interface ParagraphOptions {
  readonly face?: FaceName
  readonly size?: number
  readonly leading?: number
  readonly align?: Align
  /** First-line indent in characters. */
  readonly indent?: number
  /** Left inset of the whole paragraph in points. */
  readonly inset?: number
  readonly before?: number
  readonly after?: number
  /** Points that must still fit below, so that a heading does not end a page. */
  readonly keep?: number
}

const wordStarts = ['产业技术', '技术创新', '战略联盟', '联盟', '协议书', '必要性', '列为试点', '发展战略', '经费管理']

/** Two parts of a title, broken before the word nearest to its middle. */
function halves(text: string): readonly string[] {
  const middle = text.length / 2
  const starts = wordStarts.flatMap((word) => [text.indexOf(word)]).filter((at) => at > 3 && at < text.length - 2)
  const [best = Math.ceil(middle)] = starts.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  return [text.slice(0, best), text.slice(best)]
}

/** One paper being typeset from top to bottom. `y` counts points from the page's lower edge, as PDF does. */
export class Sheet {
  readonly width: number
  page: PDFPage
  y: number
  private readonly unnumbered = new Set<number>()

  private constructor(
    readonly document: PDFDocument,
    readonly fonts: EmbeddedFaces,
    readonly style: PaperStyle,
    private readonly head: string,
  ) {
    this.width = pageWidth - style.margins.left - style.margins.right
    this.page = document.addPage([pageWidth, pageHeight])
    this.y = pageHeight - style.margins.top
  }

  static async open(faces: Faces, style: PaperStyle, title: string, author: string): Promise<Sheet> {
    const document = await PDFDocument.create({ updateMetadata: false })
    document.setTitle(title)
    document.setAuthor(author)
    document.setSubject('示例材料，虚构')
    document.setProducer('sample papers')
    document.setCreationDate(writtenAt)
    document.setModificationDate(writtenAt)
    return new Sheet(document, await embedFaces(document, faces), style, title)
  }

  get faces(): Faces {
    return this.fonts.faces
  }

  get pageNumber(): number {
    return this.document.getPageCount()
  }

  get left(): number {
    return this.style.margins.left
  }

  get bottom(): number {
    return this.style.margins.bottom
  }

  newPage(): void {
    this.page = this.document.addPage([pageWidth, pageHeight])
    this.y = pageHeight - this.style.margins.top
  }

  /** The current page prints no number (covers). */
  leaveUnnumbered(): void {
    this.unnumbered.add(this.pageNumber - 1)
  }

  room(height: number): void {
    if (this.y - height < this.bottom) this.newPage()
  }

  space(points: number): void {
    this.y -= points
  }

  text(
    text: string,
    x: number,
    baseline: number,
    face: FaceName,
    size: number,
    options: { tracking?: number; grey?: number } = {},
    page: PDFPage = this.page,
  ): void {
    const tracking = options.tracking ?? 0
    const color = grayscale(options.grey ?? 0)
    if (tracking !== 0) page.pushOperators(pushGraphicsState(), setCharacterSpacing(tracking))
    let run = ''
    let runFace: FaceName = face
    let runX = x
    let cursor = x
    const flush = () => {
      if (run !== '') page.drawText(run, { x: runX, y: baseline, size, font: this.fonts.pdf[runFace], color })
      run = ''
      runX = cursor
    }
    for (const character of text) {
      const drawn = faceOf(this.faces, face, character)
      if (drawn.face !== runFace) {
        flush()
        runFace = drawn.face
      }
      run += character
      cursor += drawn.advance * size + tracking
    }
    flush()
    if (tracking !== 0) page.pushOperators(popGraphicsState())
  }

  centred(text: string, centreX: number, baseline: number, face: FaceName, size: number, grey = 0): void {
    this.text(text, centreX - widthOf(this.faces, face, size, text) / 2, baseline, face, size, { grey })
  }

  /** Draws one broken line into a box of `width`. */
  line(line: Line, x: number, baseline: number, width: number, face: FaceName, size: number, align: Align): void {
    const slack = width - line.width
    if (align === 'justify' && !line.last && slack > 0 && slack < size * 3 && line.characters > 1) {
      this.text(line.text, x, baseline, face, size, { tracking: slack / (line.characters - 1) })
      return
    }
    const shift = align === 'centre' ? slack / 2 : align === 'right' ? slack : 0
    this.text(line.text, x + shift, baseline, face, size)
  }

  paragraph(text: string, options: ParagraphOptions = {}): void {
    const face = options.face ?? this.style.body
    const size = options.size ?? this.style.bodySize
    const leading = options.leading ?? this.style.leading
    const align = options.align ?? (this.style.justify ? 'justify' : 'left')
    const inset = options.inset ?? 0
    const indent = (options.indent ?? (align === 'justify' || align === 'left' ? 2 : 0)) * size
    const width = this.width - inset
    this.space(options.before ?? 0)
    if (options.keep !== undefined) this.room(leading + options.keep)
    for (const [index, line] of breakLines(this.faces, face, size, text, width, indent).entries()) {
      this.room(leading)
      const shift = index === 0 ? indent : 0
      this.y -= leading
      this.line(line, this.left + inset + shift, this.y + leading * 0.28, width - shift, face, size, align)
    }
    this.space(options.after ?? 0)
  }

  paragraphs(texts: readonly string[], options: ParagraphOptions = {}): void {
    for (const text of texts) this.paragraph(text, options)
  }

  /** A first-level heading such as 一、… . */
  heading(text: string): void {
    const { heading, bodySize, leading } = this.style
    this.paragraph(text, { face: heading, size: bodySize, align: 'left', before: leading * 0.25, keep: leading })
  }

  /** A centred title; one that is too wide breaks at a word, into lines of like length (梯形、菱形). */
  balanced(text: string, size: number, leading: number): void {
    const { title } = this.style
    const width = widthOf(this.faces, title, size, text)
    const lines = width <= this.width ? [text] : halves(text)
    for (const line of lines) this.paragraph(line, { face: title, size, leading, align: 'centre' })
  }

  title(text: string, before = 0): void {
    const { titleSize } = this.style
    this.space(before)
    this.balanced(text, titleSize, titleSize * 1.6)
    this.space(titleSize * 0.7)
  }

  /** Page numbers and the note on invention go on when the count is known. */
  async finish(): Promise<{ bytes: Uint8Array; pages: number }> {
    const pages = this.document.getPages()
    const { folio } = this.style
    for (const [index, page] of pages.entries()) {
      const number = index + 1
      this.page = page
      this.centred('示例材料，虚构', pageWidth / 2, 22, 'hei', 7, 0.45)
      if (this.style.runningHead && index > 0) {
        this.text(this.head, this.left, pageHeight - 50, 'hei', 8, { grey: 0.35 })
        page.drawLine({
          start: { x: this.left, y: pageHeight - 55 },
          end: { x: this.left + this.width, y: pageHeight - 55 },
          thickness: 0.4,
          color: grayscale(0.5),
        })
      }
      if (this.unnumbered.has(index)) continue
      const label = {
        dash: `— ${number} —`,
        hyphen: `- ${number} -`,
        slash: `${number} / ${pages.length}`,
        of: `第 ${number} 页  共 ${pages.length} 页`,
      }[folio]
      if (folio === 'dash') {
        const size = 14
        const wide = widthOf(this.faces, 'song', size, label)
        const x = number % 2 === 1 ? pageWidth - this.style.margins.right - wide - size : this.left + size
        this.text(label, x, this.bottom - 30, 'song', size)
      } else {
        this.centred(label, pageWidth / 2, 42, folio === 'slash' ? 'hei' : 'song', 9)
      }
    }
    const bytes = await this.document.save({ useObjectStreams: true })
    return { bytes, pages: pages.length }
  }
}
