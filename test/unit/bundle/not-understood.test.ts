import { describe, expect, it } from 'vitest'
import { notUnderstoodHead, notUnderstoodLines } from '@shared/audit/not-understood-words'
import type { BundleRecord } from '@shared/bundle/incoming'
import { isReadOnly, listNotUnderstood, shortList } from '@shared/bundle/not-understood'
import { createTranslator } from '@shared/messages/translate'
import type { NotUnderstood } from '@shared/records/not-understood'

type Odd = Extract<BundleRecord, { kind: 'not-understood' }>

const dossierId = '20000000-0000-4000-8000-000000000001'
const odd = (type: string, reason: Odd['reason'], change: { fields?: string[]; v?: number; payload?: object } = {}) =>
  ({
    kind: 'not-understood',
    reason,
    fields: change.fields ?? [],
    envelope: { type, v: change.v ?? 1, author: 'a'.repeat(32), payload: change.payload ?? { dossierId } },
  }) as unknown as Odd

const names = { author: () => '示例处室（示例单位）', dossier: (id: string) => (id === dossierId ? '示例联盟' : '') }
const newer = { format: 'lianshen/1.4', fields: ['hint'], entries: ['more/seals/a.json'] }
const listed = (bundle: Parameters<typeof isReadOnly>[0]): NotUnderstood => {
  const list = listNotUnderstood(bundle, names)
  if (list === null) throw new Error('nothing is listed')
  return list
}

describe('what makes a bundle one to be looked at only', () => {
  it('a newer format, or one record that only a newer version understands', () => {
    expect(isReadOnly({ newer: null, records: [] })).toBe(false)
    expect(isReadOnly({ newer, records: [] })).toBe(true)
    for (const reason of ['unknown-type', 'newer-version', 'unknown-fields'] as const) {
      expect(isReadOnly({ newer: null, records: [odd('gift.given', reason)] })).toBe(true)
    }
  })
  it('not a record that is simply wrong: it is refused alone', () => {
    const bundle = { newer: null, records: [odd('panel.saved', 'bad-payload')] }
    expect(isReadOnly(bundle)).toBe(false)
    expect(listNotUnderstood(bundle, names)).toBeNull()
  })
})

describe('the list of what is not understood', () => {
  const bundle = {
    newer,
    records: [
      odd('gift.given', 'unknown-type'),
      odd('gift.given', 'unknown-type'),
      odd('dossier.saved', 'unknown-fields', { fields: ['content.seal'] }),
      odd('panel.saved', 'newer-version', { v: 2, payload: {} }),
      odd('status.set', 'bad-payload'),
    ],
  }
  it('puts records alike together and says which, of which dossier, by whom', () => {
    expect(listed(bundle)).toMatchObject({
      format: 'lianshen/1.4',
      fields: ['hint'],
      entries: ['more/seals/a.json'],
      recordCount: 5,
      leftOut: 0,
      records: [
        { type: 'gift.given', count: 2, dossier: '示例联盟', author: '示例处室（示例单位）' },
        { type: 'dossier.saved', fields: ['content.seal'] },
        { type: 'panel.saved', v: 2, dossier: null },
        { type: 'status.set', reason: 'bad-payload' },
      ],
    })
  })
  it('is said in plain words in both languages', () => {
    const list = listed(bundle)
    expect(notUnderstoodHead(list, createTranslator('zh-CN'))).toContain('lianshen/1.4')
    const zh = notUnderstoodLines(list, createTranslator('zh-CN'))
    expect(zh).toContain('案卷“示例联盟”的“gift.given” 2 条，由示例处室（示例单位）写出：本版本没有这类记录')
    expect(zh.join('\n')).toMatch(/多出本版本不认得的项目：content\.seal/u)
    expect(zh.join('\n')).toMatch(/按第 2 版格式写成/u)
    const en = notUnderstoodLines(list, createTranslator('en'))
    expect(en).toHaveLength(zh.length)
    expect(en.join('\n')).toContain('more/seals/a.json')
  })
  it('is short in one sentence', () => {
    expect(shortList(listed(bundle))).toBe(
      'gift.given × 2; dossier.saved (content.seal) × 1; panel.saved v2 × 1; status.set × 1; hint; more/seals/a.json',
    )
  })
  it('stays short, however many and long the names are', () => {
    const fields = Array.from({ length: 40 }, (_, index) => `${String(index)}-${'长'.repeat(70)}`)
    const records = Array.from({ length: 40 }, (_, index) =>
      odd(`${String(index)}.${'x'.repeat(70)}`, 'unknown-fields', { fields }),
    )
    const sentence = shortList(listed({ newer: { ...newer, fields, entries: fields }, records }))
    expect(sentence.length).toBeLessThan(1200)
    expect(sentence).toMatch(/, \+ 37\) × 1; /u)
    expect(sentence).toMatch(/; \+ 114$/u)
  })
  it('lets no text of a stranger turn the line round, and stays a list that a person can read', () => {
    const many = {
      newer: { format: 'lianshen/1.9', fields: Array.from({ length: 3000 }, (_, index) => `f${index}`), entries: [] },
      records: [odd('\u202egpj.exe', 'unknown-type')],
    }
    const list = listed(many)
    expect(list.fields).toHaveLength(40)
    expect(list.leftOut).toBe(2960)
    expect(JSON.stringify(list)).not.toContain('\u202e')
    expect(notUnderstoodLines(list, createTranslator('zh-CN'))[0]).toBe(
      '读不懂的有：记录 1 条、清单项目 40 项、没有列出的 2960 项。',
    )
    expect(shortList(list).length).toBeLessThan(400)
  })
  it('of a newer format in which every name is known says so', () => {
    const list = listed({ newer: { format: 'lianshen/1.1', fields: [], entries: [] }, records: [] })
    expect(notUnderstoodLines(list, createTranslator('zh-CN'))).toHaveLength(1)
    expect(shortList(list)).toBe('-')
  })
})
