import { useEffect, useRef } from 'react'
import { judgementVerdicts, type JudgementVerdict } from '@shared/domain/judgement'
import { readingMarkKinds, type ReadingMarkKind } from '@shared/domain/reading-mark'
import { isComposing } from '@renderer/platform/ime'

type Acts = {
  /** `null` takes the verdict away. */
  readonly onVerdict: (verdict: JudgementVerdict | null) => void
  readonly onMove: (by: 1 | -1) => void
  readonly onPin: () => void
  readonly onPage: () => void
  readonly onSearch: () => void
  readonly onSearchAll: () => void
  readonly onStep: (by: 1 | -1) => void
  readonly onMaterials: () => void
  readonly onSplit: () => void
  readonly onMark: (kind: ReadingMarkKind) => void
  readonly onMarks: () => void
  readonly onDraw: () => void
  /** Opens the next pin of the criterion. */
  readonly onOpenPin: () => void
  /** Opens the next or the previous fact of the criterion. */
  readonly onFact: (by: 1 | -1) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

/**
 * Keys of the review: 1-4 judge, 0 takes the verdict away, Ctrl+Z and Ctrl+Y take back and do again (in a text its own
 * steps first), Ctrl+Enter saves and goes on, Alt with ↑ ↓ moves between criteria, with ← → between the places that one
 * read at; Alt+P pins, Alt+O opens the next pin, Alt+J the next fact (with Shift the one before), Alt+1-3 mark, Alt+B
 * draws a rectangle, Alt+K lists the marks; Alt+M folds the materials, Alt+S shows two places; F6 changes between page
 * and reason; Ctrl+F finds in the file, with Shift in the dossier. Nothing acts while an input method composes; digits
 * are text while one types.
 */
export function useReviewKeys(acts: Acts): void {
  const current = useRef(acts)
  useEffect(() => {
    current.current = acts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isComposing(event) || event.defaultPrevented) return
      const way = wayOf(event)
      if (way !== null && isTyping(event.target)) {
        ownStepFirst(event.target, way, () => current.current[way]())
        return
      }
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

function actOf(event: KeyboardEvent, acts: Acts): (() => void) | null {
  // What stands over the desk has the keyboard.
  if (event.target instanceof Element && event.target.closest('[role="dialog"]') !== null) return null
  const command = event.ctrlKey || event.metaKey
  if (event.key === 'Enter' && command && !event.altKey) return () => acts.onMove(1)
  if (command && !event.altKey && event.key.toLowerCase() === 'f') {
    return event.shiftKey ? acts.onSearchAll : acts.onSearch
  }
  if (event.altKey && !command) {
    const kind = /^Digit[123]$/u.test(event.code) ? readingMarkKinds[Number(event.code.slice(5)) - 1] : undefined
    return kind === undefined ? alternative(event, acts) : () => acts.onMark(kind)
  }
  const way = wayOf(event)
  if (way !== null) return acts[way]
  if (event.key === 'F6' && !command) return acts.onPage
  if (command || isTyping(event.target)) return null
  const digit = event.key.normalize('NFKC')
  if (digit === '0' && !event.altKey) return () => acts.onVerdict(null)
  const verdict = /^[1-4]$/u.test(digit) ? judgementVerdicts[Number(digit) - 1] : undefined
  return verdict === undefined ? null : () => acts.onVerdict(verdict)
}

type Way = 'onUndo' | 'onRedo'

/** Ctrl+Z takes back, Ctrl+Y and Ctrl+Shift+Z do again. */
function wayOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Way | null {
  if (!(ctrlKey || metaKey) || altKey) return null
  if (key.toLowerCase() === 'z') return shiftKey ? 'onRedo' : 'onUndo'
  return key.toLowerCase() === 'y' && !shiftKey ? 'onRedo' : null
}

/** A text takes its own typing back; where it has none, the step before it is taken back. */
function ownStepFirst(target: EventTarget | null, way: Way, act: () => void): void {
  if (!(target instanceof HTMLTextAreaElement) || target.closest('.review-judging') === null) return
  const kind = way === 'onUndo' ? 'historyUndo' : 'historyRedo'
  let isDone = false
  const note = (event: Event) => {
    if (event instanceof InputEvent && event.inputType === kind) isDone = true
  }
  target.addEventListener('input', note)
  // The browser acts directly behind the key.
  setTimeout(() => {
    target.removeEventListener('input', note)
    if (!isDone) act()
  })
}

function alternative({ key, code, shiftKey }: KeyboardEvent, acts: Acts): (() => void) | null {
  switch (key) {
    case 'ArrowDown':
      return () => acts.onMove(1)
    case 'ArrowUp':
      return () => acts.onMove(-1)
    case 'ArrowLeft':
      return () => acts.onStep(-1)
    case 'ArrowRight':
      return () => acts.onStep(1)
  }
  switch (code) {
    case 'KeyP':
      return acts.onPin
    case 'KeyM':
      return acts.onMaterials
    case 'KeyS':
      return acts.onSplit
    case 'KeyK':
      return acts.onMarks
    case 'KeyB':
      return acts.onDraw
    case 'KeyO':
      return acts.onOpenPin
    case 'KeyJ':
      return () => acts.onFact(shiftKey ? -1 : 1)
    default:
      return null
  }
}

/** Whether the key goes into a text: then it is a character, not an answer. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(target.type)))
