import { en } from './en/index'
import type { Locale } from './languages'
import type { Words } from './words'
import { zh } from './zh/index'

/**
 * All words of all languages: for programs that have them at hand. A page reads those of its own language, when it
 * wants them (`renderer/platform/language-words.ts`).
 */
export const messages: Readonly<Record<Locale, Words>> = { 'zh-CN': zh, en }

export type { Locale } from './languages'
export type { MessageKey, PlainKey } from './words'
