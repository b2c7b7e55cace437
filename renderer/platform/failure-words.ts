import { ZodError } from 'zod'
import { placeWords, shapeSentences } from '@shared/messages/shape-words'
import type { Translate } from '@shared/messages/translate'
import { errorSentence } from '@shared/messages/error-sentence'
import { ActRefused } from './act-refused'
import { HalfCharacter } from '@shared/lib/half-character'
import { HostCallError, HostFailure } from './host-failure'
import { gapWords } from './gap-words'
import { ShapeRefused } from './shape-refused'

/** The sentence of a failure in the person's language: what happened, what it means, what to do. */
export function failureWords(error: unknown, t: Translate): string {
  if (error instanceof HostFailure) {
    return errorSentence(error.error, t) ?? t('failure.action', { detail: error.error.code })
  }
  if (error instanceof ActRefused) return [...new Set(error.gaps.map((gap) => gapWords(gap, t)))].join('')
  if (error instanceof HostCallError) {
    if (error.code === 'unreachable') return t('failure.unreachable')
    if (error.code === 'locked') return t('failure.locked')
    if (error.code === 'not-writer') return t('failure.notWriter')
    if (error.code === 'bad-input') return t('failure.refusedShape')
    return t('failure.unfinished')
  }
  if (error instanceof ShapeRefused || error instanceof ZodError) {
    const value = error instanceof ShapeRefused ? error.value : {}
    return t('failure.badInput', {
      detail: shapeSentences(error.issues, value, t, (path) => placeWords(path, t)),
    })
  }
  if (error instanceof HalfCharacter) return t('failure.halfCharacter', { before: error.before })
  return t('failure.action', { detail: error instanceof Error ? error.message : String(error) })
}
