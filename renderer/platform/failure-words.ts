import { hasMessage, type Translate } from '@shared/messages/translate'
import { HostCallError, HostFailure } from './bridge'

/** The sentence of a failure in the person's language: what happened, what it means, what to do. */
export function failureWords(error: unknown, t: Translate): string {
  if (error instanceof HostFailure) {
    const key = `error.${error.error.code}`
    if (hasMessage(key)) return t(key, error.error.params)
    return t('failure.action', { detail: error.error.code })
  }
  if (error instanceof HostCallError) {
    if (error.code === 'unreachable') return t('failure.unreachable')
    if (error.code === 'locked') return t('failure.locked')
    if (error.code === 'not-writer') return t('failure.notWriter')
    if (error.code === 'bad-input') return t('failure.badInput', { detail: error.message })
  }
  return t('failure.action', { detail: error instanceof Error ? error.message : String(error) })
}
