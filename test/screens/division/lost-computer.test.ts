// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Protection } from '@shared/bundle/protection'
import type { CalendarDate } from '@shared/domain/date'
import type { DossierId, KeyId } from '@shared/domain/ids'
import type { Expert } from '@shared/domain/panel'
import type { Action } from '@shared/records/payloads'
import { append, applyFrom, closeDesk, deskDatabase } from '@renderer/data/desk'
import { exportAssignment } from '@renderer/features/panels/panels-actions'
import {
  createDesk,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  temporaryFolder,
  type Desk,
} from '../../integration/host/desk-fixture'
import {
  dossierId,
  dossierSaved,
  expertA,
  opinionSealed,
  panelId,
  panelSaved,
  recusalDeclared,
} from '../../integration/host/review-actions'
import { sitDownAt } from '../../helpers/sit-down'

let division: Desk
let expert: Desk
let keyId: string
let written = 0

const records = async (of: Desk) => (await of.call('journal:read', { after: 0, limit: 500 })).records
const write = async (of: Desk, ...actions: Action[]) => succeeded(await of.call('journal:append', { actions })).records
const own = async () => (await records(expert)).filter(({ author }) => author === keyId)

/** The division writes the assignment, as its screen does. */
async function issue(protect: Protection): Promise<string> {
  const panel = (await deskDatabase().rows('panels').get(panelId))!.value
  const { path } = await exportAssignment({
    panel,
    expert: panel.experts[0] as Expert,
    dossierIds: [dossierId as DossierId],
    issuedOn: '2026-11-20' as CalendarDate,
    dueOn: null,
    from: '示例处室',
    protect,
    lock: null,
    folder: null,
    fileName: `送审包-${(written += 1)}`,
  })
  return path
}
const forExpert = (): Protection => ({ kind: 'desks', keyIds: [keyId as KeyId] })

const look = async (of: Desk, path: string) => succeeded(await of.call('bundle:stage', { kind: 'place', place: path }))
const takeIn = async (of: Desk, path: string) => {
  const staged = await look(of, path)
  const taken = succeeded(await of.call('bundle:commit', { stageId: staged.stageId }))
  if (of === division) await applyFrom(taken.records, taken.count)
  return staged.report
}

async function handBack(): Promise<string> {
  const types = ['recusal.declared', 'opinion.sealed']
  const recordIds = (await own()).filter(({ type }) => types.includes(type)).map(({ id }) => id)
  const fileName = `评审意见包-${(written += 1)}.lsb`
  const protect = { kind: 'none' as const }
  const wanted = { kind: 'opinion' as const, to: '示例处室', recordIds, attachments: [], fileName, protect }
  return succeeded(await expert.call('bundle:export', wanted)).file.path
}

/** The computer is gone; a copy of its work folder from before, on a stick, is opened on another one. */
async function loseComputer(copy: string): Promise<void> {
  await expert.host.close()
  const root = await temporaryFolder()
  await cp(copy, join(root, '工作目录'), { recursive: true })
  expert = await startHost(root)
  succeeded(await expert.call('profile:unlock', { passphrase }))
}

let copy: string

beforeEach(async () => {
  division = await createDesk('division', '陈守玉（示例）', '示例政策法规处')
  expert = await createDesk('expert', '示例甲', '示例大学')
  keyId = (await records(expert))[0]!.author
  await sitDownAt(division)
  await append(dossierSaved(1), panelSaved())
  copy = join(await temporaryFolder(), '副本')
  await expert.host.close()
  await cp(join(expert.root, '工作目录'), copy, { recursive: true })
  expert = await startHost(expert.root)
  succeeded(await expert.call('profile:unlock', { passphrase }))
  await takeIn(expert, await issue({ kind: 'none' }))
  await write(expert, recusalDeclared(expertA), opinionSealed(expertA))
  await takeIn(division, await handBack())
})
afterEach(async () => {
  closeDesk()
  await division.host.close()
  await expert.host.close()
})
afterAll(removeTemporaryFolders)

describe('an expert whose computer was lost, with an old copy of the work folder', () => {
  it('gets the own declaration and opinion back with the next assignment, and writes on without a fork', async () => {
    const before = await own()
    await loseComputer(copy)
    expect((await own()).map(({ type }) => type)).not.toContain('opinion.sealed')

    const report = await takeIn(expert, await issue(forExpert()))
    expect(report.doubts).toMatchObject([{ kind: 'went-back', author: keyId }])
    const home = (await own()).map(({ id }) => id)
    for (const { id, type } of before) if (type !== 'bundle.imported') expect(home).toContain(id)
    expect(new Set((await own()).map(({ seq }) => seq)).size).toBe(home.length)

    await write(expert, opinionSealed(expertA, 2, '更正后同意（示例）'))
    const corrected = await takeIn(division, await handBack())
    expect(corrected.doubts).toEqual([])
    expect(corrected.items.map(({ outcome }) => outcome)).not.toContain('quarantined')
    const sealed = await deskDatabase().rows('expertOpinions').toArray()
    expect(sealed.map(({ value }) => value.version).sort()).toEqual([1, 2])
  })

  it('is told that the histories part when something was written before the assignment was taken in', async () => {
    await loseComputer(copy)
    await write(expert, recusalDeclared(expertA), opinionSealed(expertA, 1, '凭记忆重写（示例）'))
    const { report } = await look(expert, await issue(forExpert()))
    expect(report.doubts[0]).toMatchObject({ kind: 'rewritten', author: keyId })
    expect(report.items.filter(({ author }) => author === keyId).map(({ outcome }) => outcome)).toContain('quarantined')
  })

  it('finds nothing sealed in an assignment that leaves in the open, and nothing new where nothing was lost', async () => {
    const open = await look(expert, await issue({ kind: 'none' }))
    expect(open.report.items.filter(({ author }) => author === keyId)).toEqual([])
    const closed = await look(expert, await issue(forExpert()))
    const mine = closed.report.items.filter(({ author }) => author === keyId)
    expect(mine.map(({ type }) => type)).toContain('opinion.sealed')
    expect(new Set(mine.map(({ outcome }) => outcome))).toEqual(new Set(['identical']))
    expect(closed.report.doubts).toEqual([])
  })

  it('gets it by a passphrase as well, which is told by another way', async () => {
    const path = await issue({ kind: 'passphrase', passphrase: '示例-另行告知-2026' })
    await loseComputer(copy)
    const staged = succeeded(
      await expert.call('bundle:stage', { kind: 'place', place: path, passphrase: '示例-另行告知-2026' }),
    )
    expect(staged.report.items.filter(({ author }) => author === keyId).map(({ type }) => type)).toContain(
      'opinion.sealed',
    )
  })
})
