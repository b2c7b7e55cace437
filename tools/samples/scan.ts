import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import {
  concatTransformationMatrix,
  drawObject,
  grayscale,
  PDFDocument,
  popGraphicsState,
  pushGraphicsState,
} from 'pdf-lib'
import { seeded } from './random'

const scannedAt = new Date('2026-03-04T01:00:00Z')
/** 144 dpi. */
const scale = 144 / 72

/** Grey levels as a flat-bed scanner gives them: dull white, washed-out black, a shade along one edge; 4 bits each. */
function quantise(grey: Uint8Array, width: number, height: number, seed: string): Uint8Array {
  const random = seeded(seed)
  const stride = Math.ceil(width / 2)
  const packed = new Uint8Array(stride * height)
  const band = 6 + Math.floor(random() * 10)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const level = Math.min(14, 2 + Math.round(((grey[y * width + x] ?? 255) / 255) * 12))
      const shaded = x < band ? Math.max(0, level - 3) : level
      const index = y * stride + (x >> 1)
      packed[index] = (packed[index] ?? 0) | (x % 2 === 0 ? shaded << 4 : shaded)
    }
  }
  // Specks of dust.
  for (let i = 0; i < 26; i += 1) {
    const at = Math.floor(random() * packed.length)
    packed[at] = random() > 0.5 ? 0x88 : 0x6b
  }
  return packed
}

/** Turns a paper into what a scanner delivers: one slightly skewed grey picture per page, no text at all. */
export async function scanPdf(bytes: Uint8Array, title: string): Promise<Uint8Array> {
  const wasm = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')
  const library = await PDFiumLibrary.init({ wasmBinary: new Uint8Array(await readFile(wasm)).buffer })
  const source = await library.loadDocument(bytes)
  const result = await PDFDocument.create({ updateMetadata: false })
  result.setTitle(title)
  result.setSubject('示例材料，虚构')
  result.setProducer('sample scanner')
  result.setCreationDate(scannedAt)
  result.setModificationDate(scannedAt)
  for (const page of source.pages()) {
    const rendered = await page.render({ scale, colorSpace: 'Gray' })
    const { width, height } = rendered
    const seed = `scan ${title} ${page.number}`
    const image = result.context.flateStream(quantise(rendered.data, width, height, seed), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: width,
      Height: height,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 4,
    })
    const sheet = result.addPage([width / scale, height / scale])
    sheet.drawRectangle({ x: 0, y: 0, width: width / scale, height: height / scale, color: grayscale(0.9) })
    const name = sheet.node.newXObject('Scan', result.context.register(image))
    const random = seeded(seed)
    const angle = ((random() - 0.5) * 1.6 * Math.PI) / 180
    const cos = Math.cos(angle)
    const sin = Math.sin(angle)
    const w = width / scale
    const h = height / scale
    const dx = (random() - 0.5) * 5
    const dy = (random() - 0.5) * 5
    sheet.pushOperators(
      pushGraphicsState(),
      // Turned about the centre of the page.
      concatTransformationMatrix(
        w * cos,
        w * sin,
        -h * sin,
        h * cos,
        w / 2 - (w / 2) * cos + (h / 2) * sin + dx,
        h / 2 - (w / 2) * sin - (h / 2) * cos + dy,
      ),
      drawObject(name),
      popGraphicsState(),
    )
  }
  source.destroy()
  library.destroy()
  return result.save({ useObjectStreams: true })
}
