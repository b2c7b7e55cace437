import { PDFDocument, PDFName, degrees } from 'pdf-lib'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readingMarkKinds, type ReadingMark } from '@shared/domain/reading-mark'
import { markedCopy } from '@shared/publishing/pdf/marked-copy'
import { MarkedCopyError, MissingGlyphError } from '@shared/publishing/publishing-errors'
import { fontSet } from '../../helpers/fonts'
import { rasterise, type Raster } from '../../helpers/pdf-raster'
import { pdfPageTexts } from '../../helpers/sample-pdf-text'
import { readSampleMaterial } from '../../helpers/samples'
import { hasTool, runTool } from '../../helpers/tools'

const words = {
  heading: '批注副本（示例），不是申报材料原件',
  kinds: { point: '要点', doubt: '存疑', contradiction: '矛盾' },
}

const mark = (change: Partial<ReadingMark> = {}): ReadingMark => ({
  id: 'mark-1',
  kind: 'doubt',
  materialId: 'm1',
  materialTitle: '协议书（示例）',
  sha256: 'a'.repeat(64),
  page: 1,
  boxes: [{ x: 0.5, y: 0.25, width: 0.2, height: 0.05 }],
  quote: '',
  note: '编号与申请表是否一致？请核对𠮷林示例。',
  ...change,
})

/** One blank sheet, turned by the file, cropped, in units of its own. */
async function sheet(turn = 0, unit = 1): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const page = document.addPage([500, 700])
  page.setCropBox(50, 100, 400, 500)
  page.setRotation(degrees(turn))
  if (unit !== 1) page.node.set(PDFName.of('UserUnit'), document.context.obj(unit))
  return document.save()
}

/** Share of the seen page at which a colour lies: of the page alone, without the column of notes. */
function boxOf({ width, height, pixels }: Raster, isInk: (r: number, g: number, b: number) => boolean, right: number) {
  const at = { left: 1, top: 1, right: 0, bottom: 0 }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width * right; x += 1) {
      const i = 4 * (y * width + x)
      if (!isInk(pixels[i]!, pixels[i + 1]!, pixels[i + 2]!)) continue
      at.left = Math.min(at.left, x / (width * right))
      at.right = Math.max(at.right, x / (width * right))
      at.top = Math.min(at.top, y / height)
      at.bottom = Math.max(at.bottom, y / height)
    }
  }
  return at
}

const isDoubt = (r: number, g: number, b: number) => b > 245 && r > 190 && r < 225 && g > 215 && g < 235

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marked-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a copy with marks drawn in', () => {
  it.each([
    [0, 1],
    [90, 1],
    [180, 1],
    [270, 1],
    [0, 2],
    [90, 2],
  ])('has them where they were made, on a page turned by %i in units of %i points', async (turn, unit) => {
    const { bytes } = await markedCopy(await sheet(turn, unit), [mark()], words, await fontSet())
    const [raster] = await rasterise(bytes, 1)
    const seenWidth = (turn % 180 === 0 ? 400 : 500) * unit
    const right = seenWidth / (seenWidth + 170)
    const found = boxOf(raster!, isDoubt, right)
    expect(found.left).toBeCloseTo(0.5, 1)
    expect(found.right).toBeCloseTo(0.7, 1)
    expect(found.top).toBeCloseTo(0.25, 1)
    expect(found.bottom).toBeCloseTo(0.3, 1)
  })

  it('says the kind in a sign and a word, and the note in letters of its own, on the page of each', async () => {
    const original = readSampleMaterial('vanadium-clean', '02-agreement.pdf')
    const before = Buffer.from(original)
    const marks = readingMarkKinds.map((kind, at) => mark({ kind, page: 4 + at, note: `第${at + 1}条批注` }))
    const { bytes, pageCount } = await markedCopy(new Uint8Array(original), marks, words, await fontSet())
    expect(Buffer.compare(before, original)).toBe(0)
    expect(pageCount).toBe(23)
    const texts = await pdfPageTexts(bytes)
    for (const [at, kind] of readingMarkKinds.entries()) {
      expect(texts[3 + at]).toContain(`1${['★', '？', '≠'][at]!}${words.kinds[kind]}`)
      expect(texts[3 + at]).toContain(`第${at + 1}条批注`)
      expect(texts[3 + at]).toContain(words.heading)
    }
    expect(texts[0]).not.toContain(words.heading)
    const plain = await pdfPageTexts(new Uint8Array(before))
    expect(texts[8]).toBe(plain[8])
    if (hasTool('qpdf')) {
      const path = join(folder, 'copy.pdf')
      await writeFile(path, bytes)
      expect(runTool('qpdf', '--check', path)).toMatchObject({ status: 0 })
    }
  })

  it('loses no note that is longer than the page', async () => {
    const notes = Array.from({ length: 12 }, (_, at) => `${'长批注'.repeat(200)}末尾${String(at).padStart(2, '0')}`)
    const marks = notes.map((note, at) => mark({ note, boxes: [{ x: 0.1, y: at / 12, width: 0.5, height: 0.02 }] }))
    const { bytes } = await markedCopy(await sheet(), marks, words, await fontSet())
    const whole = (await pdfPageTexts(bytes)).join('')
    for (const at of notes.keys()) expect(whole).toContain(`末尾${String(at).padStart(2, '0')}`)
  })

  it('names a character that no face has, and refuses what is no PDF', async () => {
    const fonts = await fontSet()
    await expect(markedCopy(await sheet(), [mark({ note: '示例\u{1F600}' })], words, fonts)).rejects.toThrow(
      MissingGlyphError,
    )
    await expect(markedCopy(new TextEncoder().encode('示例'), [mark()], words, fonts)).rejects.toThrow(MarkedCopyError)
  })

  it('is made of a file with an owner’s password alone, and of none that wants a password to open', async () => {
    if (!hasTool('qpdf')) return
    const plain = join(folder, 'plain.pdf')
    await writeFile(plain, readSampleMaterial('vanadium-clean', '06-funds-rule.pdf'))
    for (const [user, isOpen] of [
      ['', true],
      ['geheim', false],
    ] as const) {
      const path = join(folder, 'locked.pdf')
      expect(runTool('qpdf', '--encrypt', user, 'owner', '256', '--', plain, path).status).toBe(0)
      const copy = markedCopy(new Uint8Array(await readFile(path)), [mark()], words, await fontSet())
      if (isOpen) expect((await pdfPageTexts((await copy).bytes))[0]).toContain('存疑')
      else await expect(copy).rejects.toThrow(MarkedCopyError)
    }
  })
})
