import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PageTarget } from './pdf-source'

/** Where a link or a heading leads inside of its file. */
export type Destination =
  { readonly dest: string | readonly unknown[] } | { readonly step: 'NextPage' | 'PrevPage' | 'FirstPage' | 'LastPage' }

/** The page (from 1) that a file names; null if it names none of its own. */
export async function pageOf(document: PDFDocumentProxy, dest: unknown): Promise<number | null> {
  try {
    return (await explicit(document, dest))?.page ?? null
  } catch {
    return null
  }
}

/** The place that a destination names. @param page where one is now @returns null if there is no such place */
export async function targetOf(document: PDFDocumentProxy, to: Destination, page: number): Promise<PageTarget | null> {
  if ('step' in to) {
    const steps = { NextPage: page + 1, PrevPage: page - 1, FirstPage: 1, LastPage: document.numPages }
    return { page: steps[to.step] }
  }
  try {
    const found = await explicit(document, to.dest)
    if (found === null) return null
    const top = topOf(found.dest)
    if (top === null) return { page: found.page }
    const proxy = await document.getPage(found.page)
    const view = proxy.getViewport({ scale: 1 })
    const [, y] = view.convertToViewportPoint(0, top) as [number, number]
    const share = Math.min(1, Math.max(0, y / view.height))
    // Near the top the whole page is shown.
    return { page: found.page, ...(share < 0.1 ? {} : { region: { x: 0, y: share, width: 0, height: 0 } }) }
  } catch {
    return null
  }
}

async function explicit(
  document: PDFDocumentProxy,
  dest: unknown,
): Promise<{ readonly dest: readonly unknown[]; readonly page: number } | null> {
  const named: unknown = typeof dest === 'string' ? await document.getDestination(dest) : dest
  if (!Array.isArray(named)) return null
  const ref: unknown = named[0]
  if (typeof ref === 'number') {
    const page = ref + 1
    return Number.isInteger(page) && page >= 1 && page <= document.numPages ? { dest: named, page } : null
  }
  if (typeof ref !== 'object' || ref === null) return null
  const index = await document.getPageIndex(ref as Parameters<PDFDocumentProxy['getPageIndex']>[0])
  return { dest: named, page: index + 1 }
}

/** The upper edge that a destination names, in units of its page; null if it names the whole page. */
function topOf(dest: readonly unknown[]): number | null {
  const form = dest[1]
  const name = typeof form === 'object' && form !== null && 'name' in form ? form.name : null
  const top =
    name === 'XYZ' ? dest[3] : name === 'FitH' || name === 'FitBH' ? dest[2] : name === 'FitR' ? dest[5] : null
  return typeof top === 'number' && Number.isFinite(top) ? top : null
}
