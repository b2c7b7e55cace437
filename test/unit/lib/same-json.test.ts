import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from '@shared/lib/canonical-json'
import { isSameJson } from '@shared/lib/same-json'

/** Few values, so that two of them are often alike; keys in any order, and some that say nothing. */
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false, 0, -0, 1, '', '示例', '0'),
    fc.array(tie('any'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', '丙', '__proto__'), fc.option(tie('any'), { nil: undefined }), {
      maxKeys: 3,
    }),
  ),
})).any

const turned = (of: unknown): unknown => {
  if (Array.isArray(of)) return of.map(turned)
  if (typeof of !== 'object' || of === null) return of
  return Object.fromEntries(
    Object.entries(of)
      .toReversed()
      .map(([key, item]) => [key, turned(item)]),
  )
}

it('two values are the same as JSON exactly where they have one canonical spelling', () => {
  fc.assert(
    fc.property(value, value, (one, other) => {
      expect(isSameJson(one, other)).toBe(canonicalJson(one) === canonicalJson(other))
      expect(isSameJson(one, turned(one))).toBe(true)
    }),
    { numRuns: 500 },
  )
})
