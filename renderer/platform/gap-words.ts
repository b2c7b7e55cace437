import type { Gap, GapCode } from '@shared/acts/act'
import type { MessageKey } from '@shared/messages/catalogue'
import { hasMessage, type Translate } from '@shared/messages/translate'

/** The sentence of each gap. */
const sentences: Readonly<Record<GapCode, MessageKey>> = {
  needed: 'act.needed',
  'need-date': 'common.needDate',
  'need-minutes': 'consultation.needMinutes',
  'need-decision': 'consultation.needDecision',
  'not-offered': 'act.notOffered',
  blocked: 'act.blockedBy',
  'not-yet': 'act.notYet',
  'no-term': 'batch.readBack.noTerm',
}

/** What is in the way of an act, and of the rules each by its title. */
export function gapWords({ code, rules, day }: Gap, t: Translate): string {
  const titles = rules.map((id) => {
    const key = `rule.${id}.title`
    return hasMessage(key) ? t(key) : id
  })
  return t(sentences[code], { rules: titles.join(t('punctuation.semicolon')), day: day ?? '' })
}
