/** Papers that nearly fit one page are set to fit it; both copies alike. */
import { describe, expect, it } from 'vitest'
import JSZip from 'jszip'
import type { DocumentModel } from '@shared/documents/blocks'
import { renderDocx } from '@shared/publishing/docx/render-docx'
import { renderPdf } from '@shared/publishing/pdf/render-pdf'
import { densityOf } from '@shared/publishing/typeset/compose-pages'
import { fontSet } from '../../helpers/fonts'
import { longParagraph, notice, opinion } from '../../helpers/publishing-samples'
import { everyDocument } from '../../unit/documents/every-document'

const lines = (count: number): DocumentModel => ({
  ...opinion,
  blocks: [{ kind: 'paragraph', content: '示'.repeat(28 * count), align: 'flush' }],
})

describe('a paper that nearly fits one page', () => {
  const forms = everyDocument().filter(({ kind }) => kind === 'pledge' || kind === 'tally-sheet')

  it.each(forms)('$name stands on one page', async ({ model }) => {
    expect((await renderPdf(model, await fontSet())).pageCount).toBe(1)
  })

  it('is set closer by as little as it takes, and keeps the grid when it fits or is much too long', async () => {
    const fonts = await fontSet()
    const densities = [22, 23, 25, 27, 29, 30, 40].map((count) => densityOf(lines(count), fonts))
    expect(densities).toEqual([1, 0.95, 0.85, 0.8, 0.75, 1, 1])
  })

  it('keeps the grid of a paper with a red head', async () => {
    const official: DocumentModel = { ...notice, blocks: [{ kind: 'paragraph', content: longParagraph.repeat(3) }] }
    expect(densityOf(official, await fontSet())).toBe(1)
  })

  it('is set at the same pitch in its DOCX', async () => {
    const model = lines(27)
    const density = densityOf(model, await fontSet())
    const xml = async (options: { density?: number }): Promise<string> => {
      const zip = await JSZip.loadAsync(await renderDocx(model, options))
      return zip.file('word/document.xml')!.async('string')
    }
    expect(await xml({})).toContain('w:line="579"')
    const closer = await xml({ density })
    expect(closer).not.toContain('w:line="579"')
    expect(closer).toContain(`w:line="${Math.floor(579 * density)}"`)
  })
})
