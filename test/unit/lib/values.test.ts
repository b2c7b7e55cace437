import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '@shared/lib/canonical-json'
import { formatWanYuan, parseWanYuan, sumFen } from '@shared/lib/money'
import { compareNames, foldName, isSameName } from '@shared/lib/names'
import { contentHash, sha256Hex } from '@shared/lib/sha256'

describe('canonical JSON (RFC 8785)', () => {
  it('sorts keys by UTF-16 units at every depth and leaves out what is undefined', () => {
    expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: '€', '\u{1f600}': 0, '\ufb33': 1 })).toBe(
      '{"a":"€","b":[{"d":1}],"\u{1f600}":0,"\ufb33":1}',
    )
  })

  it('writes numbers as ECMAScript does', () => {
    expect(canonicalJson([Number('333333333.33333329'), 1e30, 4.5, 2e-3, -0, 1e-27])).toBe(
      '[333333333.3333333,1e+30,4.5,0.002,0,1e-27]',
    )
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, '\ud800', '\udc00x', () => 1, Symbol('x')])('refuses %s', (value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError)
  })

  it('is the same for the same content and reads back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('hashes', () => {
  it('are SHA-256 in lower-case hexadecimal', () => {
    expect(sha256Hex(new TextEncoder().encode('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(contentHash({ b: 1, a: 2 })).toBe(contentHash({ a: 2, b: 1 }))
    expect(contentHash({ a: 2 })).not.toBe(contentHash({ a: '2' }))
  })
})

describe('money in fen, printed in 万元', () => {
  it.each([
    [0, '0.00'],
    [1, '0.00'],
    [4_999, '0.00'],
    [5_000, '0.01'],
    [1_000_000, '1.00'],
    [12_345_600_000, '12,345.60'],
    [-5_000, '-0.01'],
    [-4_999, '0.00'],
  ])('%s fen is %s', (fen, text) => {
    expect(formatWanYuan(fen)).toBe(text)
  })

  it.each([
    ['1,234.5', 1_234_500_000],
    ['０．０１', 10_000],
    ['0.000001', 1],
    ['0.0000001', null],
    ['-1', null],
    ['一', null],
    ['', null],
  ])('reads %s', (text, fen) => {
    expect(parseWanYuan(text)).toBe(fen)
  })

  it('refuses fractions of a fen and sums exactly', () => {
    expect(() => formatWanYuan(0.5)).toThrow(RangeError)
    expect(sumFen([1, 2, 3])).toBe(6)
    expect(sumFen([])).toBe(0)
  })

  it('whole hundredths of 万元 survive printing and reading', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (hundredths) => {
        const fen = hundredths * 10_000
        expect(parseWanYuan(formatWanYuan(fen))).toBe(fen)
      }),
    )
  })
})

describe('names', () => {
  it('are the same whatever their width and spaces (note 38)', () => {
    expect(isSameName('示例（四川）ＡＢＣ 有限公司', '示例(四川)abc有限公司')).toBe(true)
    expect(isSameName('示例有限公司', '示例有限责任公司')).toBe(false)
    for (const dot of '·•・‧∙⋅･') expect(isSameName(`阿卜杜拉${dot}买买提`, '阿卜杜拉·买买提'), dot).toBe(true)
    expect(isSameName('示例\u200b联盟\ufeff', '示例联盟')).toBe(true)
    expect(foldName('　示 例　')).toBe('示例')
  })

  it('sort by pinyin', () => {
    expect(['重庆', '成都', '阿坝', '北京'].sort(compareNames)).toEqual(['阿坝', '北京', '成都', '重庆'])
  })
})
