/** Longest quotation that a pin carries (shared/domain/judgement). */
const maxQuote = 2000

/** The text selected on a page; the page that one is on if nothing is selected. */
export function selectionIn(root: HTMLElement | null, page: number): { readonly page: number; readonly quote: string } {
  const selection = window.getSelection()
  const anchor = selection?.anchorNode
  if (selection === null || anchor === null || anchor === undefined || root?.contains(anchor) !== true) {
    return { page, quote: '' }
  }
  const element = anchor instanceof Element ? anchor : anchor.parentElement
  const number = Number(element?.closest<HTMLElement>('[data-page]')?.dataset['page'])
  const quote = selection.toString().replace(/\s+/gu, ' ').trim().slice(0, maxQuote)
  return Number.isInteger(number) && quote !== '' ? { page: number, quote } : { page, quote: '' }
}
