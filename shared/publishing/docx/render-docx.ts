/** Blocks to a Word file: the editable copy, by the same model as the PDF. */
import { Document, Packer, type ISectionOptions } from 'docx'
import JSZip from 'jszip'
import { printableModel } from '@shared/documents/blocks-complete'
import { docxBlocks } from './docx-blocks'
import { draftHeader, imprintBox, pageNumberFooter, redHead } from './docx-furniture'
import { verificationMark } from './docx-verification'
import { bodyLine, fontOf, halfPoints, rowPadding, twips } from './docx-style'

export interface RenderDocxOptions {
  /** The share of the grid's pitch that the PDF of the same model is set with (see `densityOf`). Default: 1. */
  density?: number
}

/**
 * A DOCX in bytes. Names the fonts an office has; nothing is embedded. Throws `DocumentIncompleteError` when something
 * is missing. Equal input gives equal bytes. The PDF is the authoritative copy.
 */
export async function renderDocx(
  given: unknown,
  { density = 1 }: RenderDocxOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const model = printableModel(given)
  const { layout } = model
  const isDraft = model.draft !== undefined
  const head = layout.kind === 'official' ? redHead(layout.head) : []
  const foot = layout.kind === 'official' && layout.imprint !== undefined ? [imprintBox(layout.imprint)] : []
  const mark = model.verification === undefined ? [] : [verificationMark(model.verification)]
  const section: ISectionOptions = {
    properties: {
      page: {
        size: { width: twips(210), height: twips(297) },
        margin: {
          top: twips(37),
          bottom: twips(35),
          left: twips(28),
          right: twips(26),
          header: twips(15),
          footer: twips(22.5),
        },
      },
    },
    ...(model.pageNumbers ? { footers: { default: pageNumberFooter('odd'), even: pageNumberFooter('even') } } : {}),
    ...(model.draft === undefined
      ? {}
      : { headers: { default: draftHeader(model.draft), even: draftHeader(model.draft) } }),
    children: [...head, ...docxBlocks(model.blocks, isDraft), ...foot, ...mark],
  }
  const document = new Document({
    title: model.title,
    subject: model.subject,
    creator: '联审 Lianshen',
    lastModifiedBy: '联审 Lianshen',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { font: fontOf('fang'), size: halfPoints.three }, paragraph: { spacing: bodyLine } },
      },
    },
    sections: [section],
  })
  return finish(await Packer.pack(document, 'uint8array'), { createdAt: model.createdAt, density })
}

interface Finish {
  createdAt: string
  density: number
}

/**
 * What the library cannot say: no snapping to a grid, 避头尾, no gaps around digits, pages filled to their last line, and
 * the dates and ids of the file given by the model.
 */
async function finish(bytes: Uint8Array, { createdAt, density }: Finish): Promise<Uint8Array<ArrayBuffer>> {
  const zip = await JSZip.loadAsync(bytes)
  const out = new JSZip()
  const date = new Date(createdAt)
  for (const name of Object.keys(zip.files).toSorted()) {
    const entry = zip.files[name]
    if (entry === undefined || entry.dir) continue
    const content = name.endsWith('.xml')
      ? rewrite(name, await entry.async('string'), { createdAt, density })
      : await entry.async('uint8array')
    out.file(name, content, { date, createFolders: false })
  }
  const packed = await out.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' })
  return new Uint8Array(packed)
}

function rewrite(name: string, xml: string, { createdAt, density }: Finish): string {
  if (name === 'docProps/core.xml') {
    return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${createdAt}`)
  }
  if (name === 'word/styles.xml') {
    return xml.replace(
      '<w:pPrDefault><w:pPr>',
      '<w:pPrDefault><w:pPr><w:widowControl w:val="0"/><w:kinsoku/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>',
    )
  }
  if (name === 'word/settings.xml') {
    return xml.replace('<w:compat>', '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>')
  }
  return withFixedIds(name === 'word/document.xml' && density < 1 ? setCloser(xml, density) : xml)
}

/** Lines of the text at a closer pitch; rows of tables padded less, by half when the pitch goes down by a quarter. */
function setCloser(xml: string, density: number): string {
  const padding = Math.round(rowPadding * (1 - 2 * (1 - density)))
  return xml
    .replaceAll(`w:line="${bodyLine.line}"`, `w:line="${Math.floor(bodyLine.line * density)}"`)
    .replace(/(<w:(?:top|bottom) w:type="dxa" w:w=")(\d+)/g, (whole, start: string, width: string) =>
      Number(width) === rowPadding ? `${start}${padding}` : whole,
    )
}

/** The library counts pictures and boxes through the life of the process and names watermarks by chance. */
function withFixedIds(xml: string): string {
  let count = 0
  return xml
    .replace(/(<wp:docPr id=")\d+/g, (_, start: string) => `${start}${++count}`)
    .replace(/PowerPlusWaterMarkObject[\w-]+/g, 'PowerPlusWaterMarkObject1')
}
