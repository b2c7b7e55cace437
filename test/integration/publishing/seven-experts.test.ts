/** A panel of seven signs one PDF, each in the own place, in any order; checked by our verifier and by pdfsig. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Block, type Handwriting } from '@shared/documents/blocks'
import { handwritingPicture } from '@shared/publishing/docx/handwriting-picture'
import { renderPdf, type RenderedPdf } from '@shared/publishing/pdf/render-pdf'
import { signPdf } from '@shared/publishing/signing/sign-pdf'
import { verifyPdf } from '@shared/publishing/signing/verify-pdf'
import { type Place } from '@shared/publishing/typeset/drawing'
import { fontSet } from '../../helpers/fonts'
import { inkCount, rasterise, type Raster } from '../../helpers/pdf-raster'
import { opinion } from '../../helpers/publishing-samples'
import { makeSigner } from '../../helpers/signers'
import { hasTool, runTool } from '../../helpers/tools'

const names = ['王堃', '李喆', '赵䶮', '钱𣲗', '孙示例', '周示例', '吴示例']
/** Not the order of the table: signatures come in as the bundles do. */
const order = [3, 0, 6, 1, 5, 2, 4]

const unsigned = {
  ...opinion,
  blocks: opinion.blocks.map((block): Block =>
    block.kind === 'signatureTable'
      ? { ...block, rows: block.rows.map((row) => ({ ...row, signature: { kind: 'place' as const } })) }
      : block,
  ),
}

/** Each hand writes another line; the last one is a scanned picture. */
function handOf(index: number): Handwriting {
  const stroke = Array.from({ length: 12 }, (_, step): [number, number] => [
    10 + step * 24,
    50 + 40 * Math.sin(step * (index + 1)),
  ])
  const strokes: Handwriting = { kind: 'strokes', width: 300, height: 100, strokes: [stroke] }
  if (index < 6) return strokes
  return { kind: 'png', base64: Buffer.from(handwritingPicture(strokes)!.png).toString('base64') }
}

const placeOf = (places: readonly Place[], index: number) =>
  places.find((place) => place.kind === 'signature' && place.field === `expert-${index + 1}`)!

let rendered: RenderedPdf
let signed: Uint8Array<ArrayBuffer>

beforeAll(async () => {
  rendered = await renderPdf(unsigned, await fontSet())
  signed = new Uint8Array(rendered.bytes)
  for (const [turn, index] of order.entries()) {
    signed = await signPdf(signed, await makeSigner(names[index]!, `0${index + 1}`), {
      fieldName: `expert-${index + 1}`,
      signedAt: `2026-11-20T09:0${turn}:00Z`,
      reason: '内部完整性签名',
      place: placeOf(rendered.places, index),
      handwriting: handOf(index),
    })
  }
}, 60_000)

describe('seven experts sign one PDF', () => {
  test('every signature is intact, in the order of signing; only signatures were added after each', async () => {
    const { signatures } = await verifyPdf(signed)
    expect(signatures.map(({ signer }) => signer?.commonName)).toEqual(order.map((index) => names[index]))
    expect(signatures.map(({ intact }) => intact)).toEqual(order.map(() => true))
    expect(signatures.map(({ laterChanges }) => laterChanges)).toEqual([
      ...Array.from({ length: 6 }, () => 'signatures'),
      'none',
    ])
  })

  test('each hand stands in the own cell', async () => {
    const [before, after] = await Promise.all([rasterise(rendered.bytes), rasterise(signed)])
    for (const index of names.keys()) {
      const { page, rect } = placeOf(rendered.places, index)
      const inCell = (raster: Raster) => inkCount(crop(raster, rect))
      expect(inCell(before[page - 1]!), names[index]).toBe(0)
      expect(inCell(after[page - 1]!), names[index]).toBeGreaterThan(50)
    }
  })

  test('one byte of the pages changed breaks all seven', async () => {
    const tampered = signed.slice()
    tampered[3000]! ^= 1
    expect((await verifyPdf(tampered)).signatures.filter(({ intact }) => intact)).toEqual([])
  })

  test.runIf(hasTool('pdfsig'))('pdfsig calls all seven valid', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lianshen-seven-'))
    try {
      writeFileSync(join(folder, 'seven.pdf'), signed)
      const { text } = runTool('pdfsig', join(folder, 'seven.pdf'))
      expect(text.match(/Signature is Valid/g)).toHaveLength(7)
      expect(text.match(/Total document signed/g)).toHaveLength(1)
      for (const name of names) expect(text).toContain(name)
      if (hasTool('qpdf')) expect(runTool('qpdf', '--check', join(folder, 'seven.pdf'))).toMatchObject({ status: 0 })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

/** The part of a page under a rectangle in points; a raster has 1.5 pixels to the point. */
function crop(raster: Raster, rect: { x: number; y: number; width: number; height: number }): Raster {
  const [x, y, width, height] = [rect.x, rect.y, rect.width, rect.height].map((length) => Math.round(length * 1.5)) as [
    number,
    number,
    number,
    number,
  ]
  const rows = Array.from({ length: height }, (_, row) => {
    const start = ((y + row) * raster.width + x) * 4
    return raster.pixels.subarray(start, start + width * 4)
  })
  return { width, height, pixels: new Uint8Array(Buffer.concat(rows)) }
}
