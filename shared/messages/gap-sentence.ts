import { hasWords, sentenceOf, type MessageParams, type Translate } from './translator'

/** What keeps something from being done, as `Gap` of shared/acts says it. */
type Gap = {
  readonly code: string
  readonly fault?: {
    readonly day: string
    readonly on: string
    readonly than: string
    readonly thanOn: string
  }
  readonly params?: MessageParams
}

/**
 * The message `gap.<code>` with the two days that contradict each other, and the dossier where there are several; or
 * null.
 */
export function gapSentence({ code, fault, params = {} }: Gap, t: Translate): string | null {
  const days = fault === undefined ? {} : { ...fault, day: dayWords(fault.day, t), than: dayWords(fault.than, t) }
  const sentence = sentenceOf(t, `gap.${code}`, { ...params, ...days })
  if (sentence === null) return null
  const name = fault === undefined ? '' : String(params['name'] ?? '')
  return name === '' ? sentence : t('gap.of', { name, sentence })
}

function dayWords(name: string, t: Translate): string {
  const key = `day.${name}`
  return hasWords(t, key) ? t(key) : name
}
