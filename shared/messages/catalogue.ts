import { languages } from './languages'
import type { Words } from './words'

export type Locale = keyof typeof languages

export const locales = Object.keys(languages) as readonly Locale[]

/** What a language calls itself. */
export const languageName = (locale: Locale): string => languages[locale].name

/** What a language is called on a command line: `zh` is short for the Chinese that there is. */
export const shortName = (locale: Locale): string => locale.split('-')[0] ?? locale

export const shortNames = locales.map(shortName)

/** Something for every language. */
export const forEachLocale = <T>(make: (locale: Locale) => T): Readonly<Record<Locale, T>> =>
  Object.fromEntries(locales.map((locale) => [locale, make(locale)])) as Record<Locale, T>

export const messages: Readonly<Record<Locale, Words>> = forEachLocale((locale) => languages[locale].words)

export type { MessageKey, PlainKey } from './words'
