import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { actNames } from '@shared/documents/vocabulary/acts'
import { paperName } from '@shared/documents/vocabulary/papers'
import { refusals } from '@shared/documents/vocabulary/refusals'
import { messages, type MessageKey } from '@shared/messages/catalogue'
import { createTranslator } from '@shared/messages/translate'
import { composeRefusalSlip } from '@shared/documents/refusal-slip'
import type { CalendarDate } from '@shared/domain/date'
import { everyDocument } from './every-document'

const marker = '@@屏幕'

/** The catalogue of screens in both languages; each test finds every message of it replaced. */
const catalogues = Object.values(messages) as Record<MessageKey, string>[]
const kept = catalogues.map((catalogue) => ({ ...catalogue }))

beforeEach(() => {
  for (const catalogue of catalogues) {
    for (const key of Object.keys(catalogue) as MessageKey[]) catalogue[key] = `${marker} ${key}`
  }
})
afterEach(() => {
  for (const [index, catalogue] of catalogues.entries()) Object.assign(catalogue, kept[index])
})

const slip = (code: string) =>
  composeRefusalSlip({
    createdAt: '2026-11-22T08:00:00Z',
    fileName: '来包（示例）.lsb',
    code,
    params: Object.fromEntries(
      (JSON.stringify(refusals).match(/(?<=\{\{)\w+/gu) ?? []).map((name) => [name, '示例'] as const),
    ),
    by: '示例处室',
    on: '2026-11-22' as CalendarDate,
  })

describe('the words of a paper', () => {
  it('are none of the screens’: a label that changes changes no paper', () => {
    expect(createTranslator('zh-CN')('common.cancel')).toContain(marker)
    const marked = everyDocument().filter(({ model }) => JSON.stringify(model).includes(marker))
    expect(marked.map(({ name }) => name)).toEqual([])
  })

  it('are none of the screens’ on a refusal slip, whatever was refused', () => {
    for (const code of Object.keys(refusals)) {
      const text = JSON.stringify(slip(code))
      expect([code, text.includes(marker), /\{\{|undefined/u.test(text)]).toEqual([code, false, false])
    }
  })

  it('name papers and acts in 归档目录', () => {
    expect([paperName('notice'), actNames['consultation.recorded']]).toEqual(['公布通知', '会商结果'])
    expect(paperName('a-paper-of-the-next-version')).toBe('a-paper-of-the-next-version')
  })
})
