import type { Finding, FindingKind } from '@shared/inspection/finding'
import { inspectionLimits } from './limits'
import { TooDeepError, type PdfDict, type PdfValue } from './pdf-lexer'
import { isDict, itemsOf, numberOf, type PdfObjects } from './pdf-objects'

const one = (kind: FindingKind, detail = ''): Finding => ({ kind, count: 1, detail })

/** Nodes that are visited below all catalogues together; a file may be made to have very many of these. */
const mostVisits = 20 * inspectionLimits.pages

/** Walks the trees of pages: a page twice under itself, or more pages than anybody hands in. @throws TooDeepError */
export function pageFinding(roots: Iterable<PdfDict>, objects: PdfObjects): Finding | null {
  let allVisits = 0
  for (const root of roots) {
    const path = new Set<number>()
    let visits = 0
    const walk = (value: PdfValue | undefined, depth: number): Finding | null => {
      const number = typeof value === 'object' && value?.kind === 'ref' ? value.number : null
      if (number !== null && path.has(number)) return one('loop')
      if (depth > inspectionLimits.depth) throw new TooDeepError()
      const node = objects.resolve(value)
      if (!isDict(node)) return null
      const stated = numberOf(objects.resolve(node.entries.get('Count'))) ?? 0
      visits += 1
      allVisits += 1
      if (allVisits > mostVisits) throw new TooDeepError()
      // One branch may hang in many places: what is visited counts, not what is written.
      if (Math.max(stated, visits / 2) > inspectionLimits.pages) {
        return one('too-many-pages', String(inspectionLimits.pages))
      }
      const kids = itemsOf(objects.resolve(node.entries.get('Kids')))
      if (kids === null) return null
      if (number !== null) path.add(number)
      for (const kid of kids) {
        const found = walk(kid, depth + 1)
        if (found !== null) return found
      }
      if (number !== null) path.delete(number)
      return null
    }
    const found = walk(root.entries.get('Pages'), 0)
    if (found !== null) return found
  }
  return null
}
