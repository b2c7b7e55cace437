import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeMessage, encodeMessage } from '@shared/ipc/wire'

/** JSON values with byte arrays anywhere in them; -0 is left out, for JSON has none. */
const message = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
    fc.string({ unit: 'grapheme' }),
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string(), fc.constant('__proto__'), fc.constant('parts')), tie('value'), { maxKeys: 4 }),
  ),
})).value

describe('the wire between a screen and the host', () => {
  it('gives back every value with its bytes in place', () => {
    fc.assert(
      fc.property(message, (value) => {
        expect(decodeMessage(encodeMessage(value))).toEqual(value)
      }),
    )
  })

  it('carries nothing at all', () => {
    expect(decodeMessage(encodeMessage(undefined))).toBeUndefined()
  })

  it('takes no text of a user for bytes', () => {
    const value = { parts: [{ path: ['value'], length: 3 }], value: null, bytes: new Uint8Array([1, 2]) }
    expect(decodeMessage(encodeMessage(value))).toEqual(value)
  })

  it('refuses a message cut off anywhere or with bytes left over', () => {
    const whole = encodeMessage({ name: '示例', bytes: new Uint8Array([1, 2, 3]) })
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => decodeMessage(whole.subarray(0, length))).toThrow(RangeError)
    }
    expect(() => decodeMessage(new Uint8Array([...whole, 0]))).toThrow(RangeError)
  })

  it('never throws anything but a RangeError, whatever comes in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          decodeMessage(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      }),
    )
  })

  it.each([
    ['no place', '{"value":{},"parts":[{"path":["a"],"length":0}]}'],
    ['a prototype', '{"value":{},"parts":[{"path":["__proto__","x"],"length":0}]}'],
    ['something else than null', '{"value":{"a":1},"parts":[{"path":["a"],"length":0}]}'],
    ['a negative length', '{"value":{"a":null},"parts":[{"path":["a"],"length":-1}]}'],
    ['no list', '{"value":null,"parts":{}}'],
  ])('refuses a part with %s', (_, head) => {
    const json = new TextEncoder().encode(head)
    const bytes = new Uint8Array(4 + json.length)
    new DataView(bytes.buffer).setUint32(0, json.length)
    bytes.set(json, 4)
    expect(() => decodeMessage(bytes)).toThrow(RangeError)
  })
})
