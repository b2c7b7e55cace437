import type { Translate } from '@shared/messages/translate'
import type { Completeness, WantedMaterial } from '@shared/regulation/completeness'
import { wordsOf } from '@renderer/ui/words'

/**
 * What is missing or wrong with the materials, one line each, to put into a request. For a filing these are the three
 * of Art. 7 and no more; what a pilot application shows is asked for when there is one.
 */
export const missingWords = (
  { filing, application }: Completeness,
  t: Translate,
  stage: WantedMaterial['stage'],
): string =>
  (stage === 'filing' ? filing : [...filing, ...application])
    .filter(({ problems }) => problems.length > 0)
    .map(
      ({ code, problems }) =>
        `${wordsOf(t, `materialCode.${code}`)}：${problems.map((problem) => wordsOf(t, `material.problem.${problem}`)).join('、')}`,
    )
    .join('\n')
