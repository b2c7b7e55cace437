import { useEffect, useRef } from 'react'
import { judgementVerdicts, type JudgementVerdict } from '@shared/domain/judgement'
import { isComposing } from '@renderer/platform/ime'

type Acts = {
  readonly onVerdict: (verdict: JudgementVerdict) => void
  readonly onMove: (by: 1 | -1) => void
  readonly onPin: () => void
  readonly onPage: () => void
}

/**
 * Keys of the review: 1-4 judge, Ctrl+Enter saves and goes on, Alt with an arrow moves, Alt+P pins, F6 changes between page and reason.
 * Nothing acts while an input method composes; digits are text while one types.
 */
export function useReviewKeys(acts: Acts): void {
  const current = useRef(acts)
  useEffect(() => {
    current.current = acts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isComposing(event) || event.defaultPrevented) return
      const act = actOf(event, current.current)
      if (act === null) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [])
}

function actOf(event: KeyboardEvent, { onVerdict, onMove, onPin, onPage }: Acts): (() => void) | null {
  const command = event.ctrlKey || event.metaKey
  if (event.key === 'Enter' && command && !event.altKey) return () => onMove(1)
  if (event.altKey && !command) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowRight') return () => onMove(1)
    if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') return () => onMove(-1)
    return event.code === 'KeyP' ? onPin : null
  }
  if (event.key === 'F6' && !command) return onPage
  if (command || isTyping(event.target)) return null
  const verdict = /^[1-4]$/u.test(event.key) ? judgementVerdicts[Number(event.key) - 1] : undefined
  return verdict === undefined ? null : () => onVerdict(verdict)
}

/** Whether the key goes into a text: then it is a character, not an answer. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(target.type)))
