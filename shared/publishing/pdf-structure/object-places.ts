/** Whether every object lies where the tables say, and nowhere inside of something else. */
import type { FoundObject } from './cross-references'
import type { PdfView } from './pdf-view'
import { latin1, PdfStructureError } from './syntax'

/**
 * Reads every object that any save of the file placed in it. Gives the numbers of those that lie inside a stream, a comment,
 * or another object, or are not where the table says: what a reader shows there is not what stands in the file.
 */
export function misplacedObjects(view: PdfView): number[] {
  const misplaced = new Set<number>()
  const found: FoundObject[] = []
  for (const number of view.numbers()) {
    try {
      const object = view.foundAt(number)
      if (object === undefined) continue
      found.push(object)
      if (isInComment(view.bytes, object.start)) misplaced.add(number)
    } catch (error) {
      if (!(error instanceof PdfStructureError)) throw error
      misplaced.add(number)
    }
  }
  found.sort((a, b) => a.start - b.start)
  let end = 0
  for (const object of found) {
    if (object.start < end) misplaced.add(object.number)
    end = Math.max(end, object.end)
  }
  return [...misplaced].toSorted((a, b) => a - b)
}

/** A percent sign stands before it on its line, and not just the end marker of an earlier save. */
function isInComment(bytes: Uint8Array, start: number): boolean {
  let lineAt = start
  while (lineAt > 0 && bytes[lineAt - 1] !== 10 && bytes[lineAt - 1] !== 13) lineAt -= 1
  return latin1(bytes, lineAt, start)
    .replace(/^%%EOF/, '')
    .includes('%')
}
