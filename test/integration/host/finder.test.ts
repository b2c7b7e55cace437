import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Finder } from '@host/journal/columns'

const mix = (value: number): number => Math.imul(value ^ (value >>> 7), 0x9e3779b1) >>> 0

it('a finder finds every number at every moment of its growth, and none that was not added', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 5000 }), (count, reserved) => {
      const finder = new Finder(mix)
      finder.reserve(reserved)
      const look = (number: number) => finder.find(mix(number), (found) => found === number)
      for (let number = 0; number < count; number += 1) {
        expect(look(number)).toBe(-1)
        finder.add(number)
        expect(look(number)).toBe(number)
        expect(look(number >> 1)).toBe(number >> 1)
      }
      for (let number = 0; number < count; number += 1) expect(look(number)).toBe(number)
    }),
    { numRuns: 25 },
  )
})

it('growing moves few numbers at a time', () => {
  let hashed = 0
  const finder = new Finder((number) => {
    hashed += 1
    return mix(number)
  })
  let most = 0
  for (let number = 0; number < 100_000; number += 1) {
    const before = hashed
    finder.add(number)
    most = Math.max(most, hashed - before)
  }
  expect(most).toBeLessThan(100)
})
