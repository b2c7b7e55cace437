import { createHash, X509Certificate } from 'node:crypto'
import { PDFDocument, PDFName, rgb } from 'pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { renderPdf, type RenderedPdf } from '@shared/publishing/pdf/render-pdf'
import { type Signer } from '@shared/publishing/signing/cms'
import { signDetached, verifyDetached } from '@shared/publishing/signing/detached'
import { signPdf } from '@shared/publishing/signing/sign-pdf'
import { verifyPdf } from '@shared/publishing/signing/verify-pdf'
import { fontSet } from '../../helpers/fonts'
import { readPages } from '../../helpers/pdf-text'
import { inkCount, rasterise } from '../../helpers/pdf-raster'
import { opinion } from '../../helpers/publishing-samples'
import { makeSigner } from '../../helpers/signers'

type Bytes = Uint8Array<ArrayBuffer>
const own = (bytes: Uint8Array): Bytes => new Uint8Array(bytes)
const fingerprint = (signer: Signer) => createHash('sha256').update(signer.certificate).digest('hex')

let wang: Signer
let li: Signer
let rendered: RenderedPdf
let once: Bytes
let twice: Bytes

const scrawl = {
  kind: 'strokes' as const,
  width: 100,
  height: 40,
  strokes: [
    [
      [0, 40],
      [50, 0],
      [100, 40],
    ] as [number, number][],
    [
      [20, 25],
      [80, 25],
    ] as [number, number][],
  ],
}

beforeAll(async () => {
  ;[wang, li] = await Promise.all([makeSigner('王堃', '01ab'), makeSigner('李喆', 'f2cd')])
  rendered = await renderPdf(opinion, await fontSet())
  const place = (field: string) => rendered.places.find((found) => found.kind === 'signature' && found.field === field)!
  const reason = '内部完整性签名'
  once = await signPdf(own(rendered.bytes), wang, {
    fieldName: 'expert-1',
    signedAt: '2026-11-20T09:00:00Z',
    reason,
    place: place('expert-1'),
    handwriting: scrawl,
  })
  twice = await signPdf(once, li, {
    fieldName: 'expert-3',
    signedAt: '2026-11-20T10:30:00Z',
    reason,
    location: '成都',
    place: place('expert-3'),
  })
})

describe('several experts sign one PDF', () => {
  test('each signature is appended: what was signed before stays byte for byte', () => {
    expect(Buffer.compare(once.subarray(0, rendered.bytes.length), rendered.bytes)).toBe(0)
    expect(Buffer.compare(twice.subarray(0, once.length), once)).toBe(0)
  })

  test('both stay intact and say who, when and why', async () => {
    const { signatures } = await verifyPdf(twice, [fingerprint(wang)])
    expect(signatures).toMatchObject([
      {
        fieldName: 'expert-1',
        signer: { commonName: '王堃', organisation: '示例研究院', fingerprint: fingerprint(wang) },
        signedAt: '2026-11-20T09:00:00.000Z',
        reason: '内部完整性签名',
        intact: true,
        coversWholeFile: false,
        laterChanges: 'signatures',
        trusted: true,
        withinValidity: true,
      },
      {
        fieldName: 'expert-3',
        signer: { commonName: '李喆' },
        intact: true,
        coversWholeFile: true,
        laterChanges: 'none',
        trusted: false,
      },
    ])
  })

  test('the handwriting is drawn in its cell and nowhere else, the text stays as it was', async () => {
    const page = rendered.places.find(({ kind }) => kind === 'signature')!.page
    const before = (await rasterise(rendered.bytes))[page - 1]!
    const after = (await rasterise(once))[page - 1]!
    expect(inkCount(after)).toBeGreaterThan(inkCount(before))
    const { rect } = rendered.places[0]!
    for (let at = 0; at < after.pixels.length; at += 4) {
      if (after.pixels[at] === before.pixels[at]) continue
      const [x, y] = [((at / 4) % after.width) / 1.5, Math.floor(at / 4 / after.width) / 1.5]
      expect(x > rect.x - 1 && x < rect.x + rect.width + 1 && y > rect.y - 1 && y < rect.y + rect.height + 1).toBe(true)
    }
    const text = (pages: Awaited<ReturnType<typeof readPages>>) => pages.map(({ characters }) => characters)
    expect(text(await readPages(twice))).toEqual(text(await readPages(rendered.bytes)))
  })

  test('a field cannot be signed twice, nor a page that is not there', async () => {
    const options = { fieldName: 'expert-1', signedAt: '2026-11-20T11:00:00Z', reason: '示例' }
    await expect(signPdf(once, li, options)).rejects.toMatchObject({ kind: 'field-exists' })
    const place = { page: 99, rect: { x: 0, y: 0, width: 10, height: 10 } }
    await expect(signPdf(once, li, { ...options, fieldName: 'x', place })).rejects.toMatchObject({
      kind: 'page-missing',
    })
    await expect(signPdf(own(Buffer.from('no pdf')), li, options)).rejects.toMatchObject({ kind: 'not-our-file' })
  })
})

describe('what has been tampered with is told', () => {
  test('one flipped byte anywhere that is signed breaks every signature over it', async () => {
    for (const at of [15, 5000, rendered.bytes.length - 200]) {
      const tampered = own(twice)
      tampered[at]! ^= 0x01
      const { signatures } = await verifyPdf(tampered, [fingerprint(wang)])
      expect(signatures.map(({ intact, trusted }) => [intact, trusted])).toEqual([
        [false, false],
        [false, false],
      ])
    }
  })

  test('a byte after the first signature breaks the second alone', async () => {
    const tampered = own(twice)
    tampered[once.length + 40]! ^= 0x01
    const { signatures } = await verifyPdf(tampered)
    expect(signatures.map(({ intact }) => intact)).toEqual([true, false])
  })

  test('a flipped byte inside the signature itself does not pass', async () => {
    const text = Buffer.from(once).toString('latin1')
    const contents = text.indexOf('/Contents <') + 11
    for (const offset of [200, 900, 2000]) {
      const tampered = own(once)
      const at = contents + offset
      tampered[at] = tampered[at] === 0x30 ? 0x31 : 0x30
      const { verdict, signatures } = await verifyPdf(tampered)
      expect(verdict, `at ${offset}`).toBe('damaged')
      expect(signatures.some(({ intact }) => intact)).toBe(false)
    }
  })

  test('a page changed by a later update is told although the signed bytes are intact', async () => {
    const document = await PDFDocument.load(once, { forIncrementalUpdate: true, updateMetadata: false })
    document.getPage(0).drawRectangle({ x: 100, y: 100, width: 200, height: 200, color: rgb(1, 1, 1) })
    const changed = own(await document.save({ useObjectStreams: false }))
    const [signature] = (await verifyPdf(changed, [fingerprint(wang)])).signatures
    expect(signature).toMatchObject({ intact: true, coversWholeFile: false, laterChanges: 'other' })
  })

  test('an annotation that is no signature, added later, is told', async () => {
    const document = await PDFDocument.load(once, { forIncrementalUpdate: true, updateMetadata: false })
    const note = document.context.register(
      document.context.obj({ Type: 'Annot', Subtype: 'Square', Rect: [0, 0, 500, 500] }),
    )
    const leaf = document.catalog.Pages().Kids().lookup(0)!
    if (!('set' in leaf)) throw new Error('a page is a dictionary')
    ;(leaf as unknown as { set: (key: PDFName, value: unknown) => void }).set(
      PDFName.of('Annots'),
      document.context.obj([note]),
    )
    const changed = own(await document.save({ useObjectStreams: false }))
    expect((await verifyPdf(changed)).signatures[0]?.laterChanges).toBe('other')
  })

  test('a file without signature has none, a broken file throws nothing', async () => {
    expect((await verifyPdf(own(rendered.bytes))).signatures).toEqual([])
    expect((await verifyPdf(own(Buffer.from('%PDF-1.7 broken')))).signatures).toEqual([])
    const [signature] = (await verifyPdf(own(once.subarray(0, once.length - 400)))).signatures
    expect(signature?.intact).toBe(false)
  })
})

describe('detached signatures', () => {
  test('hold over exactly these bytes, and name signer and time', async () => {
    const content = own(Buffer.from('示例文件'))
    const p7s = await signDetached(content, wang, '2026-11-20T09:00:00Z')
    expect(await verifyDetached(content, p7s)).toMatchObject({
      kind: 'intact',
      signer: { commonName: '王堃', fingerprint: fingerprint(wang) },
      signedAt: '2026-11-20T09:00:00.000Z',
    })
    expect((await verifyDetached(own(Buffer.from('示例文件 ')), p7s)).kind).toBe('altered')
    expect((await verifyDetached(content, own(p7s.subarray(0, 40)))).kind).toBe('unreadable')
    expect((await verifyDetached(content, own(Buffer.from('hello')))).kind).toBe('unreadable')
  })

  test('a certificate swapped for another of the same name does not pass', async () => {
    const content = own(Buffer.from('示例文件'))
    const other = await makeSigner('王堃', '01ab')
    const p7s = await signDetached(content, { certificate: other.certificate, key: wang.key })
    expect((await verifyDetached(content, p7s)).kind).toBe('altered')
  })
})

describe('the certificate of a desk', () => {
  test('is self-issued, names the desk in Chinese, and may sign', () => {
    const certificate = new X509Certificate(li.certificate)
    expect(certificate.subject).toBe('O=示例研究院\nCN=李喆')
    expect(certificate.issuer).toBe(certificate.subject)
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(certificate.serialNumber).toBe('F2CD')
    expect(certificate.ca).toBe(true)
  })

  test('a serial that is not hexadecimal is refused', async () => {
    await expect(makeSigner('示例', 'xyz')).rejects.toThrow(/serial/)
  })
})
