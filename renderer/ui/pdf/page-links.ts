import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Destination } from './destinations'
import type { PageRegion } from './pdf-source'

/** What may be pressed on a page: nothing of it is ever run or followed out of the file. */
export type PageLink = { readonly region: PageRegion } & (
  | { readonly kind: 'inside'; readonly to: Destination }
  /** Leads out of the file: shown, never followed. */
  | { readonly kind: 'outside'; readonly address: string }
  /** Somebody's note on the page. */
  | { readonly kind: 'note'; readonly by: string; readonly text: string }
)

/** More on one page are noise, or an attack. */
const mostLinks = 300
const mostLetters = 4000

/** What pdf.js says of an annotation, as far as it is read here; every field may lie. */
type Annotation = {
  readonly subtype?: unknown
  readonly rect?: unknown
  readonly dest?: unknown
  readonly action?: unknown
  readonly url?: unknown
  readonly unsafeUrl?: unknown
  readonly titleObj?: { readonly str?: unknown }
  readonly contentsObj?: { readonly str?: unknown }
}

type View = ReturnType<PDFPageProxy['getViewport']>

/** The links and notes of a page, where they lie in a view of it. */
export async function readLinks(page: PDFPageProxy, view: View): Promise<readonly PageLink[]> {
  const annotations = (await page.getAnnotations({ intent: 'display' })) as readonly Annotation[]
  return annotations
    .slice(0, mostLinks)
    .map((annotation) => linkOf(annotation, view))
    .filter((link) => link !== null)
}

function linkOf(annotation: Annotation, view: View): PageLink | null {
  const region = regionOf(annotation.rect, view)
  if (region === null) return null
  if (annotation.subtype === 'Link') {
    const address = [annotation.url, annotation.unsafeUrl].find((url) => typeof url === 'string' && url !== '')
    if (typeof address === 'string') return { kind: 'outside', address: address.slice(0, mostLetters), region }
    const { dest, action } = annotation
    if (typeof dest === 'string' || Array.isArray(dest)) return { kind: 'inside', to: { dest }, region }
    return isStep(action) ? { kind: 'inside', to: { step: action }, region } : null
  }
  const text = annotation.contentsObj?.str
  if (typeof text !== 'string' || text.trim() === '') return null
  const by = annotation.titleObj?.str
  return { kind: 'note', by: typeof by === 'string' ? by.slice(0, 200) : '', text: text.slice(0, mostLetters), region }
}

const steps = ['NextPage', 'PrevPage', 'FirstPage', 'LastPage'] as const
const isStep = (action: unknown): action is (typeof steps)[number] => steps.some((step) => step === action)

function regionOf(rect: unknown, view: View): PageRegion | null {
  if (!Array.isArray(rect) || rect.length !== 4 || !rect.every((side) => Number.isFinite(side))) return null
  const [ax, ay] = view.convertToViewportPoint(Number(rect[0]), Number(rect[1])) as [number, number]
  const [bx, by] = view.convertToViewportPoint(Number(rect[2]), Number(rect[3])) as [number, number]
  const share = (value: number, whole: number) => Math.min(1, Math.max(0, value / whole))
  const [left, right] = [share(Math.min(ax, bx), view.width), share(Math.max(ax, bx), view.width)]
  const [top, bottom] = [share(Math.min(ay, by), view.height), share(Math.max(ay, by), view.height)]
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null
}
