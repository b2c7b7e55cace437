import { mostBoxes } from '@shared/domain/reading-mark'
import { boxesOfRange, unionOf } from './page-boxes'
import { turnOf, type Turns } from './page-place'
import type { PageMark } from './pdf-source'

/** Longest quotation that a pin or a mark carries (shared/domain). */
const maxQuote = 2000

export const plainQuote = (words: string): string => words.replace(/\s+/gu, ' ').trim().slice(0, maxQuote)

/** A stretch of text on a page as what is marked of it. */
export function markOfRange(range: Range, page: HTMLElement, turns: Turns): PageMark {
  const number = Number(page.dataset['page'])
  const boxes = boxesOfRange(range, page, turnOf(turns, number)).slice(0, mostBoxes)
  return { page: number, quote: plainQuote(range.toString()), region: unionOf(boxes), boxes }
}

/** The text selected on a page of a viewer, as far as it goes on that page; null if nothing is selected there. */
export function selectionIn(root: HTMLElement | null, turns: Turns): PageMark | null {
  const selection = window.getSelection()
  const anchor = selection?.anchorNode
  if (selection === null || selection.rangeCount === 0) return null
  if (anchor === null || anchor === undefined || root?.contains(anchor) !== true) return null
  const element = anchor instanceof Element ? anchor : anchor.parentElement
  const page = element?.closest<HTMLElement>('[data-page]') ?? null
  if (page === null) return null
  const range = selection.getRangeAt(0).cloneRange()
  // What goes on over the page is another place.
  const layer = page.querySelector('.pdf-text') ?? page
  if (!layer.contains(range.startContainer)) range.setStart(layer, 0)
  if (!layer.contains(range.endContainer)) range.setEnd(layer, layer.childNodes.length)
  const mark = markOfRange(range, page, turns)
  return mark.quote === '' ? null : mark
}
