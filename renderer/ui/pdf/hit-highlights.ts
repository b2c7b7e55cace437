import type { TextHit } from './page-text'

/** Names of the highlights in pdf.css. */
const names = { hit: 'pdf-hit', current: 'pdf-hit-current' } as const

/**
 * Marks occurrences on a drawn page without touching its text (CSS custom highlights).
 * @returns how to take the marks off again.
 */
export function markHits(
  textDivs: readonly HTMLElement[],
  hits: readonly TextHit[],
  current: TextHit | null,
): () => void {
  if (!('highlights' in CSS)) return () => undefined
  const marked: [Highlight, Range][] = []
  for (const hit of hits) {
    const range = rangeOf(textDivs, hit)
    if (range === null) continue
    const highlight = highlightNamed(hit === current ? names.current : names.hit)
    highlight.add(range)
    marked.push([highlight, range])
  }
  return () => {
    for (const [highlight, range] of marked) highlight.delete(range)
  }
}

function highlightNamed(name: string): Highlight {
  const present = CSS.highlights.get(name)
  if (present !== undefined) return present
  const made = new Highlight()
  CSS.highlights.set(name, made)
  return made
}

/** The stretch of a drawn page that an occurrence covers; null if its text is not there. */
export function rangeOf(textDivs: readonly HTMLElement[], hit: TextHit): Range | null {
  const from = textDivs[hit.from.item]?.firstChild
  const to = textDivs[hit.to.item]?.firstChild
  if (!(from instanceof Text) || !(to instanceof Text)) return null
  const range = document.createRange()
  range.setStart(from, Math.min(hit.from.offset, from.length))
  range.setEnd(to, Math.min(hit.to.offset, to.length))
  return range
}
