import type { VerifyReport } from '@shared/ipc/verify-report'
import { hasMessage, type Translate } from '@shared/messages/translate'
import { wordsOf } from '@renderer/ui/words'

/** What is wrong: in the words of verifying, or of reading a bundle. */
export function problemWords({ code, params }: VerifyReport['problems'][number], t: Translate): string {
  const key = `verify.${code}`
  return hasMessage(key) ? t(key, params) : wordsOf(t, `error.${code}`, params)
}
