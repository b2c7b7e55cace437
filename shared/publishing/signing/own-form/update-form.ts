/** What `signPdf` appends for one signature, object by object, and whether it is that and nothing more. */
import type { BasePage } from './base-form'
import { sizeOf, trailerOf, type WrittenObject, type WrittenRevision } from './written-revisions'

/** A save that should be one further signature; an object is missing when nothing of its form is there. */
export interface UpdateFacts {
  revision: WrittenRevision
  catalog?: WrittenObject
  page?: WrittenObject
  form?: WrittenObject
  signature?: WrittenObject
  widget?: WrittenObject
  appearance?: WrittenObject
  image?: WrittenObject
  /** Numbers of objects that a signature does not write. */
  foreign: number[]
  /** The field's name in hexadecimal, as it stands. */
  fieldName?: string
  rect?: Rect
}

/** In points from the lower left. */
export interface Rect {
  left: number
  bottom: number
  right: number
  top: number
}

/** How the file stands before an update: the text of each object that a signature may write again. */
export interface FormState {
  catalog: { number: number; text: string }
  form: { number: number; fields: string } | undefined
  pages: ReadonlyMap<number, string>
}

const real = '-?\\d+(?:\\.\\d+)?'
const hex = '<[0-9A-F]*>'
const signaturePattern = new RegExp(
  '^<<\\n/Type /Sig\\n/Filter /Adobe\\.PPKLite\\n/SubFilter /ETSI\\.CAdES\\.detached\\n' +
    '/ByteRange (\\[0 \\d+ \\d+ \\d+\\] *)\\n/Contents <[0-9a-f]{16384}>\\n/M \\(D:\\d{14}Z\\)\\n' +
    `/Name ${hex}\\n/Reason ${hex}\\n(?:/Location ${hex}\\n)?>>$`,
)
const rangeLength = '[ 0 9999999999 9999999999 9999999999 ]'.length
/** One way of writing it, so that no two names that differ as written are one to a reader. */
const fieldName = '<FEFF(?:[0-9A-F]{4})+>'
const widgetPattern = new RegExp(
  `^<<\\n/Type /Annot\\n/Subtype /Widget\\n/FT /Sig\\n/T (${fieldName})\\n/V (\\d+) 0 R\\n/F 132\\n/P (\\d+) 0 R\\n` +
    `/Rect \\[ (${real}) (${real}) (${real}) (${real}) \\]\\n(?:/AP <<\\n/N (\\d+) 0 R\\n>>\\n)?>>$`,
)
const rectPattern = new RegExp(`\\n/Rect \\[ (${real}) (${real}) (${real}) (${real}) \\]\\n`)
const appearancePattern = new RegExp(
  `^<<\\n/Type /XObject\\n/Subtype /Form\\n/BBox \\[ 0 0 (${real}) (${real}) \\]\\n/Resources <<\\n/XObject <<\\n` +
    '(?:/Handwriting (\\d+) 0 R\\n)?>>\\n>>\\n/Filter /FlateDecode\\n/Length \\d+\\n>>$',
)
const imagePattern =
  /^<<\n\/Type \/XObject\n\/Subtype \/Image\n\/Width (\d{1,5})\n\/Height (\d{1,5})\n\/BitsPerComponent 8\n\/ColorSpace \/DeviceRGB\n\/Filter \/FlateDecode\n\/Length \d+\n>>$/

export function stateAfterBase(base: WrittenRevision, catalog: WrittenObject, pages: readonly BasePage[]): FormState {
  return {
    catalog: { number: trailerOf(base).root, text: catalog.text },
    form: undefined,
    pages: new Map(pages.map(({ object }) => [object.number, object.text])),
  }
}

/** Which object of an update is what: by the order in which a signature registers its objects. */
export function readUpdate(revision: WrittenRevision, before: WrittenRevision, state: FormState): UpdateFacts {
  const size = sizeOf(before)
  const made = revision.objects.filter(({ number }) => number >= size)
  const rewritten = revision.objects.filter(({ number }) => number < size)
  const widget = made.find(({ text }) => text.includes('\n/Subtype /Widget\n'))
  const signature = made.find(({ text }) => text.includes('\n/ByteRange '))
  const appearance = made.find(({ text }) => text.includes('\n/Subtype /Form\n'))
  const image = made.find(({ text }) => text.includes('\n/Subtype /Image\n'))
  const form =
    state.form === undefined
      ? made.find(({ text }) => text.includes('/SigFlags '))
      : rewritten.find(({ number }) => number === state.form?.number)
  const catalog = rewritten.find(({ number }) => number === state.catalog.number)
  const page = rewritten.find(({ number }) => state.pages.has(number))
  const newForm = state.form === undefined ? form : undefined
  const expected = [newForm, signature, image, appearance, widget].filter((object) => object !== undefined)
  const known = new Set<WrittenObject | undefined>([...expected, form, catalog, page])
  const inOrder = expected.every((object, index) => object.number === size + index)
  const fieldName = /\n\/T (<[0-9A-F]*>)\n/.exec(widget?.text ?? '')?.[1]
  const [left, bottom, right, top] = (rectPattern.exec(widget?.text ?? '')?.slice(1) ?? []).map(Number)
  return {
    revision,
    ...(catalog && { catalog }),
    ...(page && { page }),
    ...(form && { form }),
    ...(signature && { signature }),
    ...(widget && { widget }),
    ...(appearance && { appearance }),
    ...(image && { image }),
    foreign: [
      ...revision.objects.filter((object) => !known.has(object)),
      ...(inOrder ? [] : expected.filter((object, index) => object.number !== size + index)),
    ].map(({ number }) => number),
    ...(fieldName !== undefined && { fieldName }),
    ...(left !== undefined &&
      bottom !== undefined &&
      right !== undefined &&
      top !== undefined && { rect: { left, bottom, right, top } }),
  }
}

/** The catalogue says what it said, and names the form. */
export function keepsCatalog({ catalog, form }: UpdateFacts, state: FormState): boolean {
  const added = state.form === undefined ? `/AcroForm ${form?.number} 0 R\n` : ''
  return catalog?.text === `${state.catalog.text.slice(0, -2)}${added}>>`
}

/** The page says what it said, and bears one annotation more: the field of this signature. */
export function keepsPage({ page, widget }: UpdateFacts, state: FormState): boolean {
  const before = page === undefined ? undefined : state.pages.get(page.number)
  return before !== undefined && page?.text === withAnnotation(before, widget?.number ?? -1)
}

function withAnnotation(page: string, widget: number): string {
  return page.endsWith(' ]\n>>') && page.includes('\n/Annots [ ')
    ? `${page.slice(0, -' ]\n>>'.length)} ${widget} 0 R ]\n>>`
    : `${page.slice(0, -2)}/Annots [ ${widget} 0 R ]\n>>`
}

/** The form names the fields that it named, and this one; nothing else. */
export function keepsForm({ form, widget }: UpdateFacts, state: FormState): boolean {
  return form?.text === formText(`${state.form?.fields ?? ''}${widget?.number} 0 R `)
}

const formText = (fields: string): string => `<<\n/Fields [ ${fields}]\n/SigFlags 3\n>>`

/** The signature's dictionary has the form that `signPdf` writes; what its range covers is judged apart. */
export function isOwnSignature({ signature }: UpdateFacts): boolean {
  const match = signature === undefined ? null : signaturePattern.exec(signature.text)
  return match !== null && match[1]?.length === rangeLength
}

/** The field has our form, holds this signature, and lies on the page that was written again. */
export function isOwnWidget({ widget, signature, page, appearance, rect }: UpdateFacts): boolean {
  const match = widget === undefined ? null : widgetPattern.exec(widget.text)
  if (match === null || rect === undefined) return false
  const isUnseen = rect.left === 0 && rect.bottom === 0 && rect.right === 0 && rect.top === 0
  return (
    Number(match[2]) === signature?.number &&
    Number(match[3]) === page?.number &&
    (match[8] === undefined ? isUnseen && appearance === undefined : Number(match[8]) === appearance?.number)
  )
}

/** The pictures of a signature: their place is the field's, their size what they say. Without their content. */
export function isOwnAppearance({ appearance, image, rect }: UpdateFacts): boolean {
  if (appearance === undefined) return image === undefined
  const match = appearancePattern.exec(appearance.text)
  if (match === null || rect === undefined || appearance.data === undefined) return false
  const isSized =
    Math.abs(Number(match[1]) - (rect.right - rect.left)) < 0.001 &&
    Math.abs(Number(match[2]) - (rect.top - rect.bottom)) < 0.001
  const hasImage = match[3] === undefined ? image === undefined : Number(match[3]) === image?.number
  return isSized && hasImage && (image === undefined || sizeOfImage(image) !== undefined)
}

/** How many bytes the pixels of an image take; undefined when it is not written as ours are. */
export function sizeOfImage({ text, data }: WrittenObject): number | undefined {
  const match = imagePattern.exec(text)
  return match === null || data === undefined ? undefined : Number(match[1]) * Number(match[2]) * 3
}

/** How the file stands after the update, as far as it is what it should be. */
export function stateAfter(state: FormState, update: UpdateFacts): FormState {
  const { catalog, form, page, widget } = update
  const pages = new Map(state.pages)
  if (page !== undefined) pages.set(page.number, page.text)
  return {
    catalog: { number: state.catalog.number, text: catalog?.text ?? state.catalog.text },
    form:
      form === undefined || widget === undefined
        ? state.form
        : { number: form.number, fields: `${state.form?.fields ?? ''}${widget.number} 0 R ` },
    pages,
  }
}
