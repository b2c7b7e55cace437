import type { Gap } from '@shared/acts/act'
import { gapSentence } from '@shared/messages/gap-sentence'
import { invalid } from './failure'
import type { CliWorld } from './world'

/** @throws CliFailure with every contradiction in its own sentence: nothing is made of facts that cannot be */
export function refuseContradictions(file: string, gaps: readonly Gap[], { t }: Pick<CliWorld, 't'>): void {
  if (gaps.length === 0) return
  const sentences = [...new Set(gaps.map((gap) => gapSentence(gap, t) ?? gap.code))]
  throw invalid('cli.document.contradicts', { file, sentences: sentences.join(t('punctuation.sentenceGap')) })
}
