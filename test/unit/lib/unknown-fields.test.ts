import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readTolerantly } from '@shared/lib/unknown-fields'

const schema = z.strictObject({
  name: z.string(),
  size: z.int().default(7),
  files: z.array(z.strictObject({ path: z.string() })).default([]),
})

describe('reading a value that says more than its schema knows', () => {
  it('a value that is known whole has nothing unknown, and its defaults', () => {
    expect(readTolerantly(schema, { name: '示例' })).toEqual({
      data: { name: '示例', size: 7, files: [] },
      unknown: [],
    })
  })
  it('leaves out what is unknown at any depth and names each path once', () => {
    const value = {
      name: '示例',
      hint: { deep: [1] },
      files: [
        { path: 'a', note: 1 },
        { path: 'b', note: 2 },
      ],
    }
    const before = structuredClone(value)
    expect(readTolerantly(schema, value)).toEqual({
      data: { name: '示例', size: 7, files: [{ path: 'a' }, { path: 'b' }] },
      unknown: ['files[].note', 'hint'],
    })
    expect(value).toEqual(before)
  })
  it.each([
    ['a member of another shape', { name: 1, hint: 1 }],
    ['a member missing', { hint: 1 }],
    ['no object', []],
    ['nothing', null],
  ])('%s is wrong, whatever else is unknown', (_, value) => {
    expect(readTolerantly(schema, value)).toHaveProperty('error')
  })
})
