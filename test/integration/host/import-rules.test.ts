import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IpcOutput } from '@shared/ipc/contract'
import type { BundleKind } from '@shared/records/payloads'
import type { RecordEnvelope } from '@shared/records/record'
import type { Identity } from '@host/keys/identity'
import { makeBundle, makeIdentity, writeRecords } from './bundle-fixture'
import { createDesk, removeTemporaryFolders, startHost, succeeded, passphrase, type Desk } from './desk-fixture'
import {
  action,
  assignmentIssued,
  dossierId,
  dossierSaved,
  expertA,
  expertB,
  keyConfirmed,
  opinionSealed,
  panelSaved,
  recusalDeclared,
} from './review-actions'

type Staged = Extract<IpcOutput<'bundle:stage'>, { kind: 'done' }>

let division: Desk
let expertDesk: Desk
let alice: Identity
let bob: Identity

async function stage(
  desk: Desk,
  kind: BundleKind,
  from: Identity,
  records: readonly RecordEnvelope[],
  others: readonly Identity[] = [],
): Promise<Staged> {
  const statements = [from, ...others].map(({ statement }) => statement)
  const bytes = Uint8Array.from(await makeBundle({ kind, from, records, statements }))
  return succeeded(await desk.call('bundle:stage', { kind: 'bytes', fileName: '来包.lsb', bytes }))
}

const verdicts = ({ report }: Staged) =>
  Object.fromEntries(report.items.map((item) => [item.type, item.reason ?? item.outcome]))

const take = async (desk: Desk, { stageId }: Staged) => succeeded(await desk.call('bundle:commit', { stageId }))

beforeAll(async () => {
  division = await createDesk('division', '示例政策法规处')
  expertDesk = await createDesk('expert', '示例专家甲')
  succeeded(await division.call('journal:append', { actions: [dossierSaved(1), panelSaved()] }))
  alice = await makeIdentity('expert', '示例甲')
  bob = await makeIdentity('expert', '示例乙')
})
afterAll(async () => {
  await division.host.close()
  await expertDesk.host.close()
  await removeTemporaryFolders()
})

describe('what a division takes from an expert', () => {
  it('is a declaration and an opinion, never a setting, a status or a dossier', async () => {
    const staged = await stage(
      division,
      'opinion',
      alice,
      writeRecords(alice, [
        action('settings.saved', { departmentName: '示例' }),
        action('status.set', { dossierId, action: 'x', from: 'draft', to: 'draft', on: '2026-11-20', by: '示例' }),
        dossierSaved(9),
        keyConfirmed(alice.desk.keyId, expertA),
        recusalDeclared(expertA),
      ]),
    )
    expect(verdicts(staged)).toEqual({
      'desk.introduced': 'new',
      'settings.saved': 'author-role',
      'status.set': 'author-role',
      'dossier.saved': 'author-role',
      'key.confirmed': 'author-role',
      'recusal.declared': 'new',
    })
  })

  it('is not for a panel it does not know, a person outside the panel or another dossier', async () => {
    const strangePanel = { ...recusalDeclared(expertA) }
    const elsewhere = (change: object) =>
      ({ ...strangePanel, payload: { ...strangePanel.payload, ...change } }) as typeof strangePanel
    const other = '90000000-0000-4000-8000-000000000009'
    for (const [change, reason] of [
      [{ panelId: other }, 'unknown-panel'],
      [{ expertId: other }, 'not-a-member'],
      [{ dossierId: other }, 'not-a-member'],
    ] as const) {
      const staged = await stage(division, 'opinion', alice, writeRecords(alice, [elsewhere(change)]))
      expect(verdicts(staged)['recusal.declared']).toBe(reason)
    }
  })

  it('is the word of the maker alone: another expert’s record in it is refused by name', async () => {
    const records = [...writeRecords(alice, [recusalDeclared(expertA)]), ...writeRecords(bob, [opinionSealed(expertB)])]
    const staged = await stage(division, 'opinion', alice, records, [bob])
    expect(verdicts(staged)).toMatchObject({ 'recusal.declared': 'new', 'opinion.sealed': 'other-author' })
    expect(staged.report.items.find((item) => item.type === 'opinion.sealed')?.author).toBe(bob.desk.keyId)
  })

  it('does not come from a desk that calls itself a division', async () => {
    const fake = await makeIdentity('division', '示例假处室')
    const staged = await stage(division, 'opinion', fake, writeRecords(fake, [opinionSealed(expertA)]))
    expect(verdicts(staged)['opinion.sealed']).toBe('sender-role')
    expect(staged.report.canCommit).toBe(false)
  })

  it('binds an expert to the key that was confirmed', async () => {
    const desk = await createDesk('division', '示例处室')
    succeeded(await desk.call('journal:append', { actions: [panelSaved(), keyConfirmed(alice.desk.keyId, expertA)] }))
    const byBob = await stage(desk, 'opinion', bob, writeRecords(bob, [opinionSealed(expertA)]))
    expect(verdicts(byBob)['opinion.sealed']).toBe('expert-has-other-key')
    const forBob = await stage(desk, 'opinion', alice, writeRecords(alice, [opinionSealed(expertB)]))
    expect(verdicts(forBob)['opinion.sealed']).toBe('other-expert-key')
    const own = await stage(desk, 'opinion', alice, writeRecords(alice, [opinionSealed(expertA)]))
    expect(own.report.from.trust).toBe('confirmed')
    expect(verdicts(own)['opinion.sealed']).toBe('new')
    await desk.host.close()
  })

  it('never changes once sealed: a correction is a new version, another key may not speak, a second story is quarantined', async () => {
    const desk = await createDesk('division', '示例处室')
    succeeded(await desk.call('journal:append', { actions: [panelSaved()] }))
    const first = writeRecords(alice, [opinionSealed(expertA)])
    await take(desk, await stage(desk, 'opinion', alice, first))

    const again = writeRecords(alice, [recusalDeclared(expertA), opinionSealed(expertA, 1, '改了（示例）')])
    const resealed = await stage(desk, 'opinion', alice, [again[0]!, again[2]!])
    expect(verdicts(resealed)['opinion.sealed']).toBe('sealed-already')

    const byBob = await stage(desk, 'opinion', bob, writeRecords(bob, [opinionSealed(expertA)]))
    expect(verdicts(byBob)['opinion.sealed']).toBe('expert-has-other-key')

    const secondStory = writeRecords(alice, [opinionSealed(expertA, 2, '另一说法（示例）')])
    const forked = await stage(desk, 'opinion', alice, secondStory)
    expect(verdicts(forked)).toMatchObject({ 'desk.introduced': 'identical', 'opinion.sealed': 'fork' })
    expect(forked.report.items.find((item) => item.type === 'opinion.sealed')?.outcome).toBe('quarantined')
    const taken = await take(desk, forked)
    expect(taken.records.map((record) => record.type)).toEqual(['bundle.imported', 'history.doubted'])

    await desk.host.close()
    const reopened = await startHost(desk.root)
    succeeded(await reopened.call('profile:unlock', { passphrase }))
    expect((await reopened.call('app:get-status', undefined)).notices).toEqual([])
    const ids = (await reopened.call('journal:read', { after: 0, limit: 100 })).records.map((record) => record.id)
    expect(ids).not.toContain(secondStory[1]?.id)
    const seenAgain = await stage(reopened, 'opinion', alice, secondStory)
    expect(seenAgain.report.canCommit).toBe(false)
    await reopened.host.close()
  })

  it('takes from the same file later what it refused before, once the reason is gone', async () => {
    const desk = await createDesk('division', '示例处室')
    succeeded(await desk.call('journal:append', { actions: [panelSaved(), keyConfirmed(bob.desk.keyId, expertA)] }))
    const records = writeRecords(alice, [opinionSealed(expertA)])
    const bytes = Uint8Array.from(await makeBundle({ kind: 'opinion', from: alice, records }))
    const input = { kind: 'bytes', fileName: '来包.lsb', bytes } as const
    const early = succeeded(await desk.call('bundle:stage', input))
    expect(verdicts(early)).toEqual({ 'desk.introduced': 'new', 'opinion.sealed': 'expert-has-other-key' })
    expect(early.report.canCommit).toBe(false)
    succeeded(await desk.call('journal:append', { actions: [keyConfirmed(alice.desk.keyId, expertA)] }))
    const later = succeeded(await desk.call('bundle:stage', input))
    expect(verdicts(later)['opinion.sealed']).toBe('new')
    await take(desk, later)
    const again = succeeded(await desk.call('bundle:stage', input))
    expect(again.report.importedAt).not.toBeNull()
    expect(again.report.canCommit).toBe(false)
    await desk.host.close()
  })

  it('takes a corrected version over a gap in the numbers', async () => {
    const desk = await createDesk('division', '示例处室')
    succeeded(await desk.call('journal:append', { actions: [panelSaved()] }))
    const all = writeRecords(alice, [opinionSealed(expertA), recusalDeclared(expertA), opinionSealed(expertA, 2)])
    await take(desk, await stage(desk, 'opinion', alice, [all[0]!, all[1]!]))
    const later = await stage(desk, 'opinion', alice, [all[0]!, all[3]!])
    expect(later.report.items.map((item) => item.outcome)).toEqual(['identical', 'new'])
    await take(desk, later)
    const between = await stage(desk, 'opinion', alice, [all[0]!, all[2]!])
    expect(verdicts(between)['recusal.declared']).toBe('new')
    await take(desk, between)
    await desk.host.close()
    const reopened = await startHost(desk.root)
    succeeded(await reopened.call('profile:unlock', { passphrase }))
    expect((await reopened.call('app:get-status', undefined)).notices).toEqual([])
    await reopened.host.close()
  })
})

describe('what an expert takes from a division', () => {
  it('is everything of the review, and nobody else’s opinion', async () => {
    const office = await makeIdentity('division', '示例处室')
    const records = [
      ...writeRecords(office, [
        dossierSaved(1),
        panelSaved(),
        assignmentIssued(expertA),
        action('settings.saved', {}),
        keyConfirmed(bob.desk.keyId, expertB),
      ]),
      ...writeRecords(bob, [opinionSealed(expertB)]),
    ]
    const staged = await stage(expertDesk, 'assignment', office, records, [bob])
    expect(verdicts(staged)).toMatchObject({
      'dossier.saved': 'new',
      'panel.saved': 'new',
      'assignment.issued': 'new',
      'settings.saved': 'new',
      'key.confirmed': 'type-not-allowed',
      'opinion.sealed': 'other-author',
    })
    const { records: taken } = await take(expertDesk, staged)
    expect(taken.map((record) => record.type)).not.toContain('opinion.sealed')
  })

  it('marks what replaces a row, what is older than what is here, and what is here already', async () => {
    const desk = await createDesk('expert', '示例专家')
    const office = await makeIdentity('division', '示例处室')
    const all = writeRecords(office, [panelSaved(), panelSaved(), panelSaved()])
    await take(desk, await stage(desk, 'assignment', office, [all[0]!, all[2]!]))
    const staged = await stage(desk, 'assignment', office, all)
    expect(staged.report.items.map((item) => item.outcome)).toEqual(['identical', 'superseded', 'identical', 'changed'])
    await desk.host.close()
  })

  it('does not come from another expert', async () => {
    const staged = await stage(expertDesk, 'assignment', bob, writeRecords(bob, [panelSaved()]))
    expect(verdicts(staged)['panel.saved']).toBe('sender-role')
  })
})

describe('what a division takes from another division', () => {
  it('leaves settings, confirmed keys and dealings with files at home, and takes sealed opinions with their own signatures', async () => {
    const desk = await createDesk('division', '示例高新处')
    const office = await makeIdentity('division', '示例处室')
    const records = [
      ...writeRecords(office, [
        dossierSaved(2),
        panelSaved(),
        action('settings.saved', {}),
        keyConfirmed(alice.desk.keyId, expertA),
      ]),
      ...writeRecords(alice, [opinionSealed(expertA)]),
    ]
    const staged = await stage(desk, 'archive', office, records, [alice])
    expect(verdicts(staged)).toMatchObject({
      'dossier.saved': 'new',
      'panel.saved': 'new',
      'opinion.sealed': 'new',
      'settings.saved': 'type-not-allowed',
      'key.confirmed': 'type-not-allowed',
    })
    expect(staged.report.dossiers).toMatchObject([{ dossierId, version: 2, new: 3 }])
    await desk.host.close()
  })
})
