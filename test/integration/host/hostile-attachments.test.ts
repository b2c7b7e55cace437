import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createInspector, type Inspector } from '@host/inspection/inspector'
import { digestOf } from '@host/files/durable-file'
import { levelOf, refusalIn } from '@shared/inspection/finding'
import { buildInspectionWorker } from '../../helpers/built-worker'
import { attachmentCorpus } from '../../hostile/attachments/attachment-corpus'
import { onePage, pdf } from '../../hostile/attachments/pdf-maker'
import { faultsOfAttachment } from '../../hostile/attachments/run-attachment'
import { runFairly } from '../../hostile/run-fairly'
import { makeBundle, makeIdentity, writeRecords } from './bundle-fixture'
import { createDesk, failure, hashTree, removeTemporaryFolders, succeeded, type Desk } from './desk-fixture'
import { assignmentIssued, dossierSaved, expertA, panelSaved } from './review-actions'

let desk: Desk
let inspector: Inspector
beforeAll(async () => {
  desk = await createDesk('expert', '示例专家甲')
  inspector = createInspector({ worker: { url: await buildInspectionWorker() } })
})
afterAll(async () => {
  await inspector.rest()
  await desk.host.close()
  await removeTemporaryFolders()
})

describe.each([...new Set(attachmentCorpus.map(({ group }) => group))])('an attachment, %s', (group) => {
  it.each(attachmentCorpus.filter((file) => file.group === group).map((file) => [file.name, file] as const))(
    '%s',
    async (_, file) => {
      expect((await runFairly(() => faultsOfAttachment(file, inspector))).faults).toEqual([])
    },
  )
})

const scripted = pdf(onePage({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }))
const locked = pdf(onePage(), '/Encrypt 99 0 R')

describe('looking into attachments through the desk', () => {
  it('answers for bytes that are not stored, and stores nothing', async () => {
    const before = await hashTree(desk.root)
    const { files } = succeeded(
      await desk.call('attachment:inspect', { kind: 'bytes', bytes: Uint8Array.from(scripted) }),
    )
    expect(files[0]?.inspection.findings.map(({ kind }) => kind)).toEqual(['script'])
    expect(await hashTree(desk.root)).toEqual(before)
  })

  it('answers for what is stored, and gives back the very bytes that were handed in', async () => {
    const { sha256, size } = succeeded(await desk.call('attachment:put', { bytes: Uint8Array.from(scripted) }))
    const missing = '0'.repeat(64)
    const { files } = succeeded(await desk.call('attachment:inspect', { kind: 'stored', sha256s: [sha256, missing] }))
    expect(files.map((file) => file.sha256)).toEqual([sha256])
    expect(files[0]?.inspection.findings.map(({ kind }) => kind)).toEqual(['script'])
    const { bytes } = succeeded(await desk.call('attachment:read', { sha256, offset: 0, length: size }))
    expect(Buffer.from(bytes).equals(scripted)).toBe(true)
  })

  it('answers for a bundle in the dry run, portion by portion, by the names its dossiers give', async () => {
    const division = await makeIdentity('division', '示例处室')
    const materials = [scripted, locked].map((bytes) => digestOf(bytes))
    const bundle = await makeBundle({
      kind: 'assignment',
      from: division,
      records: writeRecords(division, [dossierSaved(1, materials), panelSaved(), assignmentIssued(expertA)]),
      blobs: [scripted, locked],
    })
    const staged = { kind: 'bytes', fileName: '任务（示例）.lsb', bytes: Uint8Array.from(bundle) } as const
    const { stageId, report } = succeeded(await desk.call('bundle:stage', staged))
    expect(report.canCommit).toBe(true)
    const found: Record<string, readonly string[]> = {}
    for (let from = 0; from < 2; from += 1) {
      const part = succeeded(await desk.call('attachment:inspect', { kind: 'staged', stageId, from, count: 1 }))
      expect(part.total).toBe(2)
      for (const { sha256, fileNames, inspection } of part.files) {
        expect(fileNames).not.toEqual([])
        found[sha256] = inspection.findings.map(({ kind }) => kind)
      }
    }
    expect(found).toEqual({ [materials[0]?.sha256 ?? '']: ['script'], [materials[1]?.sha256 ?? '']: ['encrypted'] })
    await desk.call('bundle:discard', { stageId })
    const gone = await desk.call('attachment:inspect', { kind: 'staged', stageId, from: 0, count: 1 })
    expect(failure(gone).code).toBe('bundle.no-stage')
  })
})

describe('the thread that looks into files', () => {
  it('is ended when a file takes too long, says so, and looks into the next one', async () => {
    const hasty = createInspector({ worker: { url: await buildInspectionWorker() }, timeLimitMs: 1 })
    const slow = await hasty.inspect({ kind: 'bytes', bytes: pdf(onePage({ more: ['[1] '.repeat(3_000_000)] })) })
    expect(refusalIn(slow)?.kind).toBe('too-long')
    await hasty.rest()
    const next = await inspector.inspect({ kind: 'bytes', bytes: scripted })
    expect(next.findings.map(({ kind }) => levelOf(kind))).toEqual(['active'])
  })

  it('survives a file that takes all its memory', async () => {
    const small = createInspector({ worker: { url: await buildInspectionWorker() }, maxMemoryMB: 8 })
    const heavy = await small.inspect({
      kind: 'bytes',
      bytes: pdf(onePage({ more: [`[${'[] '.repeat(2_000_000)}]`] })),
    })
    expect(refusalIn(heavy)?.kind).toBe('too-heavy')
    await small.rest()
  })
})
