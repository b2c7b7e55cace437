/** Whether every object lies where the tables say, and nowhere inside of something else. */
import type { FoundObject } from './cross-references'
import type { PdfView } from './pdf-view'
import { latin1, PdfStructureError } from './syntax'

/** Nobody needs a longer list to know that a file lies. */
const enough = 100

/**
 * Reads every object that any save of the file placed in it. Gives the numbers of those that lie inside a stream, a
 * comment, or another object, or are not where the table says: what a reader shows there is not what stands in the
 * file. No more than the first hundred that cannot be read.
 */
export function misplacedObjects(view: PdfView): number[] {
  const misplaced = new Set<number>()
  const found: Pick<FoundObject, 'number' | 'start' | 'end'>[] = []
  for (const number of view.numbers()) {
    if (misplaced.size >= enough) break
    try {
      const object = view.foundAt(number)
      if (object === undefined) continue
      found.push({ number, start: object.start, end: object.end })
    } catch (error) {
      if (!(error instanceof PdfStructureError)) throw error
      misplaced.add(number)
    }
  }
  found.sort((a, b) => a.start - b.start)
  let [end, isInComment] = [0, false]
  for (const { number, start, end: endOfThis } of found) {
    isInComment = opensComment(view.bytes, end, start, isInComment)
    if (start < end || isInComment) misplaced.add(number)
    end = Math.max(end, endOfThis)
  }
  return [...misplaced].toSorted((a, b) => a - b)
}

/**
 * A percent sign stands on the line before it, behind whatever object ended there, and not just the end marker of an
 * earlier save; or the comment before reaches so far.
 */
function opensComment(bytes: Uint8Array, from: number, start: number, wasInComment: boolean): boolean {
  let lineAt = start
  while (lineAt > from && bytes[lineAt - 1] !== 10 && bytes[lineAt - 1] !== 13) lineAt -= 1
  const before = latin1(bytes, lineAt, start)
    .replace(/^%%EOF/, '')
    .includes('%')
  return before || (wasInComment && lineAt <= from)
}
