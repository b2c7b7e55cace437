import { describe, expect, it } from 'vitest'
import { hasEndlessTiles } from '@renderer/workers/endless-tiles'

const tiles = (box: readonly number[], x: number, y: number, content: unknown = {}) => [
  'TilingPattern',
  null,
  content,
  null,
  box,
  x,
  y,
  1,
  1,
]
const portion = (...argsArray: unknown[]) => ({ fnArray: argsArray.map(() => 1), argsArray })

describe('tiles of a pattern', () => {
  it('side by side, or a little over one another, are drawn', () => {
    expect(hasEndlessTiles(portion(null, [1, 2], tiles([0, 0, 10, 10], 10, 10)))).toBe(false)
    expect(hasEndlessTiles(portion(tiles([0, 0, 10, 10], 2, -2)))).toBe(false)
    expect(hasEndlessTiles(portion(tiles([0, 0, 10, 10], 1e9, 1e9)))).toBe(false)
  })

  it('over one another without an end are not, also within others', () => {
    const endless = tiles([0, 0, 100_000, 100_000], 0.001, 0.001)
    expect(hasEndlessTiles(portion(null, endless))).toBe(true)
    expect(hasEndlessTiles(portion(tiles([0, 0, 9, 9], 0, 9)))).toBe(true)
    expect(hasEndlessTiles(portion(tiles([0, 0, 9, 9], Number.NaN, 9)))).toBe(true)
    expect(hasEndlessTiles(portion(tiles([0, 0, 9, 9], 9, 9, portion(endless))))).toBe(true)
  })

  it('are none in what is no portion of a page', () => {
    for (const other of [null, undefined, 1, 'x', {}, { argsArray: 1 }, { items: [] }]) {
      expect(hasEndlessTiles(other)).toBe(false)
    }
  })
})
