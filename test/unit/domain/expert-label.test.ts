import { describe, expect, it } from 'vitest'
import { expertLabel, isAddressedTo } from '@shared/domain/expert-label'

const one = { id: '1111aaaa', name: '李示例', unitName: '示例大学' }
const namesake = { id: '2222bbbb', name: '李 示例', unitName: '示例研究院' }
const twin = { id: '3333cccc', name: '李示例', unitName: '示例大学' }
const other = { id: '4444dddd', name: '李示例华', unitName: '示例大学' }

describe('two experts of one name', () => {
  it('are told apart by unit, and by id where that is the same; nobody else is called otherwise', () => {
    expect(expertLabel(one, [one, other])).toBe('李示例')
    expect(expertLabel(one, [one, namesake])).toBe('李示例（示例大学）')
    expect(expertLabel(namesake, [one, namesake])).toBe('李 示例（示例研究院）')
    expect(new Set([one, twin].map((expert) => expertLabel(expert, [one, twin]))).size).toBe(2)
  })

  const desk = { name: one.name, unit: one.unitName }

  it('are not taken for each other by the desk that opens a bundle', () => {
    expect(isAddressedTo('李示例', desk)).toBe(true)
    expect(isAddressedTo('李示例（示例大学）', desk)).toBe(true)
    expect(isAddressedTo('李示例（示例研究院）', desk)).toBe(false)
    expect(isAddressedTo('李示例（示例大学）3333', desk)).toBe(true)
  })

  it('nor is a name that contains another', () => {
    expect(isAddressedTo('李示例华', desk)).toBe(false)
    expect(isAddressedTo('李示', desk)).toBe(false)
  })
})
