import type { Translate } from '@shared/messages/translate'
import type { Completeness } from '@shared/regulation/completeness'
import { wordsOf } from '@renderer/ui/words'

/** What is missing or wrong with the materials, one line each, to put into a request. */
export const missingWords = ({ filing, application }: Completeness, t: Translate): string =>
  [...filing, ...application]
    .filter(({ problems }) => problems.length > 0)
    .map(
      ({ code, problems }) =>
        `${wordsOf(t, `materialCode.${code}`)}：${problems.map((problem) => wordsOf(t, `material.problem.${problem}`)).join('、')}`,
    )
    .join('\n')
