import { createContext, useContext, type ReactNode } from 'react'
import type { Locale } from '@shared/messages/languages'
import type { Translate } from '@shared/messages/translator'
import { translatorFor } from '@renderer/platform/language-words'

const TranslationContext = createContext<{ readonly locale: Locale; readonly t: Translate }>({
  locale: 'zh-CN',
  t: translatorFor('zh-CN'),
})

export function TranslationProvider({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  return <TranslationContext value={{ locale, t: translatorFor(locale) }}>{children}</TranslationContext>
}

/** `t('key', params)` in the language that the person chose. */
export const useTranslation = () => useContext(TranslationContext)
