import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { messages, type MessageKey } from '@shared/messages/catalogue'
import type { ShownText } from './screens'

/** Texts that are data in any language: dossiers, people, the office's lists, the regulation. */
export class DataWords {
  readonly #whole = new Set<string>()
  #joined = ''

  add(value: unknown): this {
    if (typeof value === 'string') {
      this.#whole.add(value.trim())
      this.#joined += `\n${value}`
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) this.add(key).add(item)
    }
    return this
  }

  addJson(...paths: readonly string[]): this {
    for (const path of paths) this.add(JSON.parse(readFileSync(resolve(path), 'utf8')))
    return this
  }

  addFolder(folder: string): this {
    return this.addJson(
      ...readdirSync(resolve(folder))
        .filter((name) => name.endsWith('.json'))
        .map((name) => join(folder, name)),
    )
  }

  /**
   * Whether every run of Chinese in the text is data, and the text is not a message that happens to stand in the data.
   */
  accounts(text: string): boolean {
    if (this.#whole.has(text)) return true
    if (chineseMessages.has(text)) return false
    // Beside Latin letters a full-width mark is a word of the interface as well.
    const runs = /[A-Za-z]/u.test(text) ? /[\p{Script=Han}、，。：；]+/gu : /\p{Script=Han}+/gu
    return (text.match(runs) ?? []).every((run) => this.#joined.includes(run))
  }
}

const chineseMessages: ReadonlySet<string> = new Set(Object.values(messages['zh-CN']))

/** Chinese of the interface on a screen that is to be English. */
export const chineseOf = (texts: readonly ShownText[], data: DataWords): readonly string[] => [
  ...new Set(
    texts
      .filter(({ text }) => /[\p{Script=Han}、，。：；]/u.test(text) && !data.accounts(text))
      .map(({ text, from }) => `${from} ${text.slice(0, 80)}`),
  ),
]

const isKey = (word: string): boolean => (word as MessageKey) in messages.en
const families = new Set(Object.keys(messages.en).map((key) => key.split('.')[0]!))

/** Keys, placeholders and values that should have become words. */
export const untranslated = (texts: readonly ShownText[]): readonly string[] => [
  ...new Set(
    texts.flatMap(({ text, from }) => {
      const words = text.match(/[a-zA-Z][\w-]*(?:\.[\w-]+)+/gu) ?? []
      const keys = words.filter(
        (word) => isKey(word) || (/^[a-z]\w*(?:\.[a-z][\w-]*)+$/u.test(word) && families.has(word.split('.')[0]!)),
      )
      const broken = /\{\{|\}\}|\bundefined\b|\bNaN\b|\[object /u.test(text)
      return keys.length > 0 || broken ? [`${from} ${text.slice(0, 80)}`] : []
    }),
  ),
]
