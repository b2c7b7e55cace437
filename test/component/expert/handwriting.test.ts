import { describe, expect, it } from 'vitest'
import { handwritingSchema } from '@shared/domain/judgement'
import { handwritingOf } from '@renderer/ui/handwriting/strokes'

const point = (x: number, time: number, pressure = 0.5) => ({ x, y: 10.04, time, pressure })

describe('a signature by hand', () => {
  it('keeps strokes with their time from the first point, and pressure only of a real pen', () => {
    const value = handwritingOf(
      [{ points: [point(1.06, 1_000), point(2, 1_016.4)] }, { points: [point(3, 1_500, 0.7312)] }],
      { width: 560.4, height: 154 },
    )
    expect(handwritingSchema.parse(value)).toEqual({
      width: 560,
      height: 154,
      strokes: [
        [
          { x: 1.1, y: 10, t: 0 },
          { x: 2, y: 10, t: 16 },
        ],
        [{ x: 3, y: 10, t: 500, pressure: 0.731 }],
      ],
    })
  })

  it('is nothing while nothing is written', () => {
    expect(handwritingOf([], { width: 500, height: 150 })).toBeNull()
    expect(handwritingOf([{ points: [] }], { width: 500, height: 150 })).toBeNull()
  })
})
