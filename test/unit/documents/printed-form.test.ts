import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { verbatimLines, verbatimParagraphs } from '@shared/documents/chinese-text'
import { printAlike, printedForm } from '@shared/documents/printed-form'
import type { FontSet } from '@shared/publishing/fonts/font-set'
import { fontSet } from '../../helpers/fonts'

/** What a word processor leaves in text that is pasted from it. */
const pasted = ['\uf0b7', '\uf0a7', '\uf0d8', '\uf0fc', '\uf06e', '\uf06c', '☑', '☐', '✔', '➢', '➤', '◾', '\ufeff']

describe('a person’s words on paper', () => {
  it('show the signs that a word processor showed while they were typed', () => {
    expect(printedForm('\uf0b7 指标缺少测试方法')).toBe('• 指标缺少测试方法')
    expect(printedForm('☑同意 ☐不同意')).toBe('√同意 □不同意')
  })

  it.each(['\u2028', '\u2029', '\u0085', '\u000b', '\r', '\r\n'])('break the line at %j', (mark) => {
    expect(verbatimLines(`第一行${mark}第二行`)).toEqual(['第一行', '第二行'])
  })

  it.each(['仿真程序输出NaN值', '字段undefined未填', '模板{{联盟名称}}', '${agree}', '[object Object]'])(
    'keep %j as it is: it is what the person wrote',
    (words) => {
      expect(verbatimParagraphs(words)[0]!.content).toBe(words)
    },
  )

  it('lose nothing that can be seen, and stay the same when they are printed again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('甲', '“', '1', ' ', '\n', '〔', ...pasted) }), (words) => {
        const printed = printedForm(words)
        expect(printedForm(printed)).toBe(printed)
        expect(Array.from(printed)).toHaveLength(Array.from(words.replaceAll('\ufeff', '')).length)
      }),
    )
  })

  it('are quoted when the quotation prints alike, whatever broke its lines', () => {
    expect(printAlike('\uf0b7 甲；\u2028 乙。', '• 甲；\n乙。')).toBe(true)
    expect(printAlike('甲', '乙')).toBe(false)
  })
})

describe('every sign that takes the place of another', () => {
  let fonts: FontSet
  beforeAll(async () => (fonts = await fontSet()))
  it('has a glyph', () => {
    for (const sign of pasted.map(printedForm).filter((one) => one !== '')) {
      expect(fonts.find(sign.codePointAt(0)!, 'fang'), sign).toBeDefined()
    }
  })
})
