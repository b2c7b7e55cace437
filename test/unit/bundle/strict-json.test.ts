import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCanonicalJson } from '@shared/bundle/strict-json'
import { canonicalJson } from '@shared/lib/canonical-json'

describe('JSON inside a bundle has one spelling', () => {
  it('is read back from its canonical spelling', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value))
        const text = (() => {
          try {
            return canonicalJson(plain)
          } catch {
            return null
          }
        })()
        fc.pre(text !== null && !text.includes('"__proto__"'))
        expect(parseCanonicalJson(text)).toEqual({ value: plain })
      }),
    )
  })

  it.each([
    ['a space', '{"a": 1}', 'not-canonical'],
    ['another order of keys', '{"b":1,"a":2}', 'not-canonical'],
    ['a key twice', '{"a":1,"a":2}', 'not-canonical'],
    ['a number too large', '[1e999]', 'not-canonical'],
    ['another spelling of a number', '[1.0]', 'not-canonical'],
    ['minus zero', '[-0]', 'not-canonical'],
    ['a lone surrogate', '["\\ud800"]', 'not-canonical'],
    ['a byte order mark', '\ufeff{}', 'not-json'],
    ['NaN', '[NaN]', 'not-json'],
    ['nothing', '', 'not-json'],
    ['a cut', '{"a":', 'not-json'],
    ['a prototype', '{"__proto__":1}', 'reserved-key'],
    ['a prototype further in', '[{"a":{"__proto__":{}}}]', 'reserved-key'],
    ['depth', '['.repeat(100_000) + ']'.repeat(100_000), 'too-deep'],
  ])('refuses %s', (_, text, problem) => {
    expect(parseCanonicalJson(text)).toEqual({ problem })
  })

  it('does not count brackets inside a text', () => {
    expect(parseCanonicalJson(JSON.stringify(['['.repeat(500), '\\"[{'.repeat(100)]))).toHaveProperty('value')
  })
})
