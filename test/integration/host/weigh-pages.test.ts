import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '@host/inspection/inspect-file'
import { jbig2Pixels } from '@host/inspection/picture-weight'
import { hugePagesIn } from '@shared/inspection/huge-pages'
import { bombPdfs, jbig2 } from '../../hostile/attachments/bomb-pdfs'
import { updated } from '../../hostile/attachments/pdf-maker'

describe('the pictures of a page are weighed before anything is drawn', () => {
  it.each(bombPdfs)('$name', async ({ make, isForeseen }) => {
    const inspection = await inspectFile(make())
    const huge = hugePagesIn(inspection)
    expect(huge.map(({ page }) => page)).toEqual(isForeseen ? [1] : [])
    for (const { width, height } of huge) expect(width * height).toBeGreaterThan(20_000_000)
  })

  it.each(['RC4-128', 'AES-256'] as const)('also where %s forbids printing', async (algorithm) => {
    const [bomb] = bombPdfs
    const document = await PDFDocument.load(bomb?.make() ?? '')
    document.encrypt({
      userPassword: '',
      ownerPassword: 'shili-owner',
      permissions: { printing: false },
      algorithm,
      allowWeakCryptography: true,
    })
    const huge = hugePagesIn(await inspectFile(Buffer.from(await document.save())))
    expect(huge).toEqual([{ page: 1, width: 60_000, height: 60_000 }])
  })

  it('also where another catalogue stands behind the one that holds', async () => {
    const other = {
      20: '<< /Type /Catalog /Pages 21 0 R >>',
      21: '<< /Type /Pages /Kids [22 0 R] /Count 1 >>',
      22: '<< /Type /Page /Parent 21 0 R /MediaBox [0 0 300 200] >>',
    }
    const huge = hugePagesIn(await inspectFile(updated(bombPdfs[0]?.make() ?? Buffer.alloc(0), other)))
    expect(huge.map(({ page }) => page)).toEqual([1])
  })

  it('and none is too large in the materials of real dossiers', async () => {
    const folder = 'resources/samples/vanadium-clean/materials'
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.pdf'))) {
      expect([name, hugePagesIn(await inspectFile(readFileSync(join(folder, name))))]).toEqual([name, []])
    }
  })

  it('JBIG2 segments are read to where they are cut off, and never beyond', () => {
    const whole = jbig2(60_000)
    for (let length = 0; length <= whole.length; length += 7) {
      const pixels = jbig2Pixels(whole.subarray(0, length))
      if (length >= 19) expect(pixels).toEqual({ width: 60_000, height: 60_000 })
      else expect(pixels).toBeNull()
    }
  })
})
