import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPublisher } from '@host/publishing/publisher'
import { dossierFileSchema } from '@shared/domain/dossier'
import type { Artifact, IpcInput } from '@shared/ipc/contract'
import { readBytes } from './bundle-fixture'
import {
  createDesk,
  failure,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  temporaryFolder,
  type Desk,
} from './desk-fixture'
import { dossierSaved } from './review-actions'

type Model = IpcInput<'document:render'>['model']

const model = (content: string): Model => ({
  id: 'opinion-1',
  kind: 'panel-opinion',
  title: '示例联盟试点综合审核专家组意见',
  subject: '综合审核意见（示例）',
  createdAt: '2026-11-20T01:00:00Z',
  layout: { kind: 'plain' },
  pageNumbers: true,
  blocks: [
    { kind: 'title', text: '示例联盟试点综合审核专家组意见' },
    { kind: 'paragraph', content },
  ],
})

let desk: Desk
const publisher = createPublisher()

beforeAll(async () => {
  desk = await startHost(await temporaryFolder(), { publisher })
  succeeded(await desk.call('profile:create', { role: 'division', name: '示例处室', unit: '示例厅', passphrase }))
  await mkdir(desk.exchange, { recursive: true })
})
afterAll(async () => {
  await desk.host.close()
  await publisher.close()
  await removeTemporaryFolders()
})

describe('publishing a document', () => {
  let artifacts: readonly Artifact[]
  const artifact = (format: Artifact['format']) => artifacts.find((found) => found.format === format)!
  const bytesOf = async (format: Artifact['format']) =>
    succeeded(await desk.call('document:read', { artifactId: artifact(format).artifactId })).bytes

  it('gives a signed PDF, a DOCX and its detached signature, all verified by the same host', async () => {
    const answer = await desk.call('document:render', {
      model: model('专家组审阅了示例材料。'),
      sign: true,
      attachments: [{ name: 'opinion.json', json: { vote: 'agree' } }],
    })
    artifacts = succeeded(answer).artifacts
    expect(artifacts.map(({ format }) => format)).toEqual(['pdf', 'docx', 'p7s'])
    expect(artifact('pdf').pageCount).toBe(1)
    const pdf = succeeded(await desk.call('verify:file', { fileName: '意见.pdf', bytes: await bytesOf('pdf') })).report
    expect(pdf).toMatchObject({
      verdict: 'intact',
      problems: [],
      signatures: [{ signer: '示例处室', trust: 'self', intact: true }],
    })
    const docx = { fileName: '意见.docx', bytes: await bytesOf('docx') }
    const signed = await desk.call('verify:file', { ...docx, signature: await bytesOf('p7s') })
    expect(succeeded(signed).report).toMatchObject({
      verdict: 'intact',
      signatures: [{ signer: '示例处室', trust: 'self' }],
    })
    expect(succeeded(await desk.call('verify:file', docx)).report).toMatchObject({
      verdict: 'not-signed',
      problems: [{ code: 'no-p7s' }],
    })
  })

  it('finds a changed byte in each', async () => {
    const flip = (bytes: Uint8Array<ArrayBuffer>, at: number) => {
      const changed = new Uint8Array(bytes)
      changed[at] = changed[at]! ^ 1
      return changed
    }
    const pdf = await bytesOf('pdf')
    const changedPdf = await desk.call('verify:file', { fileName: '意见.pdf', bytes: flip(pdf, 700) })
    expect(succeeded(changedPdf).report).toMatchObject({ verdict: 'damaged', problems: [{ code: 'altered' }] })
    const docx = { fileName: '意见.docx', bytes: flip(await bytesOf('docx'), 100), signature: await bytesOf('p7s') }
    expect(succeeded(await desk.call('verify:file', docx)).report.verdict).toBe('damaged')
    const torn = { fileName: '意见.docx', bytes: await bytesOf('docx'), signature: (await bytesOf('p7s')).slice(0, 50) }
    expect(succeeded(await desk.call('verify:file', torn)).report.problems).toMatchObject([{ code: 'p7s-unreadable' }])
  })

  it('writes what was previewed, all or nothing', async () => {
    const folder = join(desk.exchange, '文件')
    await mkdir(folder)
    const items = artifacts.map(({ artifactId, format }) => ({ artifactId, fileName: `专家组意见.${format}` }))
    const bad = [...items, { artifactId: items[0]!.artifactId, fileName: 'a/b.pdf' }]
    expect(failure(await desk.call('document:write', { items: bad, folder })).code).toBe('file.bad-name')
    expect(await readdir(folder)).toEqual([])
    const { files } = succeeded(await desk.call('document:write', { items, folder }))
    expect(files.map((file) => file.sha256)).toEqual(artifacts.map((found) => found.sha256))
    expect(new Uint8Array(await readFile(files[0]!.path))).toEqual(await bytesOf('pdf'))
    await desk.call('document:drop', { artifactIds: artifacts.map((found) => found.artifactId) })
    expect(failure(await desk.call('document:write', { items, folder })).code).toBe('document.gone')
  })

  it('names a character that no font has and a place that is blank, and makes nothing', async () => {
    const strange = await desk.call('document:render', {
      model: model('示例\u{1F9FF}字'),
      sign: false,
      attachments: [],
    })
    expect(failure(strange)).toMatchObject({ code: 'document.missing-glyph', params: { code: 'U+1F9FF' } })
    const blank = desk.call('document:render', { model: model(''), sign: false, attachments: [] })
    await expect(blank).rejects.toThrow('bad-input')
  })
})

describe('verifying a file', () => {
  it('tells a bundle’s maker and how far that key is known', async () => {
    succeeded(await desk.call('journal:append', { actions: [dossierSaved(1)] }))
    const { records } = await desk.call('journal:read', { after: 1, limit: 1 })
    const sent = await desk.call('bundle:export', {
      protect: { kind: 'none' },
      kind: 'dossier',
      to: '示例高新处',
      recordIds: [records[0]!.id],
      attachments: [],
      fileName: '案卷.lsb',
    })
    const bytes = await readBytes(succeeded(sent).file.path)
    const own = succeeded(await desk.call('verify:file', { fileName: '案卷.lsb', bytes })).report
    expect(own).toMatchObject({
      format: 'bundle',
      verdict: 'intact',
      signatures: [{ signer: '示例处室', trust: 'self' }],
    })
    const other = await createDesk('expert', '示例专家')
    const foreign = succeeded(await other.call('verify:file', { fileName: '案卷.lsb', bytes })).report
    expect(foreign.signatures[0]?.trust).toBe('unknown')
    const cut = succeeded(await other.call('verify:file', { fileName: '案卷.lsb', bytes: bytes.slice(0, -5) })).report
    expect(cut).toMatchObject({ verdict: 'damaged', problems: [{ code: 'bundle.truncated' }] })
    await other.host.close()
  })

  it('refuses a file that is none of the three, and names encrypted and broken PDFs', async () => {
    const other = { fileName: '照片.jpg', bytes: new Uint8Array([1, 2, 3]) }
    expect(failure(await desk.call('verify:file', other)).code).toBe('verify.unknown-format')
    const body = '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n'
    const table = 'xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n'
    const pdf = (entries: string) =>
      `${body}${table}trailer\n<< /Size 2 /Root 1 0 R ${entries}>>\nstartxref\n${body.length}\n%%EOF\n`
    const reportOf = async (text: string) =>
      succeeded(
        await desk.call('verify:file', {
          fileName: '协议.pdf',
          bytes: new Uint8Array(Buffer.from(text, 'latin1')),
        }),
      ).report
    expect(await reportOf(pdf(''))).toMatchObject({ verdict: 'not-signed', problems: [] })
    const encrypt = '/Encrypt << /Filter /Standard /V 2 /R 3 >> '
    // What is told of a file that nobody can read is that, and not that somebody changed it.
    expect(await reportOf(pdf(encrypt))).toMatchObject({ verdict: 'locked', problems: [{ code: 'pdf.encrypted' }] })
    const cut = pdf('').slice(0, body.length + 20)
    expect(await reportOf(cut)).toMatchObject({ verdict: 'damaged', problems: [{ code: 'pdf.broken' }] })
  })
})

describe('samples', () => {
  it('are listed with their defect and loaded with their materials', async () => {
    const samples = await desk.call('sample:list', undefined)
    expect(samples.length).toBeGreaterThanOrEqual(8)
    for (const { slug, name, defect, materialCount } of samples) {
      expect({ slug, isNamed: name !== '', isTold: defect !== '', hasFiles: materialCount > 0 }).toEqual({
        slug,
        isNamed: true,
        isTold: true,
        hasFiles: true,
      })
    }
    const { dossier } = succeeded(await desk.call('sample:load', { slug: samples[0]!.slug }))
    for (const { sha256, size } of dossierFileSchema.parse(dossier).content.materials) {
      expect(await desk.call('attachment:stat', { sha256 })).toEqual({ kind: 'present', size })
    }
    expect(failure(await desk.call('sample:load', { slug: 'no-such-sample' })).code).toBe('sample.missing')
  })
})
