import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findIncomplete } from '@shared/documents/blocks-complete'
import { readVerificationCode, verificationCode } from '@shared/documents/verification-code'
import { groupedCode } from '@shared/publishing/wording'
import { opinion } from '../../helpers/publishing-samples'

const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/)

describe('the code on paper', () => {
  test.each([
    ['0'.repeat(64), '00000000'],
    ['f'.repeat(64), 'ZZZZZZZZ'],
    [`0000000001${'f'.repeat(54)}`, '00000001'],
    [`0800000000${'f'.repeat(54)}`, '10000000'],
    // printf '' | sha256sum
    ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'WERC8GMR'],
  ])('%s gives %s', (hash, code) => {
    expect(verificationCode(hash)).toBe(code)
  })

  test('is the first 40 bits and nothing else, and no code has I, L, O or U', () => {
    fc.assert(
      fc.property(sha256, sha256, (hash, other) => {
        const code = verificationCode(hash)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
        expect(verificationCode(hash.slice(0, 10) + other.slice(10))).toBe(code)
        expect(verificationCode(hash.toUpperCase())).toBe(code)
        expect(verificationCode(other) === code).toBe(other.slice(0, 10) === hash.slice(0, 10))
      }),
    )
  })

  test('is read back as people type it', () => {
    fc.assert(
      fc.property(sha256, (hash) => {
        const code = verificationCode(hash)
        expect(readVerificationCode(` ${groupedCode(code).toLowerCase()} `)).toBe(code)
        const typed = code.replace(/0/g, 'o').replace(/1/g, (_, at: number) => (at % 2 === 0 ? 'l' : 'I'))
        expect(readVerificationCode(`${typed.slice(0, 4)}-${typed.slice(4)}`)).toBe(code)
      }),
    )
    expect(readVerificationCode('ＷＥＲＣ ８ＧＭＲ')).toBe('WERC8GMR')
  })

  test.each(['', '1234567', '123456789', 'ABCD EFGU', '示例校验码一二三'])('%j is none', (typed) => {
    expect(readVerificationCode(typed)).toBeUndefined()
  })

  test('what is no SHA-256 is refused', () => {
    expect(() => verificationCode('e3b0')).toThrow(RangeError)
  })

  test('a model takes a whole code and a payload that any reader shows', () => {
    const payload = 'LS1:WERC8GMR'
    expect(findIncomplete({ ...opinion, verification: { code: 'WERC8GMR', payload } })).toEqual([])
    for (const verification of [
      { code: 'WERC8GM', payload },
      { code: 'WERC8GMU', payload },
      { code: 'WERC8GMR', payload: '' },
      { code: 'WERC8GMR', payload: '四川' },
    ]) {
      expect(findIncomplete({ ...opinion, verification })).not.toEqual([])
    }
  })
})
