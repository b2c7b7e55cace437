import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type OutlineEntry = { readonly title: string; readonly depth: number; readonly page: number | null }

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
    for (const node of nodes) {
      if (entries.length >= maxEntries) return
      entries.push({ title: node.title, depth, page: await pageOf(document, node.dest) })
      await walk(node.items, depth + 1)
    }
  }
  await walk(roots, 0)
  return entries
}

async function pageOf(document: PDFDocumentProxy, dest: Node['dest']): Promise<number | null> {
  try {
    const explicit = typeof dest === 'string' ? await document.getDestination(dest) : dest
    const ref: unknown = explicit?.[0]
    if (typeof ref === 'number') return ref + 1
    if (typeof ref !== 'object' || ref === null) return null
    return (await document.getPageIndex(ref as Parameters<PDFDocumentProxy['getPageIndex']>[0])) + 1
  } catch {
    return null
  }
}
