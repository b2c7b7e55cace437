import { describe, expect, it } from 'vitest'
import { messages, type MessageKey } from '@shared/messages/catalogue'
import { locales } from '@shared/messages/languages'

const keys = Object.keys(messages['zh-CN']) as MessageKey[]
const placesOf = (text: string): readonly string[] => [...new Set(text.match(/\{\{.*?\}\}/gu))].toSorted()

describe.each(locales)('the words of %s', (locale) => {
  const words = messages[locale]

  it('are there for every message, and for none that Chinese does not have', () => {
    expect(Object.keys(words).toSorted()).toEqual(keys.toSorted())
    expect(keys.filter((key) => words[key].trim() === '' && !key.startsWith('punctuation.'))).toEqual([])
  })

  it('have the places of the Chinese sentence, and no other braces', () => {
    const other = keys.filter((key) => placesOf(words[key]).join() !== placesOf(messages['zh-CN'][key]).join())
    expect(other).toEqual([])
    expect(keys.filter((key) => /\{\{|\}\}/u.test(words[key].replaceAll(/\{\{\w+\}\}/gu, '')))).toEqual([])
  })
})
