import { createContext, useContext, type ReactNode } from 'react'
import type { Locale } from '@shared/messages/catalogue'
import { createTranslator, type Translate } from '@shared/messages/translate'

const translators: Readonly<Record<Locale, Translate>> = {
  'zh-CN': createTranslator('zh-CN'),
  en: createTranslator('en'),
}

const TranslationContext = createContext<{ readonly locale: Locale; readonly t: Translate }>({
  locale: 'zh-CN',
  t: translators['zh-CN'],
})

export function TranslationProvider({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  return <TranslationContext value={{ locale, t: translators[locale] }}>{children}</TranslationContext>
}

/** `t('key', params)` in the language that the person chose. */
export const useTranslation = () => useContext(TranslationContext)
