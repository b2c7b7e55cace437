import { describe, expect, it } from 'vitest'
import { everything, narrows } from '@shared/audit/filter'

describe('a filter that narrows another', () => {
  it.each([
    ['the first letter', { text: '联' }, {}, true],
    ['a letter more', { text: '联盟' }, { text: '联' }, true],
    ['one before, in another width and case', { text: 'xＡb' }, { text: 'a' }, true],
    ['a letter less', { text: '联' }, { text: '联盟' }, false],
    ['another text', { text: '协议' }, { text: '联盟' }, false],
    ['the same text from another day on', { text: '联盟', from: '2026-11-20' }, { text: '联盟' }, false],
    ['a letter more in another kind', { text: '联盟', type: 'status.set' }, { text: '联' }, false],
  ])('%s', (_, next, before, expected) => {
    expect(narrows({ ...everything, ...next }, { ...everything, ...before })).toBe(expected)
  })
})
