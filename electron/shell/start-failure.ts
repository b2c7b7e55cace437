import { fileSystemError, HostFailure } from '@host/lib/failure'
import { hasMessage, type Translate } from '@shared/messages/translate'

/** One sentence for what kept the desk from opening. */
export function describeStartFailure(error: unknown, t: Translate): string {
  const known = error instanceof HostFailure ? error.error : fileSystemError(error)
  if (known !== null) {
    const key = `error.${known.code}`
    if (hasMessage(key)) return t(key, known.params)
  }
  return t('shell.failed', { reason: error instanceof Error ? error.message : String(error) })
}
