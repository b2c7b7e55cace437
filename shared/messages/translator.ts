import type { Filling, MessageKey, MessageParams, PlainKey, Words } from './words'

export type { MessageParams } from './words'

/** Words for a key in one language, `{{name}}` filled from params. A place that is given nothing does not compile. */
export interface Translate {
  (key: PlainKey): string
  <Key extends MessageKey>(key: Key, params: Filling<Key>): string
  /** The words as they stand, for keys built from data; undefined where nobody wrote any. */
  readonly textOf: (key: string) => string | undefined
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

/**
 * Speaks with the words of one language, which may grow: a page has those of a closed desk first, and all of them
 * before anything else is shown.
 * @throws Error when asked for words that are not there: a bug
 */
export function translatorOf(words: Partial<Words>): Translate {
  const textOf = (key: string): string | undefined => (Object.hasOwn(words, key) ? words[key as MessageKey] : undefined)
  // A text is taken apart once: a list of thousands of records asks for the same few again and again.
  const taken = new Map<MessageKey, readonly string[]>()
  const partsFor = (key: MessageKey): readonly string[] => {
    const text = words[key]
    if (text === undefined) throw new Error(`no words for ${key}`)
    const parts = partsOf(text)
    taken.set(key, parts)
    return parts
  }
  const speak = (key: MessageKey, params: MessageParams = {}): string => {
    const parts = taken.get(key) ?? partsFor(key)
    return parts.length === 1 ? (parts[0] ?? '') : fill(parts, params)
  }
  return Object.assign(speak, { textOf })
}

/** Whether a key built from data (a rule id, a status) has words that need nothing. */
export function hasWords(t: Translate, key: string): key is PlainKey {
  const text = t.textOf(key)
  return text !== undefined && partsOf(text).length === 1
}

/** The sentence of a key built from data, filled with what is at hand; null where nobody wrote one. */
export const sentenceOf = (t: Translate, key: string, params: MessageParams = {}): string | null =>
  t.textOf(key) === undefined ? null : (t as (key: string, params: MessageParams) => string)(key, params)
