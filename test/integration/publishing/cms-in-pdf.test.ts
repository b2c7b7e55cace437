import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { signPdf } from '@shared/publishing/signing/sign-pdf'
import { verifyPdf } from '@shared/publishing/signing/verify-pdf'
import { makeWorld } from '../../hostile/cms/cases'
import { cmsCorpus } from '../../hostile/cms/corpus'
import { hashOf } from '../../hostile/cms/forge'
import { makeSigner } from '../../helpers/signers'

/** A signed PDF, and the same with another signature in the room that was kept for it. */
async function signedPdf() {
  const plain = await PDFDocument.create()
  plain.addPage([595, 842])
  const options = { fieldName: 'desk', signedAt: '2026-11-20T09:00:00Z', reason: '示例' }
  const signer = await makeSigner('示例', '01')
  const bytes = Buffer.from(
    await signPdf(new Uint8Array(await plain.save({ useObjectStreams: false })), signer, options),
  )
  const range = /\/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)/u.exec(bytes.toString('latin1'))!
  const [start, end] = [Number(range[1]), Number(range[2])]
  const content = Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])
  const room = (end - start - 2) / 2
  const withCms = (cms: Buffer): Uint8Array<ArrayBuffer> => {
    const file = Buffer.from(bytes)
    file.write(cms.toString('hex').padEnd(room * 2, '0'), start + 1, 'latin1')
    return new Uint8Array(file)
  }
  return { content, room, withCms }
}

test('no attack on a signature passes inside a PDF', async () => {
  const { content, room, withCms } = await signedPdf()
  const world = makeWorld(content)
  const desk = hashOf('sha256', world.desk.certificate).toString('hex')
  const genuine = (await verifyPdf(withCms(world.genuine), [desk])).signatures[0]
  expect(genuine).toMatchObject({ intact: true, trusted: true })
  const corpus = cmsCorpus(world).filter(({ onlyDetached, p7s }) => onlyDetached !== true && p7s.length <= room)
  expect(corpus.length).toBeGreaterThan(150)
  const passed: string[] = []
  for (const { family, name, expected, p7s } of corpus) {
    const { verdict, signatures } = await verifyPdf(withCms(p7s), [desk])
    const [signature] = signatures
    // The page around it was made by another program: nothing on it may ever be called ours.
    if (verdict === 'intact') passed.push(`${family}: ${name} is called intact`)
    const isSound = expected === 'ours' || expected.startsWith('other:')
    // The one that a desk makes for a PDF: without the time, which stands in the dictionary.
    if (signature?.intact === true && !isSound) passed.push(`${family}: ${name}`)
    if (signature?.trusted === true && expected !== 'ours') passed.push(`${family}: ${name} is trusted`)
    if (expected === 'ours' && signature?.trusted === true && name !== 'no time, as in a PDF') passed.push(name)
  }
  expect(passed).toEqual([])
})
