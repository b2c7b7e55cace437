import { HostFailure } from '@host/failure'
import { hasMessage, type Translate } from '@shared/messages/translate'

/** One sentence for what kept the desk from opening. */
export function describeStartFailure(error: unknown, t: Translate): string {
  if (error instanceof HostFailure) {
    const key = `error.${error.error.code}`
    if (hasMessage(key)) return t(key, error.error.params)
  }
  return t('shell.failed', { reason: error instanceof Error ? error.message : String(error) })
}
