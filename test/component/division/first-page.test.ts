// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { drawFirstPage } from '@renderer/ui/pdf/draw-first-page'
import type { PdfSource } from '@renderer/ui/pdf/pdf-source'

const opened: string[] = []
vi.mock('@renderer/ui/pdf/open-pdf', () => ({
  openPdf: ({ size }: { readonly size: number }) => {
    opened.push(String(size))
    // The first never answers, as a worker that is ended while it opens a file; the others do not open.
    const never = new Promise<never>(() => undefined)
    return { opened: size === 1 ? never : Promise.resolve('broken'), cancel: () => undefined }
  },
}))

const source = (size: number): PdfSource => ({ kind: 'ranges', size, read: () => Promise.resolve(new Uint8Array()) })

it('a picture that is given up, or cannot be drawn, keeps no other file waiting, and says so instead of failing', async () => {
  const canvas = document.createElement('canvas')
  const first = drawFirstPage(source(1), canvas, 100)
  const second = drawFirstPage(source(2), canvas, 100)
  await vi.waitFor(() => expect(opened).toEqual(['1']))
  first.cancel()
  expect(await first.drawn).toBe(false)
  expect(await second.drawn).toBe(false)
  // One after another: the second was opened only then.
  expect(opened).toEqual(['1', '2'])
})
