import { afterAll, describe, expect, it } from 'vitest'
import type { Payload } from '@shared/records/payloads'
import { digestOf } from '@host/files/durable-file'
import { issueAssignment, sampleExperts } from '../../helpers/assignment'
import { readSampleDossier } from '../../helpers/samples'
import { onePage, pdf } from '../../hostile/attachments/pdf-maker'
import { createDesk, removeTemporaryFolders, succeeded } from './desk-fixture'
import { recusalDeclared } from './review-actions'

const scripted = pdf(onePage({ catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }))
const { sha256 } = digestOf(scripted)

afterAll(removeTemporaryFolders)

describe('a dangerous attachment of a locked dossier', () => {
  it('cannot be seen in the dry run, and is found once it is open', async () => {
    const expert = sampleExperts[0]!
    const slug = 'short-operation'
    const { id: dossierId, content } = readSampleDossier(slug)
    const bytes = { [content.materials[0]!.fileName]: scripted }
    const { path, panelId } = await issueAssignment({ slugs: [slug], expert, bytes })
    const desk = await createDesk('expert', expert.name, expert.unitName)
    const { stageId, report } = succeeded(await desk.call('bundle:stage', { kind: 'place', place: path }))
    expect(report.dossiers).toMatchObject([{ dossierId, locked: true }])
    const dryRun = { kind: 'staged', stageId, from: 0, count: 100 } as const
    expect(await desk.call('attachment:inspect', dryRun)).toMatchObject({ files: [], total: 0 })

    const { records } = succeeded(await desk.call('bundle:commit', { stageId }))
    const { lockId } = records.find(({ type }) => type === 'dossier.locked')!.payload as Payload<'dossier.locked'>
    succeeded(
      await desk.call('journal:append', {
        actions: [recusalDeclared(expert.id, { panelId, dossierId })],
      }),
    )
    while (succeeded(await desk.call('lock:open', { lockId })).taken === null);
    const { files } = succeeded(await desk.call('attachment:inspect', { kind: 'stored', sha256s: [sha256] }))
    expect(files.map(({ inspection }) => inspection.findings.map(({ kind }) => kind))).toEqual([['script']])
    await desk.host.close()
  })
})
