import { enOpening } from '@shared/messages/en/opening'
import { forEachLocale, type Locale } from '@shared/messages/languages'
import { translatorOf, type Translate } from '@shared/messages/translator'
import type { Words } from '@shared/messages/words'
import { zhOpening } from '@shared/messages/zh/opening'
import { wordReaders } from './word-readers'

const opening: Readonly<Partial<Record<Locale, Partial<Words>>>> = { 'zh-CN': zhOpening, en: enOpening }

/** What each language says, as far as it is read: from the first moment on, what a closed desk says. */
const spoken = forEachLocale((locale) => {
  const words: Partial<Words> = { ...(opening[locale] ?? enOpening) }
  return { words, t: translatorOf(words) }
})
const asked = new Set<Locale>()
const readings = new Map<Locale, Promise<void>>()

/** Speaks a language with the words that are read by the time it speaks. */
export const translatorFor = (locale: Locale): Translate => spoken[locale].t

/** From now on, what is shown has to have all words of this language. */
export const askForWords = (locale: Locale): void => void asked.add(locale)

/**
 * Reads all words of a language, once.
 * @throws TypeError where the host does not give them; they may be asked for again
 */
export function readWords(locale: Locale): Promise<void> {
  askForWords(locale)
  const before = readings.get(locale)
  if (before !== undefined) return before
  const reading = wordReaders[locale]().then((words) => {
    Object.assign(spoken[locale].words, words)
  })
  readings.set(locale, reading)
  reading.catch(() => readings.delete(locale))
  return reading
}

/**
 * Waits for all words of every language that anybody asked for: whatever is shown then has its words.
 * @throws TypeError where the host does not give them
 */
export async function allWordsAsked(): Promise<void> {
  await Promise.all([...asked].map(readWords))
}
