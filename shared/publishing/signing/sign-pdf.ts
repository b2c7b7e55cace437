/** A PAdES baseline signature added to a PDF as an incremental update: earlier signatures stay valid. */
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, type PDFContext, type PDFRef } from 'pdf-lib'
import { type Handwriting } from '@shared/documents/blocks'
import { paper } from '../page-geometry'
import { handwritingOperators } from '../pdf/content'
import { flattenPng } from '../pdf/flatten-png'
import { PdfSigningError } from '../publishing-errors'
import { type Rect } from '../typeset/drawing'
import { readIdentity, signCms, toHex, type Signer } from './cms'

export interface SignPdfOptions {
  /** The signature field's name: unique in the file, e.g. the row's `field` in the signature table. */
  fieldName: string
  /** The local clock's instant in UTC: no time authority stands behind it. */
  signedAt: string
  reason: string
  location?: string
  /** Where to show the handwriting: a signature place of `renderPdf`. Absent: the signature is not seen on paper. */
  place?: { page: number; rect: Rect }
  handwriting?: Handwriting
}

/** Room for the CMS in bytes: a P-256 signature with one certificate takes about 1.3 kB. */
const contentsLength = 8192
const rangePlaceholder = 9_999_999_999
/** Annotation flags: print, locked (ISO 32000-1 12.5.3). */
const widgetFlags = 4 + 128

/** Returns the file with the signature appended; `bytes` is its unchanged beginning. */
export async function signPdf(
  bytes: Uint8Array<ArrayBuffer>,
  signer: Signer,
  options: SignPdfOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = await loadForSigning(bytes)
  await addSignatureField(document, signer, options)
  const updated = new Uint8Array(await document.save({ useObjectStreams: false, objectsPerTick: Infinity }))
  return fillSignature(updated, bytes.length, signer)
}

async function loadForSigning(bytes: Uint8Array): Promise<PDFDocument> {
  let document: PDFDocument
  try {
    document = await PDFDocument.load(bytes, { forIncrementalUpdate: true, updateMetadata: false })
  } catch (error) {
    throw new PdfSigningError('not-our-file', error instanceof Error ? error.message : String(error))
  }
  const lastXref = document.context.pdfFileDetails.prevStartXRef
  if (asText(bytes.subarray(lastXref, lastXref + 4)) !== 'xref') {
    throw new PdfSigningError('not-our-file', 'the file has no plain cross-reference table')
  }
  return document
}

async function addSignatureField(document: PDFDocument, signer: Signer, options: SignPdfOptions): Promise<void> {
  const { context } = document
  const { commonName } = await readIdentity(signer.certificate)
  const form = formOf(document)
  const fields = form.lookup(PDFName.of('Fields'), PDFArray)
  if (fieldNames(fields).includes(options.fieldName)) throw new PdfSigningError('field-exists', options.fieldName)
  const pageNumber = options.place?.page ?? 1
  const page = pageLeaf(document, pageNumber)
  if (page === undefined) throw new PdfSigningError('page-missing', String(pageNumber))

  const signature = context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, rangePlaceholder, rangePlaceholder, rangePlaceholder],
    Contents: PDFHexString.of('0'.repeat(contentsLength * 2)),
    M: PDFString.fromDate(new Date(options.signedAt)),
    Name: PDFHexString.fromText(commonName),
    Reason: PDFHexString.fromText(options.reason),
    ...(options.location === undefined ? {} : { Location: PDFHexString.fromText(options.location) }),
  })
  const widget = context.register(widgetDict(context, page, context.register(signature), options))
  fields.push(widget)
  const annotations = page.leaf.lookupMaybe(PDFName.of('Annots'), PDFArray)
  if (annotations === undefined) page.leaf.set(PDFName.of('Annots'), context.obj([widget]))
  else annotations.push(widget)
}

interface PageLeaf {
  leaf: PDFDict
  ref: PDFRef
}

/** The page's own dictionary. The library's page object would rewrite its contents, which a signature must not see. */
function pageLeaf(document: PDFDocument, pageNumber: number): PageLeaf | undefined {
  const leaves: PageLeaf[] = []
  document.catalog.Pages().traverse((node, ref) => {
    if (node.lookup(PDFName.of('Type')) === PDFName.of('Page')) leaves.push({ leaf: node, ref })
  })
  return leaves[pageNumber - 1]
}

function widgetDict(context: PDFContext, page: PageLeaf, signature: PDFRef, options: SignPdfOptions): PDFDict {
  const rect = options.place?.rect ?? { x: 0, y: paper.height, width: 0, height: 0 }
  const bottom = paper.height - rect.y - rect.height
  const widget = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: PDFHexString.fromText(options.fieldName),
    V: signature,
    F: widgetFlags,
    P: page.ref,
    Rect: [rect.x, bottom, rect.x + rect.width, bottom + rect.height],
  })
  if (options.place !== undefined) {
    widget.set(PDFName.of('AP'), context.obj({ N: appearance(context, rect, options.handwriting) }))
  }
  return widget
}

/** What the field shows: the handwriting, or nothing. */
function appearance(context: PDFContext, rect: Rect, writing: Handwriting | undefined): PDFRef {
  const images: Record<string, PDFRef> = {}
  const picture = (base64: string) => {
    const { width, height, rgb } = flattenPng(base64)
    const shape = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height }
    images['Handwriting'] = context.register(
      context.flateStream(rgb, { ...shape, BitsPerComponent: 8, ColorSpace: 'DeviceRGB' }),
    )
    return { name: 'Handwriting', width, height }
  }
  const box = { x: 0, y: 0, width: rect.width, height: rect.height }
  const isWritten = writing !== undefined && writing.kind !== 'place'
  const content = isWritten ? handwritingOperators(writing, box, picture) : ''
  return context.register(
    context.flateStream(content, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, rect.width, rect.height],
      Resources: { XObject: images },
    }),
  )
}

/** The interactive form, made when there is none. SigFlags 3: signatures exist, append only (12.7.2). */
function formOf(document: PDFDocument): PDFDict {
  const key = PDFName.of('AcroForm')
  const existing = document.catalog.lookup(key)
  if (existing instanceof PDFDict) return existing
  const form = document.context.obj({ Fields: [], SigFlags: 3 })
  document.catalog.set(key, document.context.register(form))
  return form
}

function fieldNames(fields: PDFArray): string[] {
  return fields.asArray().map((_, index) => {
    const name = fields.lookup(index, PDFDict).lookup(PDFName.of('T'))
    return name instanceof PDFHexString || name instanceof PDFString ? name.decodeText() : ''
  })
}

const asText = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** Puts the byte range in place, signs everything outside the gap, and fills the gap. Positions do not move. */
async function fillSignature(
  file: Uint8Array<ArrayBuffer>,
  updateStart: number,
  signer: Signer,
): Promise<Uint8Array<ArrayBuffer>> {
  const update = new TextDecoder('latin1').decode(file.subarray(updateStart))
  const hexStart = updateStart + update.indexOf(`<${'0'.repeat(contentsLength * 2)}>`)
  const hexEnd = hexStart + contentsLength * 2 + 2
  const placeholder = /\[\s*0\s+9999999999\s+9999999999\s+9999999999\s*\]/.exec(update)
  if (hexStart < updateStart || placeholder === null) throw new Error('the signature placeholder was not written')
  const range = `[0 ${hexStart} ${hexEnd} ${file.length - hexEnd}]`.padEnd(placeholder[0].length)
  const ascii = new TextEncoder()
  file.set(ascii.encode(range), updateStart + placeholder.index)
  const signed = new Uint8Array(file.length - (hexEnd - hexStart))
  signed.set(file.subarray(0, hexStart))
  signed.set(file.subarray(hexEnd), hexStart)
  const cms = await signCms(signed, signer)
  if (cms.length > contentsLength) throw new Error('the signature is longer than the room kept for it')
  file.set(ascii.encode(toHex(cms)), hexStart + 1)
  return file
}
