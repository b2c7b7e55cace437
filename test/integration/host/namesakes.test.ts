import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { makeBundle, makeIdentity, writeRecords } from './bundle-fixture'
import { createDesk, removeTemporaryFolders, succeeded, type Desk } from './desk-fixture'
import { action, dossierSaved, expertA, expertB, expertC } from './review-actions'

let desk: Desk
beforeEach(async () => {
  desk = await createDesk('division', '示例政策法规处')
})
afterEach(() => desk.host.close())
afterAll(removeTemporaryFolders)

const expert = (id: string, name: string, unitName: string) =>
  action('expert.saved', { id, name, unitName, specialty: 'technology' })

it('names in the dry run who has the name of somebody else, with the unit of each', async () => {
  succeeded(await desk.call('journal:append', { actions: [expert(expertA, '李示例', '示例大学')] }))
  const peer = await makeIdentity('division', '示例高新处')
  const records = writeRecords(peer, [
    dossierSaved(1),
    expert(expertB, '李 示例', '示例研究院'),
    expert(expertC, '李示例华', '示例大学'),
  ])
  const bytes = Uint8Array.from(await makeBundle({ kind: 'dossier', from: peer, records }))
  const stage = () => desk.call('bundle:stage', { kind: 'bytes', fileName: '来包.lsb', bytes })
  const { stageId, report } = succeeded(await stage())
  expect(report.namesakes).toEqual([['李示例（示例大学）', '李 示例（示例研究院）']])
  succeeded(await desk.call('bundle:commit', { stageId }))
  // Nothing new comes of them: there is nothing to be warned of again.
  expect(succeeded(await stage()).report.namesakes).toEqual([])
})
