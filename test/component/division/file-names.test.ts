import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visibleText } from '@shared/lib/visible-text'
import { safeFileName } from '@shared/lib/safe-file-name'

const bytes = (text: string) => new TextEncoder().encode(text).length

describe('the name of a file', () => {
  it('is cut between characters at 200 bytes, so that number and ending still fit', () => {
    expect(safeFileName('联'.repeat(100))).toBe('联'.repeat(66))
    expect(safeFileName(`a${'\u{20000}'.repeat(60)}`)).toBe(`a${'\u{20000}'.repeat(49)}`)
    expect(safeFileName(`${'联'.repeat(66)}联b`)).toBe('联'.repeat(66))
  })

  it('is a beginning of what was asked for, whole characters, and what every file system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
        const safe = safeFileName(name)
        expect(bytes(safe)).toBeLessThanOrEqual(200)
        expect(safe).not.toMatch(/[\\/:*?"<>|\s\p{Cc}\p{Cf}]/u)
        expect(
          visibleText(name)
            .replace(/[\\/:*?"<>|\s\p{Cc}\p{Cf}]+/gu, '_')
            .startsWith(safe),
        ).toBe(true)
        expect(new TextDecoder().decode(new TextEncoder().encode(safe))).toBe(safe)
      }),
    )
  })
})
