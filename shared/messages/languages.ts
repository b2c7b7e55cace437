import { en } from './en/index'
import type { Words } from './words'
import { zh } from './zh/index'

/** The languages there are, each by what it calls itself. Another one is a folder beside these, and a line here. */
export const languages = {
  'zh-CN': { name: '中文', words: zh },
  en: { name: 'English', words: en },
} satisfies Readonly<Record<string, { readonly name: string; readonly words: Words }>>
