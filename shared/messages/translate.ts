import { messages } from './catalogue'
import { forEachLocale, type Locale } from './languages'
import { translatorOf, type Translate } from './translator'
import type { MessageKey } from './words'

export type { Translate } from './translator'

/** Speaks a language of which all words are at hand. */
export const createTranslator = (locale: Locale): Translate => translatorOf(messages[locale])

/** One translator for each language. */
export const createTranslators = (): Readonly<Record<Locale, Translate>> => forEachLocale(createTranslator)

/** Whether a key built from data has a message. */
export const hasMessage = (key: string): key is MessageKey => Object.hasOwn(messages['zh-CN'], key)
