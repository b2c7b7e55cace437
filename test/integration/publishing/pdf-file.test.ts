/** The file itself: glyphs really embedded, metadata, attachments, equal bytes. */
import { PDFDocument, type PDFDict } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { faces, type DocumentModel } from '@shared/documents/blocks'
import { renderPdf } from '@shared/publishing/pdf/render-pdf'
import { fontBytes, fontSet } from '../../helpers/fonts'
import { inkCount, rasterise } from '../../helpers/pdf-raster'
import { notice, opinion } from '../../helpers/publishing-samples'
import { tracesOfThisComputer } from '../../helpers/this-computer'

const asText = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

describe('glyphs', () => {
  test('each face: the subset looks pixel for pixel like the whole font', async () => {
    const text = '示例四川省产业技术创新战略联盟，〔2026〕27号：“轻量化”——王堃、李喆、赵䶮、钱𣲗。'
    const model: DocumentModel = {
      ...opinion,
      pageNumbers: false,
      blocks: faces.flatMap((face) => [
        { kind: 'paragraph' as const, content: [{ text, face }] },
        { kind: 'pageBreak' as const },
      ]),
    }
    const fonts = await fontSet()
    const subset = await renderPdf(model, fonts)
    const whole = await renderPdf(model, fonts, { wholeFonts: await fontBytes() })
    expect(whole.bytes.length).toBeGreaterThan(20 * subset.bytes.length)
    const [ours, theirs] = [await rasterise(subset.bytes), await rasterise(whole.bytes)]
    expect(ours).toHaveLength(faces.length)
    for (const [index, face] of faces.entries()) {
      expect(inkCount(ours[index]!), face).toBeGreaterThan(1000)
      expect(Buffer.compare(ours[index]!.pixels, theirs[index]!.pixels), face).toBe(0)
    }
  })

  test('text can be copied out as it was put in, rare characters too', async () => {
    const { bytes } = await renderPdf(opinion, await fontSet())
    const { readPages } = await import('../../helpers/pdf-text')
    const text = (await readPages(bytes)).flatMap((page) => page.characters.map(({ character }) => character)).join('')
    for (const part of ['王堃、李喆、赵䶮、钱𣲗', '1280.50万元', '表决统计']) expect(text).toContain(part)
  })
})

describe('the file', () => {
  test('equal input gives equal bytes', async () => {
    const fonts = await fontSet()
    for (const model of [opinion, notice]) {
      const first = await renderPdf(model, fonts)
      const second = await renderPdf(structuredClone(model), fonts)
      expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
    }
  })

  test('its dates are the ones given, and it names no person', async () => {
    const { bytes } = await renderPdf(opinion, await fontSet())
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    expect(document.getTitle()).toBe(opinion.title)
    expect(document.getCreationDate()?.toISOString()).toBe('2026-11-20T08:00:00.000Z')
    expect(document.getModificationDate()?.toISOString()).toBe('2026-11-20T08:00:00.000Z')
    expect(document.getAuthor()).toBeUndefined()
  })

  test('dictionary and XMP say what the document says, and no author, computer, user or folder', async () => {
    const { bytes } = await renderPdf(opinion, await fontSet())
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const info = document.context.lookup(document.context.trailerInfo.Info) as PDFDict
    expect(
      info
        .keys()
        .map((key) => key.decodeText())
        .toSorted(),
    ).toEqual(['CreationDate', 'Creator', 'Keywords', 'ModDate', 'Producer', 'Subject', 'Title'].toSorted())
    const [xmp] = /<x:xmpmeta.*<\/x:xmpmeta>/s.exec(new TextDecoder().decode(bytes))!
    const said = [...xmp.matchAll(/>([^<>]+)</g)].map(([, text]) => text!.trim()).filter((text) => text !== '')
    const allowed = [opinion.title, opinion.subject, '联审 Lianshen', opinion.kind, opinion.id, 'zh-CN']
    const plain = said.filter(
      (text) => !/^(application\/pdf|[0-9]|[UB]|2026-11-20T08:00:00(\.000)?(Z|\+00:00))$/.test(text),
    )
    for (const text of plain) {
      expect(
        allowed.some((known) => text.includes(known)),
        text,
      ).toBe(true)
    }
    for (const trace of tracesOfThisComputer) expect(asText(bytes).includes(trace), trace).toBe(false)
  })

  test('it declares PDF/A-2U, or 3U when it carries the opinion as JSON', async () => {
    const fonts = await fontSet()
    expect(asText((await renderPdf(opinion, fonts)).bytes)).toMatch(/pdfaid:part>2<.*pdfaid:conformance>U</s)
    const json = new TextEncoder().encode('{"示例":true}')
    const attachment = { name: 'opinion.json', mediaType: 'application/json', description: '意见数据', bytes: json }
    const { bytes } = await renderPdf(opinion, fonts, { attachments: [attachment] })
    expect(asText(bytes)).toMatch(/pdfaid:part>3<.*pdfaid:conformance>U</s)
    const [found] = (await PDFDocument.load(bytes)).getAttachments()
    expect(found?.name).toBe('opinion.json')
    expect(Buffer.compare(found!.data, json)).toBe(0)
    await expect(renderPdf(opinion, fonts, { attachments: [attachment], conformance: '2U' })).rejects.toThrow(/3U/)
  })

  test('a signature as a transparent picture is laid on white', async () => {
    const { encode } = await import('pdf-lib/upng')
    const pixels = new Uint8Array(40 * 20 * 4)
    for (let at = 0; at < pixels.length; at += 16) pixels.set([0, 0, 0, 255], at)
    const base64 = Buffer.from(encode([pixels.buffer], 40, 20, 0)).toString('base64')
    const model = {
      ...opinion,
      blocks: opinion.blocks.map((block) =>
        block.kind === 'signatureTable'
          ? { ...block, rows: block.rows.map((row) => ({ ...row, signature: { kind: 'png', base64 } })) }
          : block,
      ),
    }
    const { bytes } = await renderPdf(model, await fontSet())
    expect(asText(bytes)).toContain('/Subtype /Image')
    expect(asText(bytes)).not.toContain('/SMask')
  })
})
