import { describe, expect, it } from 'vitest'
import { saveFigures, typedFigure } from '@shared/acts/annual-figures'
import { annualFiguresSchema, defaultFigures, figureSchema } from '@shared/domain/annual-figures'
import { dossierId } from '../../helpers/facts'

describe('a figure', () => {
  it.each([
    ['1200', '1200'],
    [' 1，200.50 ', '1200.50'],
    ['１２', '12'],
    ['12,345,678', '12345678'],
    ['007', '7'],
    ['-3.5', '-3.5'],
    ['0', '0'],
    ['1,2', null],
    ['约 30', null],
    ['30万', null],
    ['1e5', null],
    ['1.23456', null],
  ])('%j is %j', (typed, value) => {
    expect(typedFigure(typed)).toBe(value)
  })
})

describe('the figures of a year', () => {
  const figures = [
    figureSchema.parse({ id: 'patents', name: '申请专利', unit: '件' }),
    figureSchema.parse({ id: 'rd', name: '研发投入' }),
  ]
  const save = (typed: Record<string, string>, before: object | null = null) =>
    saveFigures(dossierId, 2026, typed, {
      figures,
      before: before === null ? null : annualFiguresSchema.parse({ year: 2026, ...before }),
      note: '',
    })

  it('are kept as they were written; an empty field says nothing, and no nought', () => {
    expect(save({ patents: '12', rd: ' ' })).toMatchObject({
      ok: true,
      value: [{ payload: { figures: { year: 2026, values: [{ figureId: 'patents', value: '12' }] } } }],
    })
  })

  it('of a figure that the table no longer has stay', () => {
    const before = {
      values: [
        { figureId: 'awards', value: '3' },
        { figureId: 'patents', value: '1' },
      ],
    }
    const decided = save({ patents: '2' }, before)
    expect(decided.ok && decided.value[0]?.payload).toMatchObject({
      figures: {
        values: [
          { figureId: 'patents', value: '2' },
          { figureId: 'awards', value: '3' },
        ],
      },
    })
  })

  it('are refused by the name of what is no number', () => {
    expect(save({ patents: '十二' })).toMatchObject({ ok: false, error: [{ field: 'patents', code: 'no-number' }] })
  })

  it('begin with a table whose every figure has an id of its own', () => {
    expect(new Set(defaultFigures.map(({ id }) => id)).size).toBe(defaultFigures.length)
    for (const figure of defaultFigures) expect(figureSchema.parse(figure)).toEqual(figure)
  })
})
