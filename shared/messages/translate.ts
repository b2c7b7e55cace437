import { forEachLocale, messages, type Locale } from './catalogue'
import type { Filling, MessageKey, MessageParams, PlainKey } from './words'

export type { MessageParams } from './words'

/** Words for a key in one language, `{{name}}` filled from params. A place that is given nothing does not compile. */
export interface Translate {
  (key: PlainKey): string
  <Key extends MessageKey>(key: Key, params: Filling<Key>): string
}

/** A text between places, in turn: what stands before the first place, its name, what stands behind it, and so on. */
const partsOf = (text: string): readonly string[] => text.split(/\{\{(\w+)\}\}/u)

/** @throws Error where a place is left unfilled, which only a key known at run time alone can bring about: a bug */
function fill(parts: readonly string[], params: MessageParams): string {
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return part
      const value = params[part]
      if (value === undefined) throw new Error(`message has an unfilled place: ${part} in ${parts.join(' ')}`)
      return String(value)
    })
    .join('')
}

export function createTranslator(locale: Locale): Translate {
  const words = messages[locale]
  // A text is taken apart once: a list of thousands of records asks for the same few again and again.
  const taken = new Map<MessageKey, readonly string[]>()
  return (key: MessageKey, params: MessageParams = {}) => {
    const parts = taken.get(key) ?? partsOf(words[key])
    taken.set(key, parts)
    return parts.length === 1 ? words[key] : fill(parts, params)
  }
}

/** One translator for each language. */
export const createTranslators = (): Readonly<Record<Locale, Translate>> => forEachLocale(createTranslator)

/** Whether a key built from data has a message. */
export const hasMessage = (key: string): key is MessageKey => Object.hasOwn(messages['zh-CN'], key)

/** Whether a key built from data (a rule id, a status) has words that need nothing. */
export const hasWords = (key: string): key is PlainKey =>
  hasMessage(key) && partsOf(messages['zh-CN'][key]).length === 1

/** The sentence of a key built from data, filled with what is at hand; null where nobody wrote one. */
export const sentenceOf = (t: Translate, key: string, params: MessageParams = {}): string | null =>
  hasMessage(key) ? (t as (key: MessageKey, params: MessageParams) => string)(key, params) : null
