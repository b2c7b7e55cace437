import { describe, expect, it, vi } from 'vitest'
import { openPdf } from '@renderer/ui/pdf/open-pdf'
import { lookForText } from '@renderer/workers/look-for-text'

vi.mock('@renderer/ui/pdf/open-pdf', () => ({ openPdf: vi.fn() }))

const answering = (opened: unknown) => vi.mocked(openPdf).mockReturnValue({ opened: Promise.resolve(opened) } as never)

describe('a PDF that the viewer cannot open', () => {
  it('is called damaged when its bytes are at hand, for no drive can be at fault', async () => {
    answering('unreadable')
    expect(await lookForText(new Uint8Array(), [])).toBe('broken')
  })

  it('is called locked when it asks for a password', async () => {
    answering('encrypted')
    expect(await lookForText(new Uint8Array(), [])).toBe('encrypted')
  })

  it('is called damaged when it opens without a page', async () => {
    answering({ document: { numPages: 0 }, close: vi.fn() })
    expect(await lookForText(new Uint8Array(), [])).toBe('broken')
  })
})
