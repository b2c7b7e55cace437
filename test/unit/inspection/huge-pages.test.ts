import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingSchema, levelOf, refusalIn } from '@shared/inspection/finding'
import { hugePagesFinding, hugePagesIn } from '@shared/inspection/huge-pages'
import { createTranslator } from '@shared/messages/translate'

const page = fc.record({
  page: fc.integer({ min: 1, max: 10_000 }),
  width: fc.integer({ min: 0, max: 0xffffffff }),
  height: fc.integer({ min: 0, max: 0xffffffff }),
})

describe('pages with pictures too large to be drawn', () => {
  it('are read back from the finding that names them, the first six of any number', () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 30 }), (pages) => {
        const finding = hugePagesFinding(pages)
        expect(findingSchema.safeParse(finding).success).toBe(true)
        expect(finding.count).toBe(pages.length)
        expect(hugePagesIn({ format: 'pdf', findings: [finding] })).toEqual(pages.slice(0, 6))
      }),
    )
  })

  it('are no reason to refuse a file, and are told with their sizes in both languages', () => {
    const finding = hugePagesFinding([{ page: 3, width: 100_000, height: 90_000 }])
    expect(refusalIn({ format: 'pdf', findings: [finding] })).toBeUndefined()
    expect(levelOf(finding.kind)).toBe('note')
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(createTranslator(locale)('finding.huge-page', finding)).toContain('3: 100000×90000')
    }
  })

  it('are none where nothing was found, or nothing was looked into', () => {
    expect(hugePagesIn(undefined)).toEqual([])
    expect(hugePagesIn({ format: 'pdf', findings: [{ kind: 'link', count: 1, detail: '1: 2×3' }] })).toEqual([])
  })
})
