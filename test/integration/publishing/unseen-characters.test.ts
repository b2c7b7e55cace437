import '../../helpers/newer-javascript'
import fc from 'fast-check'
import JSZip from 'jszip'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import type { DocumentModel } from '@shared/documents/blocks'
import { renderDocx } from '@shared/publishing/docx/render-docx'
import { renderPdf } from '@shared/publishing/pdf/render-pdf'
import { fontSet } from '../../helpers/fonts'
import { readPages } from '../../helpers/pdf-text'

const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
const characters = [
  ...['\u061c', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068'],
  ...['\u2069', '\u200b', '\u00ad', '\ufeff'],
]

/** Words of a person with a character in them that turns round or hides what stands beside it. */
const words = fc
  .tuple(
    fc.constantFrom('示例联盟', '陈守玉', 'fdp.exe'),
    fc.constantFrom(...characters),
    fc.constantFrom('意见', 'cod'),
  )
  .map((parts) => parts.join(''))

/** One document with the words at every kind of place. */
const documentWith = (text: string): DocumentModel => ({
  id: 'example/1',
  kind: 'example',
  title: text,
  subject: text,
  createdAt: '2026-11-20T08:00:00Z',
  layout: { kind: 'plain' },
  pageNumbers: true,
  blocks: [
    { kind: 'title', text, words: [text.slice(0, 3), text.slice(3)] },
    { kind: 'heading', level: 1, number: 1, text, content: [{ text, face: 'kai' }, { blank: 2 }] },
    { kind: 'paragraph', content: text },
    { kind: 'table', caption: text, columns: [{ header: text, width: 1 }], rows: [[text]] },
    {
      kind: 'signatureTable',
      headers: { index: '序号', name: '姓名', unit: '单位', role: '职务', signature: '签名' },
      rows: [{ field: 'A1', name: text, unit: text, role: text, signature: { kind: 'place' } }],
    },
    { kind: 'tally', items: [{ label: text, count: 1 }], outcome: text },
    { kind: 'signature', names: [text], seal: false, date: '2026-12-05' },
  ],
})

test('no character that turns others round reaches a PDF or a Word file; each is named in its place', async () => {
  const fonts = await fontSet()
  await fc.assert(
    fc.asyncProperty(words, async (text) => {
      const model = documentWith(text)
      const { bytes } = await renderPdf(model, fonts)
      const set = (await readPages(bytes)).flatMap((page) => page.characters.map(({ character }) => character)).join('')
      const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
      const { info } = (await document.getMetadata()) as { info: { Title?: string; Subject?: string } }
      await document.loadingTask.destroy()
      const zip = await JSZip.loadAsync(await renderDocx(model))
      const xml = await zip.file('word/document.xml')!.async('string')
      const core = await zip.file('docProps/core.xml')!.async('string')
      for (const written of [set, info.Title ?? '', info.Subject ?? '', xml, core]) {
        expect(written).not.toMatch(turning)
        expect(written).toMatch(/〚(?:ALM|LRM|RLM|LRE|RLE|PDF|LRO|RLO|LRI|RLI|FSI|PDI|ZWSP|SHY|BOM)〛/u)
      }
      // The model itself, which is kept and signed, stays what it was.
      expect(model).toEqual(documentWith(text))
    }),
    { numRuns: 12 },
  )
})
