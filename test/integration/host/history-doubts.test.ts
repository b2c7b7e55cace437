import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { IpcOutput } from '@shared/ipc/contract'
import type { Action } from '@shared/records/payloads'
import {
  createDesk,
  passphrase,
  removeTemporaryFolders,
  startHost,
  succeeded,
  temporaryFolder,
  type Desk,
  exportInTheOpen,
} from './desk-fixture'
import { action, dossierSaved, statusSet } from './review-actions'

type Staged = Extract<IpcOutput<'bundle:stage'>, { kind: 'done' }>

let desk: Desk
let peer: Desk

const records = async (of: Desk) => (await of.call('journal:read', { after: 0, limit: 5000 })).records
const write = async (of: Desk, ...actions: Action[]) => succeeded(await of.call('journal:append', { actions })).records

let files = 0
async function send(from: Desk, to: Desk): Promise<Staged> {
  const recordIds = (await records(from)).filter(({ type }) => /^(dossier|status)\./u.test(type)).map(({ id }) => id)
  const fileName = `往来-${(files += 1)}.lsb`
  const { file } = await exportInTheOpen(from, recordIds, fileName)
  return succeeded(await to.call('bundle:stage', { kind: 'place', place: file.path }))
}
const take = async (of: Desk, { stageId }: Staged) => succeeded(await of.call('bundle:commit', { stageId }))

const profileOf = (root: string) => join(root, '工作目录')

/** Closes a desk, keeps a copy of its profile as it is now, and opens it again. */
async function keepCopy(): Promise<string> {
  const copy = join(await temporaryFolder(), '副本')
  await desk.host.close()
  await cp(profileOf(desk.root), copy, { recursive: true })
  await reopen()
  return copy
}
async function reopen(): Promise<void> {
  desk = await startHost(desk.root)
  succeeded(await desk.call('profile:unlock', { passphrase }))
}
async function goBackTo(copy: string): Promise<void> {
  await desk.host.close()
  await rm(profileOf(desk.root), { recursive: true })
  await cp(copy, profileOf(desk.root), { recursive: true })
  await reopen()
}

beforeEach(async () => {
  desk = await createDesk('division', '示例政策法规处')
  peer = await createDesk('division', '示例高新处')
  await write(desk, dossierSaved(1))
})
afterEach(async () => {
  await desk.host.close()
  await peer.host.close()
})
afterAll(removeTemporaryFolders)

describe('a history that was rewritten after it was shown', () => {
  it('is seen by the peer at the next import, kept as a record and never merged', async () => {
    const copy = await keepCopy()
    const [told] = await write(desk, statusSet('先前的说法（示例）'))
    await take(peer, await send(desk, peer))
    await goBackTo(copy)
    const [retold] = await write(desk, statusSet('改写的说法（示例）'))

    const staged = await send(desk, peer)
    const doubt = {
      kind: 'rewritten',
      author: told!.author,
      held: { seq: told!.seq, id: told!.id },
      shown: { seq: told!.seq },
    }
    expect(staged.report.doubts).toMatchObject([doubt])
    expect(staged.report.items.find(({ recordId }) => recordId === retold!.id)).toMatchObject({
      outcome: 'quarantined',
      reason: 'fork',
    })
    await take(peer, staged)
    const after = await records(peer)
    expect(after.map(({ id }) => id)).not.toContain(retold!.id)
    expect(after.at(-1)).toMatchObject({
      type: 'history.doubted',
      payload: { kind: 'rewritten', author: told!.author },
    })

    const again = await send(desk, peer)
    expect(again.report.doubts).toMatchObject([doubt])
    expect(again.report.canCommit).toBe(false)
  })

  it('is seen by the trail alone when none of the rewritten records is in the bundle', async () => {
    const copy = await keepCopy()
    const [told] = await write(desk, statusSet('先前的说法（示例）'))
    await take(peer, await send(desk, peer))
    await goBackTo(copy)
    // What stands under the number now stays at home; only the dossier travels, which the peer has.
    await write(desk, action('settings.saved', { departmentName: '示例' }), dossierSaved(2), dossierSaved(3))
    const recordIds = (await records(desk))
      .filter(({ type }) => type === 'dossier.saved')
      .slice(-1)
      .map(({ id }) => id)
    const { file } = await exportInTheOpen(desk, recordIds, '只有新版.lsb')
    const { report } = succeeded(await peer.call('bundle:stage', { kind: 'place', place: file.path }))
    expect(report.items.map(({ outcome }) => outcome)).not.toContain('quarantined')
    expect(report.doubts).toMatchObject([{ kind: 'rewritten', held: { seq: told!.seq, id: told!.id } }])
  })
})

describe('a desk that went back to an older copy', () => {
  it('learns it from what the peer has seen, gets its own records back, and writes on without a fork', async () => {
    const copy = await keepCopy()
    const written = await write(desk, statusSet('一（示例）'), dossierSaved(2))
    await take(peer, await send(desk, peer))
    await goBackTo(copy)

    const staged = await send(peer, desk)
    expect(staged.report.doubts).toMatchObject([
      { kind: 'went-back', held: { seq: written[0]!.seq - 1 }, shown: { seq: written[1]!.seq, id: written[1]!.id } },
    ])
    await take(desk, staged)
    const healed = await records(desk)
    for (const record of written) expect(healed.map(({ id }) => id)).toContain(record.id)
    const own = healed.filter(({ author }) => author === written[0]!.author).map(({ seq }) => seq)
    expect(own.toSorted((a, b) => a - b)).toEqual(own.map((_, index) => index + 1))

    const next = await send(desk, peer)
    expect(next.report.doubts).toEqual([])
  })

  it('goes on behind what the peer has seen also where the records themselves did not come back', async () => {
    const copy = await keepCopy()
    const written = await write(desk, statusSet('一（示例）'), dossierSaved(2))
    await take(peer, await send(desk, peer))
    await goBackTo(copy)
    const { file } = await exportInTheOpen(peer, [(await records(peer))[0]!.id], '空包.lsb')
    const staged = succeeded(await desk.call('bundle:stage', { kind: 'place', place: file.path }))
    expect(staged.report.doubts).toMatchObject([{ kind: 'went-back' }])
    const { records: taken } = await take(desk, staged)
    expect(taken.find(({ type }) => type === 'bundle.imported')).toMatchObject({
      seq: written[1]!.seq + 1,
      prev: written[1]!.id,
    })

    await openAnew()
    const next = await send(desk, peer)
    expect(next.report.doubts).toEqual([])
    expect(next.report.items.map(({ outcome }) => outcome)).not.toContain('quarantined')
  })
})

async function openAnew(): Promise<void> {
  await desk.host.close()
  await reopen()
  expect((await desk.call('app:get-status', undefined)).notices).toEqual([])
}

describe('an older bundle that comes late', () => {
  it('raises no doubt', async () => {
    const late = await send(desk, peer)
    await peer.call('bundle:discard', { stageId: late.stageId })
    const early = (await desk.call('exchange:list', undefined)).files[0]!
    await write(desk, statusSet('后来（示例）'))
    await take(peer, await send(desk, peer))
    const { report } = succeeded(await peer.call('bundle:stage', { kind: 'place', place: early.path }))
    expect(report.doubts).toEqual([])
    expect(report.canCommit).toBe(false)
  })

  it('is told from a shortened history by the clock of the desk that wrote both', async () => {
    const copy = await keepCopy()
    await write(desk, statusSet('一（示例）'))
    await take(peer, await send(desk, peer))
    await goBackTo(copy)
    for (let looks = 0; looks < 200; looks += 1) await desk.call('draft:put', { key: 'k', value: looks })
    const { report } = await send(desk, peer)
    expect(report.doubts.map(({ kind }) => kind)).toContain('shortened')
  })
})
