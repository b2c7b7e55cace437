import { createContext, useContext, type ReactNode } from 'react'
import type { Locale } from '@shared/messages/catalogue'
import { createTranslators, type Translate } from '@shared/messages/translate'

const translators = createTranslators()

const TranslationContext = createContext<{ readonly locale: Locale; readonly t: Translate }>({
  locale: 'zh-CN',
  t: translators['zh-CN'],
})

export function TranslationProvider({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  return <TranslationContext value={{ locale, t: translators[locale] }}>{children}</TranslationContext>
}

/** `t('key', params)` in the language that the person chose. */
export const useTranslation = () => useContext(TranslationContext)
