import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countersignPdf } from '@host/documents/countersign-pdf'
import { createPublisher } from '@host/publishing/publisher'
import { verifyFile } from '@host/verify/verify-file'
import { createTranslator } from '@shared/messages/translate'
import { sentenceOf } from '@shared/messages/translator'
import { foreignPapers } from '../../hostile/pdf-signatures/foreign-papers'
import { endAttacks, tableAttacks } from '../../hostile/pdf-signatures/incremental-attacks'
import { hideAttacks } from '../../hostile/pdf-signatures/shadow-attacks'
import { forgeryAttacks } from '../../hostile/pdf-signatures/signature-attacks'
import { createPaperWorld, type PaperWorld } from '../../hostile/pdf-signatures/paper-world'
import { makeIdentity } from './bundle-fixture'

const publisher = createPublisher()
let world: PaperWorld
beforeAll(async () => {
  world = await createPaperWorld()
}, 60_000)
afterAll(() => publisher.close())

const verify = (bytes: Uint8Array) => verifyFile({ fileName: '意见（示例）.pdf', bytes }, null)
const sign = async (bytes: Uint8Array, place: PaperWorld['places'][number] | null = null) =>
  countersignPdf(
    { bytes, fieldName: 'field-of-a-test', place, handwriting: null },
    { identity: await makeIdentity('expert', '示例专家'), signedAt: '2026-11-21T09:00:00Z', publisher },
  )

describe('verifying a signed PDF', () => {
  it('says how many bytes the signature does not cover, and calls it damaged', async () => {
    const report = await verify((await endAttacks[0]?.make(world)) ?? world.once)
    expect(report.verdict).toBe('damaged')
    expect(report.problems).toMatchObject([{ code: 'not-covered' }])
    expect(report.signatures).toMatchObject([{ intact: true, coversWholeFile: false }])
  })

  it('says what was changed after the signature: which save, which objects, which page', async () => {
    const report = await verify((await tableAttacks[0]?.make(world)) ?? world.once)
    expect(report.problems).toContainEqual({ code: 'changed-pages', params: { save: 3, pages: '1' } })
    expect(report.problems).toContainEqual({
      code: 'changed-later',
      params: { signer: '示例处室', save: 3, objects: '3、90、91' },
    })
  })

  it('names who soundly signed a PDF of another program, as nobody known here', async () => {
    const report = await verify((await foreignPapers[0]?.make(world)) ?? world.once)
    expect(report.verdict).toBe('other-form')
    expect(report.signatures).toMatchObject([
      { signer: '示例外人', intact: true, coversWholeFile: true, trust: 'unknown' },
    ])
  })

  it('has words for all of it in both languages, with no place left open', async () => {
    for (const attack of [...endAttacks, ...tableAttacks, ...foreignPapers, ...hideAttacks, ...forgeryAttacks]) {
      for (const { code, params } of (await verify(await attack.make(world))).problems) {
        for (const locale of ['zh-CN', 'en'] as const) {
          const key = `verify.${code}`
          const words = sentenceOf(createTranslator(locale), key, params)
          expect(words, `${attack.name}: ${code}`).toMatch(/\S/)
          expect(words, `${attack.name}: ${code}`).not.toMatch(/\{\{|undefined/)
        }
      }
    }
  })
})

describe('countersigning', () => {
  it('signs a paper of ours, signed or not', async () => {
    for (const bytes of [world.base, world.twice]) expect((await verify(await sign(bytes))).verdict).toBe('intact')
  })

  it('refuses whatever is not clean, with a code that has words', async () => {
    for (const attack of [...endAttacks, ...foreignPapers, ...hideAttacks]) {
      await expect(sign(await attack.make(world)), attack.name).rejects.toMatchObject({
        error: { code: 'document.not-intact' },
      })
    }
  })

  it('hands out no signature in a place that is no cell to sign in', async () => {
    const place = { kind: 'signature' as const, field: 'x', page: 1, rect: { x: 100, y: 100, width: 200, height: 300 } }
    await expect(sign(world.base, place)).rejects.toMatchObject({ error: { code: 'document.cannot-sign' } })
  })
})
