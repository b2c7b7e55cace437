import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signDetached } from '@shared/publishing/signing/detached'
import type { AgainRow } from '@shared/ipc/verify-again'
import { digestOf } from '@host/files/durable-file'
import { makeWorld } from '../../hostile/cms/cases'
import { attributes, deskName, forge, makeHand } from '../../hostile/cms/forge'
import { makeSigner } from '../../helpers/signers'
import {
  failure,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  temporaryFolder,
  type Desk,
} from './desk-fixture'

const own = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
const document = own(Buffer.from('PK 示例公文'))
const { desk: forgedDesk, mallory, made } = makeWorld(Buffer.from(document))

let desk: Desk
let folder: string

beforeAll(async () => {
  desk = await startHost(await temporaryFolder())
  succeeded(await desk.call('profile:create', { role: 'division', name: '示例处室', unit: '示例厅', passphrase }))
  folder = join(desk.exchange, '收文')
  await mkdir(join(folder, '更深'), { recursive: true })
})
afterAll(async () => {
  await desk.host.close()
  await removeTemporaryFolders()
})

const verifyAgain = async (source: { kind: 'register' } | { kind: 'folder'; folder: string }): Promise<AgainRow[]> => {
  const { jobId, total } = succeeded(await desk.call('verify:again-begin', { source }))
  const rows: AgainRow[] = []
  while (rows.length < total) rows.push(...succeeded(await desk.call('verify:again-continue', { jobId })).rows)
  return rows
}

describe('a DOCX with a signature by a stranger', () => {
  const report = async (p7s: Uint8Array) =>
    succeeded(await desk.call('verify:file', { fileName: '通知.docx', bytes: document, signature: own(p7s) })).report

  it('under the name of this desk is told as one that bears its name', async () => {
    const impostor = await makeSigner('示例处室', '07')
    const p7s = await signDetached(document, impostor, '2026-11-20T09:00:00Z')
    const { verdict, signatures } = await report(p7s)
    expect({ verdict, trust: signatures[0]?.trust }).toEqual({ verdict: 'intact', trust: 'unknown' })
    expect(signatures[0]).not.toHaveProperty('namesake')
    // Name and unit alike, wide letters and spaces aside.
    const alike = makeHand('示例 处室', { subject: deskName('示例厅', '示例 处室') })
    const twin = await report(forge({ content: document, hand: alike }))
    expect(twin.signatures).toMatchObject([{ trust: 'unknown', namesake: 'self' }])
  })

  it('with the certificate of this desk first is nobody’s', async () => {
    const certificate = Buffer.from(await ownCertificate())
    const p7s = forge({
      content: document,
      hand: mallory,
      certificates: [certificate, mallory.certificate],
      attributes: (usual) => [...usual.slice(0, 3), attributes.signingCertificate(mallory.certificate, certificate)],
    })
    expect(await report(p7s)).toMatchObject({
      verdict: 'other-form',
      signatures: [{ signer: 'mallory', trust: 'unknown' }],
      problems: [{ code: 'other-form', params: { signer: 'mallory' } }],
    })
  })

  it.each([
    ['p7s-embedded', made({ embedded: document })],
    ['p7s-several-signers', made({ moreSigners: (one) => [one, one] })],
    ['p7s-ambiguous-signer', made({ certificates: [forgedDesk.certificate, forgedDesk.certificate] })],
    ['p7s-malformed', Buffer.concat([made(), Buffer.alloc(1)])],
    ['p7s-unreadable', made().subarray(0, 50)],
  ])('is refused with its reason: %s', async (code, p7s) => {
    expect(await report(p7s)).toMatchObject({ verdict: 'damaged', signatures: [], problems: [{ code }] })
  })
})

describe('verifying again', () => {
  it('names in a folder what an older version called intact and is not', async () => {
    await writeFile(join(folder, '真.docx'), document)
    await writeFile(join(folder, '真.docx.p7s'), made())
    await writeFile(join(folder, '伪.docx'), document)
    await writeFile(
      join(folder, '伪.docx.p7s'),
      forge({
        content: document,
        hand: mallory,
        certificates: [forgedDesk.certificate, mallory.certificate],
        attributes: (usual) => [
          ...usual.slice(0, 3),
          attributes.signingCertificate(mallory.certificate, forgedDesk.certificate),
        ],
      }),
    )
    await writeFile(join(folder, '更深', '无签名.docx'), document)
    await writeFile(join(folder, '坏.pdf'), '%PDF-1.7 示例')
    await writeFile(join(folder, '别的.txt'), '不看')
    await symlink(join(folder, '真.docx'), join(folder, '链接.docx'))
    const rows = await verifyAgain({ kind: 'folder', folder: folder })
    const said = Object.fromEntries(
      rows.map(({ fileName, headline, isOtherVerdict, before }) => [
        fileName,
        [headline, before?.verdict, isOtherVerdict],
      ]),
    )
    expect(said).toEqual({
      '真.docx': ['stranger', 'intact', false],
      '伪.docx': ['other-form', 'intact', true],
      '无签名.docx': ['not-signed', 'not-signed', false],
      '坏.pdf': ['damaged', 'not-signed', true],
    })
    expect(rows.find(({ fileName }) => fileName === '伪.docx')).toMatchObject({
      before: { signers: ['政策法规处（示例）'] },
      signers: ['mallory'],
    })
  })

  it('reads what the register names where it was written, and says what is gone', async () => {
    const path = join(desk.exchange, '登记.docx')
    await writeFile(path, document)
    const { sha256, size } = digestOf(document)
    const exported = (fileName: string, at: string) => ({
      type: 'document.exported' as const,
      payload: {
        documentKind: 'notice',
        dossierId: null,
        batchId: null,
        code: '',
        codeHash: null,
        files: [{ fileName, path: at, sha256, size }],
        template: null,
      },
    })
    const gone = join(desk.exchange, '不在.docx')
    succeeded(
      await desk.call('journal:append', { actions: [exported('登记.docx', path), exported('不在.docx', gone)] }),
    )
    expect(await verifyAgain({ kind: 'register' })).toMatchObject([
      { path, outcome: 'verified', headline: 'registered' },
      { path: gone, outcome: 'missing', headline: null },
    ])
  })

  it('can be stopped, and one that was stopped does not go on', async () => {
    const { jobId } = succeeded(await desk.call('verify:again-begin', { source: { kind: 'register' } }))
    await desk.call('verify:again-stop', { jobId })
    expect(failure(await desk.call('verify:again-continue', { jobId })).code).toBe('verify.stopped')
  })
})

async function ownCertificate(): Promise<Uint8Array> {
  const { records } = await desk.call('journal:read', { after: 0, limit: 10 })
  const introduction = records.find(({ type }) => type === 'desk.introduced')
  return Buffer.from(String(introduction?.payload['certificate']), 'base64')
}
