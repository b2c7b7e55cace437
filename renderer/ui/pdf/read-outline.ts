import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { pageOf, type Destination } from './destinations'

export type OutlineEntry = {
  readonly title: string
  readonly depth: number
  readonly page: number | null
  readonly to: Destination | null
}

type Node = {
  readonly title: string
  readonly dest: string | readonly unknown[] | null
  readonly items: readonly Node[]
}

/** More headings than this are noise, or an attack. */
const maxEntries = 500

/** The outline of a file as a flat list with depths; pages are null where the file names no page. */
export async function readOutline(document: PDFDocumentProxy): Promise<readonly OutlineEntry[]> {
  const roots = ((await document.getOutline()) as readonly Node[] | null) ?? []
  const entries: OutlineEntry[] = []
  const walk = async (nodes: readonly Node[], depth: number): Promise<void> => {
    for (const { title, dest, items } of nodes) {
      if (entries.length >= maxEntries) return
      const page = dest === null ? null : await pageOf(document, dest)
      entries.push({ title, depth, page, to: dest === null || page === null ? null : { dest } })
      await walk(items, depth + 1)
    }
  }
  await walk(roots, 0)
  return entries
}
