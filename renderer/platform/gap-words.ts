import type { Gap, GapCode } from '@shared/acts/act'
import type { RuleId } from '@shared/domain/rule-ids'
import type { MessageKey } from '@shared/messages/catalogue'
import { gapSentence } from '@shared/messages/gap-sentence'
import { hasWords, type Translate } from '@shared/messages/translator'

/** The sentence of each gap; of others it is the message `gap.<code>`. */
const sentences = {
  needed: 'act.needed',
  'need-date': 'common.needDate',
  'need-minutes': 'consultation.needMinutes',
  'need-decision': 'consultation.needDecision',
  'need-verdict': 'checks.needVerdict',
  'need-reason': 'checks.needReason',
  'need-division': 'review.needDivision',
  'need-standing': 'review.needStanding',
  'need-conclusion': 'review.needConclusion',
  'need-signer': 'review.needSigner',
  'need-title': 'panels.needTitle',
  'need-dossier': 'panels.needDossier',
  'need-members': 'panels.needMembers',
  'need-pledge': 'recusal.needPledge',
  'not-offered': 'act.notOffered',
  blocked: 'act.blockedBy',
  'not-yet': 'act.notYet',
  'no-term': 'batch.readBack.noTerm',
} as const satisfies Partial<Readonly<Record<GapCode, MessageKey>>>

/** Codes with a sentence of their own: a new one must have its message, or stand above. */
type OwnSentence = Exclude<GapCode, keyof typeof sentences>
const ownKey = (code: OwnSentence): `gap.${OwnSentence}` => `gap.${code}`

/** What a rule in the way of an act misses, in plain words: never the sentence of the rule that would be met. */
export function blockWords(ruleId: RuleId, t: Translate): string {
  const key = `block.${ruleId}`
  if (hasWords(t, key)) return t(key)
  const title = `rule.${ruleId}.title`
  return t('block.other', { rule: hasWords(t, title) ? t(title) : ruleId })
}

/** What is in the way of an act, and of the rules each in plain words. */
export function gapWords(gap: Gap, t: Translate): string {
  const { code, rules, day } = gap
  if (!hasSentence(code)) return gapSentence(gap, t) ?? ownKey(code)
  return t(sentences[code], { rules: rules.map((id) => blockWords(id, t)).join(''), day: day ?? '' })
}

const hasSentence = (code: GapCode): code is keyof typeof sentences => Object.hasOwn(sentences, code)

/** All that is wrong with one field, in words; null if nothing is. */
export function wordsAt(gaps: readonly Gap[], field: string, t: Translate): string | null {
  const words = gaps.filter((gap) => gap.field === field).map((gap) => gapWords(gap, t))
  return words.length === 0 ? null : [...new Set(words)].join(t('punctuation.sentenceGap'))
}
