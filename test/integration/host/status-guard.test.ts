import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTranslator } from '@shared/messages/translate'
import { errorSentence } from '@shared/messages/error-sentence'
import { makeBundle, makeIdentity, writeRecords } from './bundle-fixture'
import { createDesk, failure, removeTemporaryFolders, succeeded, type Desk } from './desk-fixture'
import { action, dossierId, dossierSaved, statusSet } from './review-actions'

let desk: Desk
beforeEach(async () => {
  desk = await createDesk('division', '示例政策法规处')
})
afterEach(() => desk.host.close())
afterAll(removeTemporaryFolders)

const move = (name: string, from: string, to: string) =>
  action('status.set', { dossierId, action: name, from, to, on: '2026-11-20', by: '陈守玉（示例）' })
const append = (...actions: ReturnType<typeof move>[]) => desk.call('journal:append', { actions })
const count = async () => (await desk.call('journal:get-status', undefined)).count

describe('a move that this desk records', () => {
  it('is refused whole with what came beside it when the status table does not have it, and says from where to where', async () => {
    const before = await count()
    const refused = failure(await append(dossierSaved(1), move('decide', 'draft', 'decided')))
    expect(refused).toEqual({
      code: 'journal.unknown-move',
      params: { dossierId, action: 'decide', from: 'draft', to: 'decided' },
    })
    expect(await count()).toBe(before)
    expect(errorSentence(refused, createTranslator('zh-CN'))).toContain('从“草稿”经“会商确定”到“会商确定”')
    expect(errorSentence(refused, createTranslator('en'))).toMatch(/from “Draft” to “\w+/u)
    succeeded(await append(dossierSaved(1), move('accept', 'draft', 'accepted')))
  })

  it('sets a dossier down where its file carries it only in one append with its first version', async () => {
    expect(failure(await append(move('accept', 'draft', 'piloting'))).code).toBe('journal.unknown-move')
    expect(failure(await append(dossierSaved(1), move('accept', 'draft', 'in-batch'))).code).toBe(
      'journal.unknown-move',
    )
    succeeded(await append(dossierSaved(1), move('accept', 'draft', 'piloting')))
    expect(failure(await append(dossierSaved(2), move('accept', 'filed', 'piloting'))).code).toBe(
      'journal.unknown-move',
    )
  })
})

describe('a conflict about where a dossier stands', () => {
  const settled = (chosen: object | null, to: string) =>
    action('conflict.resolved', {
      contested: 'status.set',
      rowId: dossierId,
      dossierIds: [dossierId],
      recordIds: ['a'.repeat(64), 'b'.repeat(64)],
      chosen,
      value: move('accept', 'accepted', to).payload,
      reason: '示例',
      by: '陈守玉（示例）',
    })
  const statement = { recordId: 'a'.repeat(64), author: 'c'.repeat(32), at: '2026-11-20T02:00:00.000Z' }

  it('is settled by any statement that is there, and by a third one only if the status table has it', async () => {
    expect(failure(await append(settled(null, 'decided')))).toMatchObject({
      code: 'journal.unknown-move',
      params: { from: 'accepted', to: 'decided' },
    })
    succeeded(await append(settled(statement, 'decided')))
  })
})

describe('a move that another desk recorded', () => {
  it('is merged, and named in the dry run if the status table does not have it', async () => {
    const peer = await makeIdentity('division', '示例高新处')
    const records = writeRecords(peer, [
      dossierSaved(1),
      statusSet('照表（示例）'),
      move('decide', 'accepted', 'decided'),
    ])
    const bytes = Uint8Array.from(await makeBundle({ kind: 'dossier', from: peer, records }))
    const { stageId, report } = succeeded(
      await desk.call('bundle:stage', { kind: 'bytes', fileName: '来包.lsb', bytes }),
    )
    const [name] = report.dossiers.map((dossier) => dossier.name)
    expect(report.unknownMoves).toEqual([
      {
        recordId: records.at(-1)?.id,
        dossierId,
        name,
        action: 'decide',
        from: 'accepted',
        to: 'decided',
        on: '2026-11-20',
        by: '陈守玉（示例）',
        author: peer.desk.keyId,
        desk: '示例高新处（示例单位）',
      },
    ])
    expect(report.canCommit).toBe(true)
    const taken = succeeded(await desk.call('bundle:commit', { stageId }))
    expect(taken.records.filter(({ type }) => type === 'status.set')).toHaveLength(2)
    const again = succeeded(await desk.call('bundle:stage', { kind: 'bytes', fileName: '来包.lsb', bytes }))
    expect(again.report.unknownMoves).toEqual([])
  })
})
