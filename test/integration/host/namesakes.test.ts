import { describe, expect, it } from 'vitest'
import { knownFrom } from '@host/verify/known-desks'

const self = { keyId: '00', name: '示例处长', unit: '示例厅', certificate: '' } as Parameters<typeof knownFrom>[1]

describe('a stranger under the name of a desk known here', () => {
  const { namesake } = knownFrom([], self)

  it.each([
    ['with a character that nobody sees', '示例\u200b处长', '示例厅'],
    ['with a joiner and a mark of direction', '示例\u2060处\u202e长', '示例\u00ad厅'],
    ['with a variation selector', '示例处\ufe01长', '示例厅'],
    ['with spaces and wide letters', '示例 处长', '示例\u3000厅'],
  ])('is told as such %s', (_how, name, unit) => {
    expect(namesake(name, unit)).toBe('self')
  })

  it('is not told of another name', () => {
    expect(namesake('示例科长', '示例厅')).toBeNull()
  })
})
