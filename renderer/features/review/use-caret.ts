import { useEffect, useEffectEvent, type RefObject } from 'react'
import { keepReading, readingPlaceOf, type DossierKey } from '@renderer/stores/reading-place'

/** Nobody has the keyboard: what had it is gone, or the page has just come. */
export const isFree = (): boolean => document.activeElement === null || document.activeElement === document.body

/**
 * Keeps where the keyboard is, in which text and at which letter, and how far the column is scrolled; puts both back
 * when the column comes again.
 */
export function useCaret(dossier: DossierKey, column: RefObject<HTMLElement | null>): void {
  const restore = useEffectEvent(() => {
    const { focus, judgingTop } = readingPlaceOf(dossier)
    column.current?.querySelector('.review-scroll')?.scrollTo({ top: judgingTop, behavior: 'instant' })
    if (focus?.kind !== 'field' || !isFree()) return
    const field = [...(column.current?.querySelectorAll('textarea') ?? [])].find(
      ({ dataset }) => dataset['field'] === focus.field,
    )
    field?.focus({ preventScroll: true })
    field?.setSelectionRange(focus.start, focus.end)
  })
  const note = useEffectEvent(() => {
    const field = document.activeElement
    if (field instanceof HTMLTextAreaElement && column.current?.contains(field) === true) {
      const { selectionStart: start, selectionEnd: end, dataset } = field
      keepReading(dossier, { focus: { kind: 'field', field: dataset['field'] ?? '', start, end } })
    } else if (field?.classList.contains('pdf-window') === true) {
      keepReading(dossier, { focus: { kind: 'pages' } })
    }
  })
  const noteScroll = useEffectEvent((event: Event) => {
    const scrolled = event.target
    if (scrolled instanceof HTMLElement && scrolled.classList.contains('review-scroll')) {
      keepReading(dossier, { judgingTop: scrolled.scrollTop })
    }
  })
  useEffect(() => {
    restore()
    const onSelection = () => note()
    const onScroll = (event: Event) => noteScroll(event)
    const place = column.current
    document.addEventListener('selectionchange', onSelection)
    document.addEventListener('focusin', onSelection)
    place?.addEventListener('scroll', onScroll, { capture: true, passive: true })
    return () => {
      document.removeEventListener('selectionchange', onSelection)
      document.removeEventListener('focusin', onSelection)
      place?.removeEventListener('scroll', onScroll, { capture: true })
    }
  }, [column])
}
