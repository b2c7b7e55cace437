import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRecoveryKey, readRecoveryKey } from '@shared/lib/recovery-key'

const key = fc.uint8Array({ minLength: 32, maxLength: 32 })
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a recovery key on paper', () => {
  it('is thirteen groups of five symbols, without I, L, O and U', () => {
    fc.assert(
      fc.property(key, (bytes) => {
        expect(formatRecoveryKey(bytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){12}$/u)
      }),
    )
  })

  it('reads back however a person separates the groups and whatever case and width they are typed in', () => {
    const spellings: ((text: string) => string)[] = [
      (text) => text,
      (text) => text.toLowerCase(),
      (text) => text.replaceAll('-', ' '),
      (text) => text.replaceAll('-', ''),
      (text) => `  ${text.replaceAll('-', ' — ')}\n`,
      (text) => text.replaceAll('0', 'O').replaceAll('1', 'l'),
      (text) => text.replaceAll(/[0-9A-Z]/gu, (symbol) => String.fromCharCode(symbol.charCodeAt(0) + 0xfee0)),
    ]
    fc.assert(
      fc.property(key, fc.constantFrom(...spellings), (bytes, spell) => {
        expect(readRecoveryKey(spell(formatRecoveryKey(bytes)))).toEqual({ kind: 'read', bytes })
      }),
    )
  })

  it('names the group in which one symbol is wrong', () => {
    fc.assert(
      fc.property(key, fc.nat(64), fc.integer({ min: 1, max: 31 }), (bytes, at, by) => {
        const text = Array.from(formatRecoveryKey(bytes).replaceAll('-', ''))
        text[at] = symbols[(symbols.indexOf(text[at]!) + by) % 32]!
        expect(readRecoveryKey(text.join(''))).toEqual({ kind: 'malformed', group: Math.floor(at / 5) + 1 })
      }),
    )
  })

  it('names the group in which two different symbols changed places', () => {
    fc.assert(
      fc.property(key, fc.nat(12), fc.nat(3), (bytes, group, at) => {
        const groups = formatRecoveryKey(bytes).split('-')
        const text = Array.from(groups[group]!)
        fc.pre(text[at] !== text[at + 1])
        ;[text[at], text[at + 1]] = [text[at + 1]!, text[at]!]
        groups[group] = text.join('')
        expect(readRecoveryKey(groups.join('-'))).toEqual({ kind: 'malformed', group: group + 1 })
      }),
    )
  })

  it('finds groups that changed places, a missing group, a missing symbol and one too many', () => {
    const groups = formatRecoveryKey(Uint8Array.from({ length: 32 }, (_, index) => index * 7)).split('-')
    const [first, second, ...rest] = groups as [string, string, ...string[]]
    expect(readRecoveryKey([second, first, ...rest].join('-'))).toEqual({ kind: 'malformed', group: 1 })
    expect(readRecoveryKey([first, ...rest].join('-'))).toEqual({ kind: 'malformed', group: 2 })
    expect(readRecoveryKey([first, second.slice(1), ...rest].join('-'))).toEqual({ kind: 'malformed', group: 2 })
    expect(readRecoveryKey([...groups, first].join('-'))).toEqual({ kind: 'malformed', group: 13 })
    expect(readRecoveryKey('')).toEqual({ kind: 'malformed', group: 1 })
    expect(readRecoveryKey(`U${groups.join('-').slice(1)}`)).toEqual({ kind: 'malformed', group: 1 })
  })
})
