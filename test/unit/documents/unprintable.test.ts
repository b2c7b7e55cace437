import { describe, expect, it } from 'vitest'
import { printedForm } from '@shared/documents/printed-form'
import { unprintableIn } from '@shared/documents/unprintable'
import { fontSet } from '../../helpers/fonts'

describe('signs that no paper can show', () => {
  it.each([
    ['🙂 同意', ['🙂']],
    ['\ue123甲\ue123', ['\ue123']],
    ['\uf8ff', ['\uf8ff']],
    ['甲\ufdd0乙', ['\ufdd0']],
  ])('%j are named while one types, each once, and are in no face', async (text, signs) => {
    expect(unprintableIn(text)).toEqual(signs)
    const fonts = await fontSet()
    for (const sign of signs) expect(fonts.find(sign.codePointAt(0)!, 'fang')).toBeUndefined()
  })

  it.each([
    '\uf0b7 Word 的项目符号',
    '☑已勾选 □未勾选',
    '一行\u2028又一行',
    '引用“undefined”、NaN 和 {{名称}}',
    '•（一）第3条——℃ ㎡ Ⅳ α ½ × ≥',
    'Ａ２，全角',
  ])('%j prints, and nothing is said', (text) => {
    expect(unprintableIn(text)).toEqual([])
    expect(printedForm(text)).not.toBe('')
  })
})
