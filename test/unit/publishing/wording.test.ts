import { describe, expect, test } from 'vitest'
import {
  annexLabel,
  attachmentLines,
  dateLine,
  formatDate,
  formatDocumentNumber,
  headingLabel,
  runInHeading,
} from '@shared/publishing/wording'

describe('GB/T 9704-2012: forms fixed to the letter', () => {
  test('7.3.5.4: a date has its year in full and no leading zeros', () => {
    expect(formatDate('2026-02-05')).toBe('2026年2月5日')
    expect(formatDate('2026-12-31')).toBe('2026年12月31日')
    expect(dateLine(undefined)).not.toMatch(/\d/)
  })

  test('7.2.5: the year stands in 〔〕 and the serial has no leading zero', () => {
    const number = formatDocumentNumber({ agencyCode: '川科高', year: 2026, serial: 7 })
    expect(number).toBe('川科高〔2026〕7号')
    expect(
      Array.from(number)
        .filter((character) => '〔〕'.includes(character))
        .map((c) => c.codePointAt(0)),
    ).toEqual([0x3014, 0x3015])
  })

  test.each([
    [1, 1, '一、'],
    [1, 10, '十、'],
    [1, 11, '十一、'],
    [1, 20, '二十、'],
    [1, 99, '九十九、'],
    [2, 3, '（三）'],
    [3, 12, '12.'],
    [4, 5, '（5）'],
  ] as const)('7.3.3: level %i number %i is %s', (level, number, label) => {
    expect(headingLabel({ level, number })).toBe(label)
  })

  test('a heading that runs on ends in a full stop, once', () => {
    expect(runInHeading('签署情况')).toBe('签署情况。')
    expect(runInHeading('签署情况：')).toBe('签署情况：')
  })

  test('7.3.4: attachments are numbered only when there are several', () => {
    expect(attachmentLines(['名单'])).toEqual([{ label: '', text: '名单' }])
    expect(attachmentLines(['名单', '要求']).map(({ label }) => label)).toEqual(['1.', '2.'])
    expect([annexLabel(undefined), annexLabel(2)]).toEqual(['附件', '附件2'])
  })
})
