/** The publisher in its worker thread, built as the product builds it, and in this thread. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DocumentIncompleteError } from '@shared/documents/blocks-complete'
import { MissingGlyphError } from '@shared/publishing/publishing-errors'
import { renderPdf } from '@shared/publishing/pdf/render-pdf'
import { verifyDetached } from '@shared/publishing/signing/detached'
import { verifyPdf } from '@shared/publishing/signing/verify-pdf'
import { createPublisher, type Publisher } from '@host/publishing/publisher'
import { buildPublishingWorker } from '../../helpers/built-worker'
import { fontSet } from '../../helpers/fonts'
import { notice, opinion } from '../../helpers/publishing-samples'
import { makeSigner } from '../../helpers/signers'

let threaded: Publisher
beforeAll(async () => {
  threaded = createPublisher({ worker: { url: await buildPublishingWorker() } })
})
afterAll(() => threaded.close())

describe('publishing in a thread of its own', () => {
  test('gives the same bytes as in this thread', async () => {
    const here = await renderPdf(opinion, await fontSet())
    const there = await threaded.renderPdf(opinion)
    expect(Buffer.compare(here.bytes, there.bytes)).toBe(0)
    expect(there.places).toEqual(here.places)
    expect((await threaded.renderDocx(notice)).length).toBeGreaterThan(5000)
  })

  test('signs there with a key that cannot be taken out; both signatures hold, and a refusal keeps its kind', async () => {
    const signer = await makeSigner('王堃', '01ab')
    const { bytes } = await threaded.renderPdf(opinion)
    const options = { fieldName: 'desk', signedAt: '2026-11-20T09:00:00Z', reason: '内部完整性签名' }
    const signed = await threaded.signPdf(new Uint8Array(bytes), signer, options)
    expect((await verifyPdf(signed)).signatures).toMatchObject([{ intact: true, coversWholeFile: true }])
    const p7s = await threaded.signDetached(signed, signer, options.signedAt)
    expect(await verifyDetached(signed, p7s)).toMatchObject({ kind: 'intact', signer: { commonName: '王堃' } })
    await expect(threaded.signPdf(signed, signer, options)).rejects.toMatchObject({ kind: 'field-exists' })
  })

  test('the main thread goes on meanwhile', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await Promise.all(Array.from({ length: 8 }, () => threaded.renderPdf(opinion)))
    clearInterval(timer)
    // In this thread the eight documents would leave it a turn each. How long a block is, `npm run bench` measures.
    expect(turns).toBeGreaterThan(40)
  })

  test('errors keep their kind and what they name', async () => {
    const unknown = { ...opinion, blocks: [{ kind: 'paragraph', content: '张\ue123' }] }
    await expect(threaded.renderPdf(unknown)).rejects.toBeInstanceOf(MissingGlyphError)
    await expect(threaded.renderPdf(unknown)).rejects.toMatchObject({ character: '\ue123' })
    const empty = { ...opinion, blocks: [{ kind: 'paragraph', content: '' }] }
    await expect(threaded.renderDocx(empty)).rejects.toBeInstanceOf(DocumentIncompleteError)
  })

  test('a job can be cancelled while it runs or waits, and the next one is served', async () => {
    const running = new AbortController()
    const waiting = new AbortController()
    const first = threaded.renderPdf(notice, { signal: running.signal })
    const second = threaded.renderPdf(notice, { signal: waiting.signal })
    const third = threaded.renderPdf(opinion)
    waiting.abort(new Error('waiting cancelled'))
    running.abort(new Error('running cancelled'))
    await expect(first).rejects.toThrow('running cancelled')
    await expect(second).rejects.toThrow('waiting cancelled')
    expect((await third).pageCount).toBe(3)
    await expect(threaded.renderPdf(opinion, { signal: running.signal })).rejects.toThrow('running cancelled')
  })

  test('closing rejects what waits', async () => {
    const publisher = createPublisher({ worker: { url: await buildPublishingWorker() } })
    const job = publisher.renderPdf(opinion)
    const closed = expect(job).rejects.toThrow('closed')
    await publisher.close()
    await closed
  })
})

describe('publishing in this thread', () => {
  test('plain sources have no built worker and work all the same', async () => {
    const publisher = createPublisher()
    expect((await publisher.renderPdf(opinion)).pageCount).toBe(3)
    await publisher.close()
  })

  test('missing fonts are told with the remedy', async () => {
    await expect(createPublisher({ resources: '/nowhere' }).renderPdf(opinion)).rejects.toThrow()
  })
})
