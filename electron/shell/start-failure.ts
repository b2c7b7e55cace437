import { fileSystemError, HostFailure } from '@host/lib/failure'
import { sentenceOf, type Translate } from '@shared/messages/translator'

/** One sentence for what kept the desk from opening. */
export function describeStartFailure(error: unknown, t: Translate): string {
  const known = error instanceof HostFailure ? error.error : fileSystemError(error)
  const sentence = known === null ? null : sentenceOf(t, `error.${known.code}`, known.params)
  return sentence ?? t('shell.failed', { reason: error instanceof Error ? error.message : String(error) })
}
