import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges, changesBetween, differingPart } from '@shared/audit/changes'
import type { Json } from '@shared/lib/canonical-json'

const row = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), name: fc.string(), share: fc.nat() })
const rows = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 5 })
const entity = fc.record({
  name: fc.string({ unit: 'grapheme' }),
  members: rows,
  nested: fc.option(fc.record({ rows, list: fc.array(fc.nat()), any: fc.jsonValue({ maxDepth: 3 }) })),
}) as fc.Arbitrary<Json>

describe('what changed between two states of a row', () => {
  it('brings the state before to the state after when all of it is applied', () => {
    fc.assert(
      fc.property(fc.option(entity, { nil: undefined }), entity, (before, after) => {
        expect(applyChanges(before, changesBetween(before, after))).toEqual(after)
      }),
    )
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(applyChanges(before as Json, changesBetween(before as Json, after as Json))).toEqual(after)
      }),
    )
  })

  it('is nothing where nothing changed, whatever the order of the keys', () => {
    fc.assert(
      fc.property(entity, (value) => {
        const turned = Object.fromEntries(Object.entries(value as object).reverse()) as Json
        expect(changesBetween(value, turned)).toEqual([])
      }),
    )
  })

  it('names a row by what it is and not by its place', () => {
    const before = {
      members: [
        { unitId: 'u1', fullName: '示例甲', city: '' },
        { unitId: 'u2', fullName: '示例乙', city: '' },
      ],
    }
    const after = {
      members: [
        { unitId: 'u3', fullName: '示例丙', city: '' },
        { unitId: 'u2', fullName: '示例乙', city: '成都' },
      ],
    }
    expect(changesBetween(before, after)).toEqual([
      { kind: 'value', path: ['members', { by: 'unitId', row: 'u1', label: '示例甲' }], from: before.members[0] },
      { kind: 'value', path: ['members', { by: 'unitId', row: 'u2', label: '示例乙' }, 'city'], from: '', to: '成都' },
      { kind: 'value', path: ['members', { by: 'unitId', row: 'u3', label: '示例丙' }], to: after.members[0] },
      { kind: 'order', path: ['members'], by: 'unitId', from: ['u1', 'u2'], to: ['u3', 'u2'] },
    ])
  })

  it('shows of two long texts the part that differs, whole characters only', () => {
    expect(differingPart('联盟成员单位三十五家。', '联盟成员单位三十六家。')).toEqual({
      head: '联盟成员单位三十',
      from: '五',
      to: '六',
      tail: '家。',
    })
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (from, to) => {
        const part = differingPart(from, to)
        expect([part.head + part.from + part.tail, part.head + part.to + part.tail]).toEqual([from, to])
      }),
    )
  })
})
