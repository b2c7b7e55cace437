import type { Locale } from '@shared/messages/languages'
import type { Words } from '@shared/messages/words'

/** What reads all words of a language: a script of its own for each. */
export const wordReaders: Readonly<Record<Locale, () => Promise<Words>>> = {
  'zh-CN': async () => (await import('@shared/messages/zh/index')).zh,
  en: async () => (await import('@shared/messages/en/index')).en,
}
