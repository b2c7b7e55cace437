// @vitest-environment happy-dom
import '../../helpers/newer-javascript'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { mostPages } from '@shared/inspection/finding'
import { PdfViewer } from '@renderer/ui/pdf/PdfViewer'
import { onePage, pdf, streamObject } from '../../hostile/attachments/pdf-maker'

/** A PDF that shows its one empty page again and again. */
const withPages = (count: number): Uint8Array =>
  new Uint8Array(
    pdf(
      onePage({ contents: streamObject('', new Uint8Array()) }).with(
        1,
        `<< /Type /Pages /Kids [${'3 0 R '.repeat(count)}] /Count ${count} >>`,
      ),
    ),
  )

const show = (bytes: Uint8Array) => render(<PdfViewer fileName="示例很长.pdf" source={{ kind: 'bytes', bytes }} />)

// A module without types. Where there is no worker, pdf.js takes the one that lies here.
const workerModule: string = 'pdfjs-dist/legacy/build/pdf.worker.mjs'
beforeAll(async () => {
  const pdfjsWorker: unknown = await import(workerModule)
  Object.assign(globalThis, { pdfjsWorker })
  // Nothing can be drawn here: a canvas takes every command and shows nothing.
  const context = (canvas: HTMLCanvasElement): unknown =>
    new Proxy<object>(
      { canvas, getTransform: () => ({ a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }) },
      { get: (target, name): unknown => Reflect.get(target, name) ?? (() => undefined) },
    )
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (this: HTMLCanvasElement) {
    return context(this) as null
  })
})
afterAll(() => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(globalThis, 'pdfjsWorker')
})
afterEach(cleanup)

describe('a PDF in the viewer', () => {
  it.each([mostPages + 1, 100_000])('of %i pages stays closed, with the reason and what to do', async (count) => {
    show(withPages(count))
    const alert = await screen.findByRole('alert', {}, { timeout: 20_000 })
    expect(alert.textContent).toBe('“示例很长.pdf”超过 10000 页，不予打开。请提供方拆成几个文件。')
    expect(document.querySelector('.pdf-column')).toBeNull()
  })

  it('of as many pages as are allowed opens, and draws those alone that are in sight', async () => {
    show(withPages(mostPages))
    await waitFor(() => expect(document.querySelectorAll('[data-page]').length).toBeGreaterThan(0), { timeout: 20_000 })
    expect(document.querySelectorAll('[data-page]').length).toBeLessThan(10)
    expect(screen.getByText(`/ ${mostPages}`, { exact: false })).toBeTruthy()
  })
})
