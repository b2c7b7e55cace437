import { describe, expect, it } from 'vitest'
import { createPortionScale, mostWeight } from '@renderer/workers/portion-weight'

const line = (corners: number) => [20, [new Float32Array(3 * corners)], new Float32Array(4)]
const portion = (...argsArray: unknown[]) => ({ fnArray: argsArray.map(() => 1), argsArray })

describe('the weight of what is to be drawn', () => {
  it('adds up over the portions of one page, and of that page alone', () => {
    const weigh = createPortionScale()
    const first = weigh(1, portion(line(2)))
    expect(weigh(1, portion(line(2)))).toBe(2 * first)
    expect(weigh(2, portion(line(2)))).toBe(first)
  })

  it('leaves room for a map of three hundred thousand lines', () => {
    const weigh = createPortionScale()
    const lines = Array.from({ length: 1000 }, () => line(2))
    const weights = Array.from({ length: 300 }, () => weigh(1, portion(...lines)))
    expect(weights.at(-1)).toBeLessThan(mostWeight)
  })

  it('is too much for one line of three million corners, and for a pattern that holds as much', () => {
    expect(createPortionScale()(1, portion(line(3_000_000)))).toBeGreaterThan(mostWeight)
    const pattern = ['TilingPattern', null, portion(line(3_000_000))]
    expect(createPortionScale()(1, portion(pattern))).toBeGreaterThan(mostWeight)
  })

  it('is small for what is no portion of a page', () => {
    const weigh = createPortionScale()
    for (const other of [null, undefined, 1, 'x', {}, { items: [] }]) expect(weigh(3, other)).toBeLessThan(10)
  })
})
