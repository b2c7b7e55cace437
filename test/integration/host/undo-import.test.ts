import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { foldDesk } from '@shared/records/desk-state'
import type { Action } from '@shared/records/payloads'
import { parseRecord } from '@shared/records/record'
import { createDesk, failure, removeTemporaryFolders, succeeded, type Desk, exportInTheOpen } from './desk-fixture'
import { action, dossierId, dossierSaved, statusSet } from './review-actions'

let desk: Desk
let peer: Desk

const records = async (of: Desk) => (await of.call('journal:read', { after: 0, limit: 5000 })).records
const write = async (of: Desk, ...actions: Action[]) => succeeded(await of.call('journal:append', { actions })).records
let files = 0
/** Hands over what speaks of dossiers. @returns the id of the bundle */
async function send(from: Desk, to: Desk): Promise<string> {
  const recordIds = (await records(from)).filter(({ type }) => /^(dossier|status)\./u.test(type)).map(({ id }) => id)
  const fileName = `往来-${(files += 1)}.lsb`
  const { file, bundleId } = await exportInTheOpen(from, recordIds, fileName)
  const { stageId } = succeeded(await to.call('bundle:stage', { kind: 'place', place: file.path }))
  succeeded(await to.call('bundle:commit', { stageId }))
  return bundleId
}

const folded = async (of: Desk) =>
  foldDesk(
    (await records(of)).map((envelope) => {
      const parsed = parseRecord(envelope)
      if ('problem' in parsed) throw new Error(envelope.type)
      return parsed.record
    }),
  )
/** Which record shows in every row, but for the undoings themselves. */
async function shownRows(of: Desk): Promise<Map<string, string>> {
  const { state } = await folded(of)
  const tables = Object.entries(state).filter(([name]) => name !== 'importUndoings')
  return new Map(
    tables.flatMap(([name, table]) => [...table.values()].map((row) => [`${name}/${row.id}`, row.recordId] as const)),
  )
}
const noteAt = async (of: Desk) => (await folded(of)).state.statuses.get(dossierId)?.value.note

const previewOf = async (bundleId: string, redo = false) =>
  succeeded(await desk.call('import:preview-undo', { bundleId, redo })).preview
const undo = (bundleId: string, redo = false) =>
  desk.call('import:undo', { bundleId, redo, reason: '导错了（示例）', by: '示例' })

beforeEach(async () => {
  desk = await createDesk('division', '示例政策法规处')
  peer = await createDesk('division', '示例高新处')
  await write(desk, dossierSaved(1), statusSet('导入前的说法（示例）'))
  await send(desk, peer)
  await write(peer, statusSet('对方改过的说法（示例）'), dossierSaved(2))
})
afterEach(async () => {
  await desk.host.close()
  await peer.host.close()
})
afterAll(removeTemporaryFolders)

describe('an import that is undone', () => {
  it('lets every row fall back as the preview said, deletes nothing, and is redone', async () => {
    const before = await shownRows(desk)
    const bundleId = await send(peer, desk)
    const imported = await shownRows(desk)
    expect(await noteAt(desk)).toBe('对方改过的说法（示例）')
    const { changes, blockers, recordCount } = await previewOf(bundleId)
    expect(blockers).toEqual([])
    expect(recordCount).toBe(2)
    expect(changes.map(({ type, effect, name, shows }) => [type, effect, name, shows?.who])).toEqual(
      expect.arrayContaining([
        ['status.set', 'reverted', '四川省示例新材料产业技术创新战略联盟', '示例政策法规处（示例单位）'],
        ['dossier.saved', 'removed', '四川省示例新材料产业技术创新战略联盟', undefined],
      ]),
    )
    expect(changes).toHaveLength(2)

    const idsBefore = (await records(desk)).map(({ id }) => id)
    const { records: written } = succeeded(await undo(bundleId))
    expect(written).toMatchObject([{ type: 'import.undone', payload: { redone: false, reason: '导错了（示例）' } }])
    expect(await noteAt(desk)).toBe('导入前的说法（示例）')
    const after = await shownRows(desk)
    for (const [row, recordId] of before) expect(after.get(row)).toBe(recordId)
    expect(after.has(`dossierVersions/${dossierId}@2`)).toBe(false)
    expect((await records(desk)).map(({ id }) => id)).toEqual([...idsBefore, written[0]!.id])
    expect(failure(await undo(bundleId)).code).toBe('import.already')

    const redo = await previewOf(bundleId, true)
    expect(redo.changes.map(({ type, effect }) => `${type} ${effect}`).sort()).toEqual([
      'dossier.saved restored',
      'status.set restored',
    ])
    succeeded(await undo(bundleId, true))
    expect(await shownRows(desk)).toEqual(imported)
  })

  it('names the papers on which its facts stand, and is undone only by who was told of each', async () => {
    const bundleId = await send(peer, desk)
    expect((await previewOf(bundleId)).papers).toEqual([])
    const file = { path: '/tmp/补正通知.pdf', fileName: '补正通知.pdf', sha256: 'a'.repeat(64), size: 1 }
    const [paper] = await write(
      desk,
      action('document.exported', { documentKind: 'supplement-notice', dossierId, files: [file] }),
    )
    const { papers, blockers } = await previewOf(bundleId)
    expect(blockers).toEqual([])
    expect(papers).toMatchObject([
      { recordId: paper!.id, documentKind: 'supplement-notice', fileNames: ['补正通知.pdf'] },
    ])
    const refused = failure(await undo(bundleId))
    expect(refused).toMatchObject({ code: 'import.on-paper', params: { files: '补正通知.pdf' } })
    succeeded(
      await desk.call('import:undo', {
        bundleId,
        redo: false,
        reason: '导错了（示例）',
        by: '示例',
        papers: [paper!.id],
      }),
    )
  })

  it('says so in the dry run of another file with one of its records', async () => {
    const bundleId = await send(peer, desk)
    succeeded(await undo(bundleId))
    const { file } = await exportInTheOpen(
      peer,
      (await records(peer)).filter(({ type }) => type === 'status.set').map(({ id }) => id),
      '再来一次.lsb',
    )
    const { report } = succeeded(await desk.call('bundle:stage', { kind: 'place', place: file.path }))
    expect(report.items.filter(({ reason }) => reason === 'undone')).toHaveLength(1)
  })

  it('ends a conflict that it brought, and brings it back when it is redone', async () => {
    await write(desk, statusSet('本处后来的说法（示例）'))
    const bundleId = await send(peer, desk)
    expect((await folded(desk)).conflicts.size).toBe(1)
    const { changes, blockers } = await previewOf(bundleId)
    expect(blockers).toEqual([])
    expect(changes.find(({ type }) => type === 'status.set')?.effect).toMatch(/^(reverted|fewer-rivals)$/u)
    succeeded(await undo(bundleId))
    expect((await folded(desk)).conflicts.size).toBe(0)
    expect(await noteAt(desk)).toBe('本处后来的说法（示例）')
    succeeded(await undo(bundleId, true))
    expect((await folded(desk)).conflicts.size).toBe(1)
  })
})

describe('an import that later work of this desk builds on', () => {
  it('is not undone when an imported statement was replaced knowingly, and nothing is written', async () => {
    const bundleId = await send(peer, desk)
    await write(desk, statusSet('看过对方说法以后再改（示例）'))
    const { blockers } = await previewOf(bundleId)
    expect(blockers).toMatchObject([{ type: 'status.set', on: 'status.set', dossierId }])
    const count = (await records(desk)).length
    expect(failure(await undo(bundleId))).toEqual({ code: 'import.built-on', params: { count: 1 } })
    expect(await records(desk)).toHaveLength(count)
  })

  it('is not undone when a batch of this desk names the dossier, until the batch lets it go', async () => {
    const bundleId = await send(peer, desk)
    const batch = (dossierIds: readonly string[]) =>
      action('batch.saved', { id: '40000000-0000-4000-8000-000000000001', year: 2026, seq: 1, dossierIds })
    await write(desk, batch([dossierId]))
    expect((await previewOf(bundleId)).blockers).toMatchObject([{ type: 'batch.saved', on: 'status.set' }])
    expect(failure(await undo(bundleId)).code).toBe('import.built-on')
    await write(desk, batch([]))
    expect((await previewOf(bundleId)).blockers).toEqual([])
    succeeded(await undo(bundleId))
  })
})

describe('what cannot be undone', () => {
  it('is an import that this desk never made, and an undoing that a screen tries to write by itself', async () => {
    expect(failure(await undo('60000000-0000-4000-8000-000000000001')).code).toBe('import.not-undoable')
    const refused = await desk.call('journal:append', {
      actions: [
        action('import.undone', {
          bundleId: '60000000-0000-4000-8000-000000000001',
          recordIds: ['a'.repeat(64)],
          dossierIds: [],
          reason: '示例',
          by: '示例',
        }),
      ],
    })
    expect(failure(refused).code).toBe('journal.reserved-type')
  })
})
