/** QR code and code on paper, read back from the pixels and from the XML. */
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { renderDocx } from '@shared/publishing/docx/render-docx'
import { paper, typeArea, verificationPlace } from '@shared/publishing/page-geometry'
import { renderPdf } from '@shared/publishing/pdf/render-pdf'
import { qrModules } from '@shared/publishing/qr-modules'
import { fontSet } from '../../helpers/fonts'
import { rasterise, type Raster } from '../../helpers/pdf-raster'
import { lineWith, readPages, textLines } from '../../helpers/pdf-text'
import { notice, opinion } from '../../helpers/publishing-samples'

const payload = 'LIANSHEN:WERC8GMR:E3B0C44298FC1C149AFBF4C8996FB924'
const verification = { code: 'WERC8GMR', payload }
const marked = { ...opinion, verification }
const millimetres = (points: number): number => (points * 25.4) / 72

/** Dark or light in the middle of each square, as a reader of QR codes samples. */
function sample(raster: Raster, left: number, count: number): boolean[][] {
  // A raster has whole points only.
  const [across, down] = [raster.width / paper.width, raster.height / paper.height]
  const step = verificationPlace.size / count
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (_unused, column) => {
      const x = Math.round((left + (column + 0.5) * step) * across)
      const y = Math.round((verificationPlace.top + (row + 0.5) * step) * down)
      return raster.pixels[(y * raster.width + x) * 4]! < 128
    }),
  )
}

describe('the link from paper to file', () => {
  test('the last page alone carries the code; its squares are those of the payload', async () => {
    const { bytes, pageCount } = await renderPdf(marked, await fontSet())
    const pages = await readPages(bytes)
    const code = lineWith(pages, 'WERC 8GMR')
    expect(code.page).toBe(pageCount)
    expect(lineWith(pages, '核验码').page).toBe(pageCount)
    const last = (await rasterise(bytes, 4)).at(-1)!
    const left = (code.left * 72) / 25.4 - verificationPlace.textGap - verificationPlace.size
    const expected = qrModules(payload)
    expect(sample(last, left, expected.length)).toEqual(expected)
  })

  test.each([
    ['an even page', marked],
    ['an odd page', { ...notice, verification }],
  ])('on %s it stands clear of the type area, the page number and the edge of the paper', async (_, model) => {
    const { bytes, pageCount } = await renderPdf(model, await fontSet())
    const page = (await readPages(bytes)).at(-1)!
    const code = lineWith([page], 'WERC 8GMR')
    const number = page.characters.filter(
      ({ size, baseline }) => size > 13 && size < 15 && baseline > millimetres(typeArea.bottom) + 2,
    )
    expect(number.map(({ character }) => character).join('')).toContain(String(pageCount))
    const qrLeft = code.left - millimetres(verificationPlace.textGap + verificationPlace.size)
    const quiet = (millimetres(verificationPlace.size) / qrModules(payload).length) * 4
    for (const { x, width } of number) expect(x > code.right + 2 || x + width < qrLeft - quiet).toBe(true)
    expect(millimetres(verificationPlace.top - typeArea.bottom)).toBeGreaterThan(quiet)
    expect(millimetres(verificationPlace.top + verificationPlace.size)).toBeLessThan(297 - 10)
  })

  test('nothing else on any page moves', async () => {
    const fonts = await fontSet()
    const [without, withMark] = await Promise.all(
      [opinion, marked].map(async (model) => readPages((await renderPdf(model, fonts)).bytes)),
    )
    const kept = withMark!.map((page) => textLines(page).map(({ text, left, baseline }) => ({ text, left, baseline })))
    for (const [index, page] of without!.entries()) {
      const lines = textLines(page).map(({ text, left, baseline }) => ({ text, left, baseline }))
      expect(kept[index]).toEqual(expect.arrayContaining(lines))
    }
  })

  test('the Word copy has the picture and the words in the foot margin', async () => {
    const zip = await JSZip.loadAsync(await renderDocx(marked))
    const xml = await zip.file('word/document.xml')!.async('string')
    expect(xml).toMatch(/核验码.*WERC 8GMR/s)
    expect(xml.match(/relativeFrom="bottomMargin"/g)).toHaveLength(2)
    const pictures = Object.keys(zip.files).filter((name) => /media\/.*png$/.test(name))
    expect(pictures).toHaveLength(2)
    expect(
      await (await JSZip.loadAsync(await renderDocx(opinion))).file('word/document.xml')!.async('string'),
    ).not.toContain('核验码')
  })
})
