/** A copy of somebody's PDF with marks and notes drawn into its pages; the file itself is never written. */
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFPage, type PDFRef } from 'pdf-lib'
import { type Face } from '@shared/documents/blocks'
import { type FontSet } from '../fonts/font-set'
import { MarkedCopyError } from '../publishing-errors'
import { columnOf, linesOf, type NoteLine } from './note-column'
import { visualPage } from './visual-page'
import { SubsetFont } from './subset-font'

type Kind = 'point' | 'doubt' | 'contradiction'

/** What is drawn of a mark. */
export interface DrawnMark {
  kind: Kind
  /** From 1. */
  page: number
  /** In fractions of the page as it is seen, from its top left; none for the whole page. */
  boxes: readonly { x: number; y: number; width: number; height: number }[]
  note: string
}

/** The words of ours that such a copy bears. */
export interface MarkedCopyWords {
  /** At the head of every column of notes: that this is a copy. */
  heading: string
  kinds: Record<Kind, string>
}

export interface MarkedCopy {
  bytes: Uint8Array<ArrayBuffer>
  pageCount: number
}

/** Width of the column of notes beside a page, in points. */
const columnWidth = 170

/** Ground of a mark, its ink, and its sign, which tells the kind without colour. */
const looks: Record<Kind, { ground: string; ink: string; sign: string }> = {
  point: { ground: '0.984 0.89 0.557', ink: '0.478 0.322 0', sign: '★' },
  doubt: { ground: '0.827 0.89 0.984', ink: '0.078 0.337 0.722', sign: '？' },
  contradiction: { ground: '0.976 0.835 0.824', ink: '0.706 0.137 0.094', sign: '≠' },
}

const multiply = 'LSMultiply'
const round = (value: number): string => String(Math.round(value * 1000) / 1000)

/**
 * Draws marks under nothing and over everything of their pages: each box in the colour of its kind, and beside the page
 * a column with a number, the sign and word of the kind, and the note. What does not fit goes on upon a page behind.
 * Pages without a mark stay as they are. Signatures on the file are not taken along: they speak for the file.
 * @throws MarkedCopyError if the file cannot be opened for it; MissingGlyphError naming a character that no face has
 */
export async function markedCopy(
  bytes: Uint8Array,
  marks: readonly DrawnMark[],
  words: MarkedCopyWords,
  fonts: FontSet,
): Promise<MarkedCopy> {
  const document = await open(bytes)
  const drawing = new MarkDrawing(document, fonts)
  const pages = document.getPages()
  let added = 0
  for (const [index, page] of pages.entries()) {
    const own = marks.filter((mark) => mark.page === index + 1)
    if (own.length === 0) continue
    const rest = drawing.drawPage(page, own, words)
    for (let lines = rest; lines.length > 0;) {
      added += 1
      lines = drawing.drawRest(document.insertPage(index + added, pageSize(page)), lines, words)
    }
  }
  drawing.embedFonts()
  detach(document)
  document.setSubject(words.heading)
  const saved = await document.save({ objectsPerTick: Infinity })
  return { bytes: new Uint8Array(saved), pageCount: document.getPageCount() }
}

const pageSize = (page: PDFPage): [number, number] => {
  const { width, height } = visualPage(page)
  return [width, height]
}

async function open(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    // Whoever opens it without being asked for a password may mark it.
    return await PDFDocument.load(bytes, { updateMetadata: false, password: '' })
  } catch (error) {
    throw new MarkedCopyError(error instanceof Error ? error.message : String(error))
  }
}

/** What speaks for the file, or would run when it opens, does not come along into a copy. */
function detach(document: PDFDocument): void {
  const { context, catalog } = document
  for (const key of ['Perms', 'OpenAction', 'AA']) catalog.delete(PDFName.of(key))
  const names = catalog.lookupMaybe(PDFName.of('Names'), PDFDict)
  names?.delete(PDFName.of('JavaScript'))
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && object.get(PDFName.of('FT')) === PDFName.of('Sig')) object.delete(PDFName.of('V'))
  }
  catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)?.delete(PDFName.of('SigFlags'))
}

class MarkDrawing {
  readonly #fonts = new Map<Face, SubsetFont>()
  readonly #pages: { page: PDFPage; faces: Set<Face> }[] = []
  readonly #state: PDFRef

  constructor(
    private readonly document: PDFDocument,
    private readonly faces: FontSet,
  ) {
    this.#state = document.context.register(document.context.obj({ Type: 'ExtGState', BM: 'Multiply' }))
  }

  /** @returns lines that did not fit beside the page */
  drawPage(page: PDFPage, marks: readonly DrawnMark[], words: MarkedCopyWords): readonly NoteLine[] {
    const visual = visualPage(page)
    const column = columnWidth / visual.unit
    const size = 8.5 / visual.unit
    const sorted = marks.toSorted((a, b) => (a.boxes[0]?.y ?? 0) - (b.boxes[0]?.y ?? 0))
    const used = new Set<Face>()
    const paint: string[] = [`/${multiply} gs`]
    const signs: string[] = []
    const entries = sorted.map((mark, index) => {
      const { ground, ink, sign } = looks[mark.kind]
      for (const box of mark.boxes) {
        const [x, y] = [box.x * visual.width, (1 - box.y - box.height) * visual.height]
        const [width, height] = [box.width * visual.width, box.height * visual.height]
        paint.push(`${ground} rg ${[x, y, width, height].map(round).join(' ')} re f`)
        paint.push(
          `${ink} RG ${round(0.8 / visual.unit)} w ${round(x)} ${round(y)} m ${round(x + width)} ${round(y)} l S`,
        )
      }
      const first = mark.boxes[0] ?? { x: 0.02, y: 0.01, height: 0.01 }
      const at = { x: Math.max(1, first.x * visual.width - 1.6 * size), y: (1 - first.y) * visual.height - size }
      signs.push(this.#text(`${index + 1}`, 'hei', 0.8 * size, at, ink, used))
      const heading = `${index + 1} ${sign} ${words.kinds[mark.kind]}`
      return {
        top: (1 - first.y) * visual.height,
        lines: [
          ...linesOf(heading, 'hei', column - 2 * size, size, this.faces).map((text) => ({
            text,
            face: 'hei' as const,
            ink,
          })),
          ...linesOf(mark.note, 'song', column - 2 * size, size, this.faces).map((text) => ({
            text,
            face: 'song' as const,
            ink: '0 0 0',
          })),
        ],
      }
    })
    const head = linesOf(words.heading, 'hei', column - 2 * size, size, this.faces)
    const { placed, rest } = columnOf(entries, head, visual.height, size)
    const strip = [
      `1 1 1 rg ${round(visual.width)} 0 ${round(column)} ${round(visual.height)} re f`,
      `0.6 0.6 0.6 RG ${round(0.5 / visual.unit)} w ${round(visual.width)} 0 m ${round(visual.width)} ${round(visual.height)} l S`,
      ...placed.map(({ line, y }) =>
        this.#text(line.text, line.face, size, { x: visual.width + size, y }, line.ink, used),
      ),
    ]
    visual.widen(column)
    const matrix = visual.matrix.map(round).join(' ')
    this.#append(page, `q ${matrix} cm q\n${paint.join('\n')}\nQ\n${[...signs, ...strip].join('\n')}\nQ`, used)
    page.node.setExtGState(PDFName.of(multiply), this.#state)
    return rest
  }

  /** Goes on with notes on a page of their own. @returns what did not fit there either */
  drawRest(page: PDFPage, lines: readonly NoteLine[], words: MarkedCopyWords): readonly NoteLine[] {
    const { width, height } = page.getSize()
    const size = 8.5
    const used = new Set<Face>()
    const perColumn = Math.max(1, Math.floor((height - 8 * size) / (1.5 * size)))
    const columns = Math.max(1, Math.floor((width - 2 * size) / columnWidth))
    const shown = lines.slice(0, perColumn * columns)
    const drawn = shown.map(({ text, face, ink }, at) => {
      const x = 2 * size + Math.floor(at / perColumn) * columnWidth
      return this.#text(text, face, size, { x, y: height - 5 * size - (at % perColumn) * 1.5 * size }, ink, used)
    })
    drawn.push(this.#text(words.heading, 'hei', size, { x: 2 * size, y: height - 3 * size }, '0 0 0', used))
    this.#append(page, drawn.join('\n'), used)
    return lines.slice(shown.length)
  }

  embedFonts(): void {
    const refs = new Map([...this.#fonts].map(([face, font]) => [face, font.embed(this.document.context, undefined)]))
    for (const { page, faces } of this.#pages) {
      for (const face of faces) {
        const ref = refs.get(face)
        if (ref !== undefined) page.node.setFontDictionary(PDFName.of(`LSMark${face}`), ref)
      }
    }
  }

  #text(text: string, face: Face, size: number, at: { x: number; y: number }, ink: string, used: Set<Face>): string {
    const out: string[] = [`BT ${ink} rg ${round(at.x)} ${round(at.y)} Td`]
    for (const character of text) {
      const glyph = this.faces.glyph(character, face, text)
      let font = this.#fonts.get(glyph.face)
      if (font === undefined) {
        font = new SubsetFont(this.faces.faces[glyph.face], false)
        this.#fonts.set(glyph.face, font)
      }
      used.add(glyph.face)
      out.push(`/LSMark${glyph.face} ${round(size)} Tf <${font.encode(glyph)}> Tj`)
    }
    return `${out.join(' ')} ET`
  }

  /** What a page draws by itself is closed off, so that it moves nothing of what is drawn after it. */
  #append(page: PDFPage, operators: string, faces: Set<Face>): void {
    const { context } = this.document
    const contents = PDFName.of('Contents')
    const raw = page.node.get(contents)
    const value = raw === undefined ? undefined : context.lookup(raw)
    const before = value instanceof PDFArray ? value.asArray() : raw === undefined ? [] : [raw]
    const [start, end] = [context.flateStream('q\n'), context.flateStream(`\nQ\n${operators}\n`)]
    page.node.set(contents, context.obj([context.register(start), ...before, context.register(end)]))
    this.#pages.push({ page, faces })
  }
}
