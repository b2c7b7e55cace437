import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editsBetween } from '@shared/lib/edits'
import { wordDiff } from '@shared/lib/word-diff'

const list = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 30 })

describe('the way from one list to another', () => {
  it('makes both lists again, in order', () => {
    fc.assert(
      fc.property(list, list, fc.constantFrom(3, 1000), (from, to, most) => {
        const edits = editsBetween(from, to, most)
        expect(edits.flatMap((edit) => (edit.kind === 'added' ? [] : [from[edit.from]]))).toEqual(from)
        expect(edits.flatMap((edit) => (edit.kind === 'removed' ? [] : [to[edit.to]]))).toEqual(to)
        for (const edit of edits) if (edit.kind === 'same') expect(from[edit.from]).toBe(to[edit.to])
      }),
    )
  })

  it('is the shortest one', () => {
    fc.assert(
      fc.property(list, list, (from, to) => {
        const kept = editsBetween(from, to).filter(({ kind }) => kind === 'same').length
        expect(kept).toBe(longestCommon(from, to))
      }),
    )
  })
})

describe('differences of words', () => {
  it('say what became of a Chinese sentence, and leave the rest alone', () => {
    const parts = wordDiff('联盟经费由理事长单位管理。', '联盟经费由秘书处管理。')
    expect(parts[0]).toEqual({ kind: 'same', text: '联盟经费由' })
    expect(parts.at(-1)).toEqual({ kind: 'same', text: '管理。' })
    expect(parts.filter(({ kind }) => kind === 'added').map(({ text }) => text)).toEqual(['秘书处'])
  })

  it('make both texts again, whatever they are', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 })
    fc.assert(
      fc.property(text, text, (from, to) => {
        const parts = wordDiff(from, to)
        const without = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('')
        expect(without('added')).toBe(from)
        expect(without('removed')).toBe(to)
      }),
    )
  })
})

function longestCommon(a: readonly string[], b: readonly string[]): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      table[i]![j] = a[i - 1] === b[j - 1] ? table[i - 1]![j - 1]! + 1 : Math.max(table[i - 1]![j]!, table[i]![j - 1]!)
    }
  }
  return table[a.length]![b.length]!
}
