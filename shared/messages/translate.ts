import { createInstance } from 'i18next'
import { messages, type Locale, type MessageKey } from './catalogue'

export type MessageParams = Readonly<Record<string, string | number>>

/** Words for a key in one language; `{{name}}` is filled from params. An unfilled field is a bug and throws. */
export type Translate = (key: MessageKey, params?: MessageParams) => string

export function createTranslator(locale: Locale): Translate {
  const instance = createInstance({
    lng: locale,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { [locale]: { translation: messages[locale] } },
    missingInterpolationHandler: (text: string) => {
      throw new Error(`message has an unfilled field: ${text}`)
    },
  })
  void instance.init()
  // Words without fields are looked up once: a list of thousands of records asks for the same few again and again.
  const fixed = new Map<MessageKey, string>()
  return (key, params) => {
    if (params !== undefined) return instance.t(key, params)
    const words = fixed.get(key) ?? instance.t(key, {})
    fixed.set(key, words)
    return words
  }
}

/** Whether a key built from data (a rule id, a status) has words. */
export const hasMessage = (key: string): key is MessageKey => Object.hasOwn(messages['zh-CN'], key)
