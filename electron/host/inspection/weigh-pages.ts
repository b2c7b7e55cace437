import { hugePagesFinding, type HugePage } from '@shared/inspection/huge-pages'
import type { Finding } from '@shared/inspection/finding'
import { inspectionLimits } from './limits'
import type { PdfDict, PdfValue } from './pdf-lexer'
import { isDict, itemsOf, type PdfObjects } from './pdf-objects'
import type { PdfStream } from './pdf-scan'
import { encodedPixels, pixelsOf, statedPixels, type Pixels } from './picture-weight'

/** Pixels of all pictures of one page together: four times what one may have. */
const mostOnPage = 4 * inspectionLimits.pixels
/** Objects looked at for one page, and for all; pages share most of theirs. */
const mostForPage = 20_000
const mostForAll = 2_000_000

/**
 * Weighs the pictures of every page before anything of it is drawn, by what they state inside. Pages of which one
 * picture unfolds to more than is drawn, or all together to four times as much, are named; a picture that its
 * dictionary alone makes too large is left out by the viewer, and told as `huge-picture`.
 * @param roots the catalogues; where there are several, readers differ about which one holds
 * @param open gives the bytes of a stream without encryption
 */
export async function weighPages(
  roots: Iterable<PdfDict>,
  streams: readonly PdfStream[],
  objects: PdfObjects,
  open: (stream: PdfStream) => Buffer,
): Promise<Finding[]> {
  const weights = new Map<PdfDict, { readonly pixels: Pixels; readonly isHuge: boolean }>()
  let total = 0
  for (const stream of streams) {
    const encoded = await encodedPixels(stream.dict, () => open(stream), objects)
    const stated = statedPixels(stream.dict, objects)
    // Where the dictionary says so itself, the viewer leaves the picture out without unfolding it.
    const isLeftOut = stated !== null && pixelsOf(stated) > inspectionLimits.pixels
    const pixels = encoded !== null && pixelsOf(encoded) > pixelsOf(stated ?? none) ? encoded : stated
    if (pixels === null || isLeftOut) continue
    weights.set(stream.dict, { pixels, isHuge: pixelsOf(pixels) > inspectionLimits.pixels })
    total += pixelsOf(pixels)
  }
  if (total <= inspectionLimits.pixels) return []
  const pages = new Map<number, HugePage>()
  let budget = mostForAll
  for (const root of roots) {
    if (budget <= 0) break
    const nodes = pagesOf(root, objects)
    budget -= nodes.length
    const tree = new Set(nodes.flatMap(({ page, above }) => [page, ...above]))
    nodes.forEach((page, index) => {
      if (budget <= 0 || pages.has(index + 1)) return
      const { parts, seen } = partsOf(page, tree, objects)
      budget -= seen
      const own = parts.flatMap((part) => weights.get(part) ?? [])
      const sum = own.reduce((pixels, weight) => pixels + pixelsOf(weight.pixels), 0)
      if (!own.some(({ isHuge }) => isHuge) && sum <= mostOnPage) return
      const largest = own.reduce<Pixels>(
        (best, { pixels }) => (pixelsOf(pixels) > pixelsOf(best) ? pixels : best),
        none,
      )
      pages.set(index + 1, { page: index + 1, ...largest })
    })
  }
  if (pages.size === 0) return []
  return [hugePagesFinding([...pages.values()].toSorted((one, other) => one.page - other.page))]
}

const none: Pixels = { width: 0, height: 0 }

/** A page with what it has from its parents: the nodes above it. */
type PageNode = { readonly page: PdfDict; readonly above: readonly PdfDict[] }

/** The pages in the order of the tree (ISO 32000-1 7.7.3). */
function pagesOf(root: PdfDict, objects: PdfObjects): PageNode[] {
  const pages: PageNode[] = []
  let visits = 0
  const walk = (value: PdfValue | undefined, above: readonly PdfDict[]): void => {
    const node = objects.resolve(value)
    visits += 1
    if (!isDict(node) || above.includes(node) || above.length > inspectionLimits.depth) return
    if (visits > 2 * inspectionLimits.pages) return
    const kids = itemsOf(objects.resolve(node.entries.get('Kids')))
    if (kids === null) pages.push({ page: node, above })
    else for (const kid of kids) walk(kid, [...above, node])
  }
  walk(root.entries.get('Pages'), [])
  return pages
}

/**
 * Every dictionary that drawing a page may come to: contents, resources of resources, appearances. Names lead nowhere:
 * a resource may be called as it likes. Where a way comes to another page it ends.
 */
function partsOf(
  { page, above }: PageNode,
  tree: ReadonlySet<PdfDict>,
  objects: PdfObjects,
): { readonly parts: PdfDict[]; readonly seen: number } {
  const found = new Set<PdfDict>([page])
  const waiting: PdfValue[] = [...page.entries.values()]
  for (const { entries } of above) {
    const inherited = entries.get('Resources')
    if (inherited !== undefined) waiting.push(inherited)
  }
  let seen = 0
  for (let value = waiting.pop(); value !== undefined && seen < mostForPage; value = waiting.pop()) {
    if (typeof value !== 'object') continue
    seen += 1
    const part = objects.resolve(value)
    if (typeof part !== 'object' || part === null) continue
    if (part.kind === 'array') for (const item of part.items.slice(0, mostForPage)) waiting.push(item)
    if (part.kind !== 'dict' || found.has(part) || tree.has(part)) continue
    found.add(part)
    for (const entry of part.entries.values()) waiting.push(entry)
  }
  return { parts: [...found], seen }
}
