/** Pages to a PDF file: the authoritative copy. The only writer of new PDF files. */
import { AFRelationship, PDFDocument, PDFHexString, PDFName, type PDFRef } from 'pdf-lib'
import { printableModel } from '@shared/documents/blocks-complete'
import { type Face } from '@shared/documents/blocks'
import { type FontBytes, type FontSet } from '../fonts/font-set'
import { paper } from '../page-geometry'
import { composePages } from '../typeset/compose-pages'
import { type Place } from '../typeset/drawing'
import { contentOf, type ContentResources } from './content'
import { flattenPng } from './flatten-png'
import { SubsetFont } from './subset-font'

/** A file carried inside the PDF, e.g. the opinion's canonical JSON. */
export interface PdfAttachment {
  /** ASCII file name. */
  name: string
  mediaType: string
  description: string
  bytes: Uint8Array
}

export interface RenderPdfOptions {
  attachments?: readonly PdfAttachment[]
  /**
   * PDF/A level to declare. Default: '2U', or '3U' with attachments (PDF/A-2 allows only PDF/A files inside).
   * '1B' takes no attachments; it exists because a public validator checks it.
   */
  conformance?: '1B' | '2U' | '3U'
  /** Embed whole fonts instead of subsets: tens of megabytes, for tests that compare the two. */
  wholeFonts?: FontBytes
}

export interface RenderedPdf {
  bytes: Uint8Array
  pageCount: number
  /** Where signatures and seals go, in points from the top left of their page (first page 1). */
  places: Place[]
}

/** Names the maker in the file's metadata; no person is named there. */
const producer = '联审 Lianshen'

/**
 * Sets a model in pages and writes them. Equal input gives equal bytes. Throws `DocumentIncompleteError` when something
 * is missing, `MissingGlyphError` when no face has a character.
 */
export async function renderPdf(given: unknown, fonts: FontSet, options: RenderPdfOptions = {}): Promise<RenderedPdf> {
  const model = printableModel(given)
  const attachments = options.attachments ?? []
  const conformance = options.conformance ?? (attachments.length > 0 ? '3U' : '2U')
  if (attachments.length > 0 && conformance !== '3U') {
    throw new RangeError(`PDF/A-${conformance} allows no such attachment: use 3U`)
  }
  const sheets = composePages(model, fonts)
  const document = await PDFDocument.create({ updateMetadata: false })
  const resources = new DocumentResources(document, fonts, options.wholeFonts)
  const pages = sheets.map((sheet) => {
    const page = document.addPage([paper.width, paper.height])
    const used = resources.forPage()
    const content = contentOf(sheet.marks, used.content)
    page.node.set(PDFName.of('Contents'), document.context.register(document.context.flateStream(content)))
    return { page, used }
  })
  const fontRefs = resources.embedFonts()
  for (const { page, used } of pages) {
    const fontDict = Object.fromEntries([...used.faces].map((face) => [face, fontRefs.get(face) as PDFRef]))
    const imageDict = Object.fromEntries(used.images)
    page.node.set(PDFName.of('Resources'), document.context.obj({ Font: fontDict, XObject: imageDict }))
  }
  const createdAt = new Date(model.createdAt)
  document.setTitle(model.title, { showInWindowTitleBar: true })
  document.setSubject(model.subject)
  document.setLanguage('zh-CN')
  document.setKeywords([model.kind, model.id])
  document.setProducer(producer)
  document.setCreator(producer)
  document.setCreationDate(createdAt)
  document.setModificationDate(createdAt)
  for (const { name, mediaType, description, bytes } of attachments) {
    await document.attach(bytes, name, {
      mimeType: mediaType,
      description,
      creationDate: createdAt,
      modificationDate: createdAt,
      afRelationship: AFRelationship.Source,
    })
  }
  const fileId = PDFHexString.of(await fileIdOf(model))
  document.context.trailerInfo.ID = document.context.obj([fileId, fileId])
  document.convertToPDFA({ conformance })
  const bytes = await document.save({ useObjectStreams: false, objectsPerTick: Infinity })
  const places = sheets.flatMap((sheet, index) => sheet.places.map((place): Place => ({ ...place, page: index + 1 })))
  return { bytes, pageCount: sheets.length, places }
}

/** ISO 32000-1 14.4: 16 bytes in hex, from what the file says. */
async function fileIdOf(model: unknown): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(model)))
  return Array.from(new Uint8Array(digest).subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Fonts and pictures shared by the pages of a document. */
class DocumentResources {
  readonly #fonts = new Map<Face, SubsetFont>()
  readonly #images = new Map<string, { ref: PDFRef; width: number; height: number }>()

  constructor(
    readonly document: PDFDocument,
    readonly fontSet: FontSet,
    readonly whole: FontBytes | undefined,
  ) {}

  forPage(): { content: ContentResources; faces: Set<Face>; images: Map<string, PDFRef> } {
    const faces = new Set<Face>()
    const images = new Map<string, PDFRef>()
    const content: ContentResources = {
      font: (face) => {
        faces.add(face)
        return this.#font(face)
      },
      image: (base64) => {
        const { ref, width, height } = this.#image(base64)
        const name = `picture${ref.objectNumber}`
        images.set(name, ref)
        return { name, width, height }
      },
    }
    return { content, faces, images }
  }

  embedFonts(): Map<Face, PDFRef> {
    return new Map(
      [...this.#fonts].map(([face, font]) => [face, font.embed(this.document.context, this.whole?.[face])]),
    )
  }

  #font(face: Face): SubsetFont {
    let font = this.#fonts.get(face)
    if (font === undefined) {
      font = new SubsetFont(this.fontSet.faces[face], this.whole !== undefined)
      this.#fonts.set(face, font)
    }
    return font
  }

  #image(base64: string): { ref: PDFRef; width: number; height: number } {
    let image = this.#images.get(base64)
    if (image === undefined) {
      const { width, height, rgb } = flattenPng(base64)
      const ref = this.document.context.register(
        this.document.context.flateStream(rgb, {
          Type: 'XObject',
          Subtype: 'Image',
          Width: width,
          Height: height,
          BitsPerComponent: 8,
          ColorSpace: 'DeviceRGB',
        }),
      )
      image = { ref, width, height }
      this.#images.set(base64, image)
    }
    return image
  }
}
