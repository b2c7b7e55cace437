/** The languages there are, each by what it calls itself. Another one is a folder beside these, and a line here. */
export const languages = {
  'zh-CN': { name: '中文' },
  en: { name: 'English' },
} satisfies Readonly<Record<string, { readonly name: string }>>

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
