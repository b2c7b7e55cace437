import type { VerifyReport } from '@shared/ipc/verify-report'
import { sentenceOf, type Translate } from '@shared/messages/translator'

/** What is wrong: in the words of verifying, or of reading a bundle. */
export function problemWords({ code, params }: VerifyReport['problems'][number], t: Translate): string {
  return sentenceOf(t, `verify.${code}`, params) ?? sentenceOf(t, `error.${code}`, params) ?? `error.${code}`
}
