import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'
import type { Action } from '@shared/records/payloads'
import { assembleDossier } from '@shared/records/assemble-dossier'
import { rowsOfDossier } from '@shared/records/dossier-rows'
import { foldDesk } from '@shared/records/desk-state'
import { parseRecord, type RecordEnvelope } from '@shared/records/record'
import type { Identity } from '@host/keys/identity'
import { verifyFile } from '@host/verify/verify-file'
import { runHere } from '../cli/run-cli'
import { makeBundle, makeIdentity, writeRecords } from './bundle-fixture'
import { createDesk, removeTemporaryFolders, succeeded, type Desk } from './desk-fixture'
import {
  action,
  closedPanelSaved,
  dossierId,
  dossierSaved,
  expertA,
  expertB,
  expertC,
  keyConfirmed,
  opinionCommitted,
  opinionSalted,
  opinionSealed,
  opinionsRevealed,
  panelId,
  panelSaved,
  recusalDeclared,
  saltOf,
} from './review-actions'

const ids = [expertA, expertB, expertC]
let people: Identity[]
let office: Desk

beforeAll(async () => {
  people = await Promise.all(['甲', '乙', '丙'].map((name) => makeIdentity('expert', `示例${name}`)))
})
beforeEach(async () => {
  office = await createDesk('division', '示例政策法规处')
  succeeded(await office.call('journal:append', { actions: [dossierSaved(1), closedPanelSaved()] }))
})
afterEach(async () => {
  await office.host.close()
})
afterAll(removeTemporaryFolders)

/** Chain of one expert: declared, salt, opinion, its hash; then a correction, if `corrected`. */
function chainOf(who: number, { corrected = false, cheat = '' } = {}) {
  const [identity, expertId] = [people[who]!, ids[who]!]
  const opening: Action[] = [recusalDeclared(expertId), opinionSalted(expertId), opinionSealed(expertId)]
  const sealed = writeRecords(identity, opening).at(-1)!
  const promise = opinionCommitted(sealed, cheat === '' ? saltOf('5') : cheat)
  const correction = corrected ? [opinionSalted(expertId, 2), opinionSealed(expertId, 2, '改为不同意（示例）')] : []
  const [introduced, declared, salted, opinion, committed, ...later] = writeRecords(identity, [
    ...opening,
    promise,
    ...correction,
  ]) as [RecordEnvelope, RecordEnvelope, RecordEnvelope, RecordEnvelope, RecordEnvelope, ...RecordEnvelope[]]
  return {
    identity,
    committed,
    opinion,
    hashes: [introduced, declared, committed],
    contents: [introduced, declared, salted, opinion, committed, ...later],
    all: { introduced, declared, salted, opinion, committed, later },
  }
}

async function bundleOf(identity: Identity, records: readonly RecordEnvelope[]) {
  return Uint8Array.from(await makeBundle({ kind: 'opinion', from: identity, records }))
}

async function stage(desk: Desk, identity: Identity, records: readonly RecordEnvelope[]) {
  const bytes = await bundleOf(identity, records)
  return succeeded(await desk.call('bundle:stage', { kind: 'bytes', fileName: '来包.lsb', bytes }))
}

async function take(identity: Identity, records: readonly RecordEnvelope[]) {
  const staged = await stage(office, identity, records)
  if (staged.report.canCommit) succeeded(await office.call('bundle:commit', { stageId: staged.stageId }))
  return staged.report
}

async function look() {
  const { records } = await office.call('journal:read', { after: 0, limit: 500 })
  const read = records.flatMap((envelope) => {
    const parsed = parseRecord(envelope)
    return 'record' in parsed ? [parsed.record] : []
  })
  return assembleDossier(dossierId as never, rowsOfDossier(foldDesk(read), dossierId as never))!
}

const states = async () => (await look()).standings.map(({ state }) => state)
const reasonOf = (report: { items: { type: string; reason: string | null; outcome: string }[] }, type: string) => {
  const item = report.items.find((one) => one.type === type)
  return item?.reason ?? item?.outcome
}

describe('a panel of three that opens opinions together', () => {
  it('has hashes first, contents closed, one opening, and the one who changed after committing shown', async () => {
    const chains = [chainOf(0), chainOf(1), chainOf(2, { corrected: true })]
    for (const { identity, hashes } of chains) await take(identity, hashes)
    expect(await states()).toEqual(['committed', 'committed', 'committed'])
    for (const { identity, contents } of chains) await take(identity, contents)
    const before = await look()
    expect(before.standings.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed'])
    expect(before.file.proceedings.expertOpinions).toEqual([])
    expect(before.standings[2]?.changes).toEqual([])

    const reveal = opinionsRevealed(
      chains.map(({ committed }) => committed),
      chains.map(({ opinion }) => opinion),
    )
    succeeded(await office.call('journal:append', { actions: [reveal] }))
    const after = await look()
    expect(after.standings.map(({ state }) => state)).toEqual(['opened', 'opened', 'changed'])
    expect(after.file.proceedings.expertOpinions).toHaveLength(3)
    expect(after.standings.map(({ changes }) => changes.length)).toEqual([0, 0, 1])
    expect(after.standings[2]?.changes).toMatchObject([
      { from: { value: { version: 1 } }, to: { value: { version: 2 } }, returned: null, isAfterReveal: true },
    ])
  })

  it('ends alike in whatever order hash, content and opening come in', async () => {
    const { identity, hashes, contents, committed } = chainOf(0)
    const honest = [() => take(identity, hashes), () => take(identity, contents)]
    const open = async () => {
      succeeded(await office.call('journal:append', { actions: [opinionsRevealed([committed])] }))
    }
    const ends: unknown[] = []
    for (const order of [
      [honest[0]!, honest[1]!, open],
      [honest[1]!, honest[0]!, open],
      [honest[0]!, open, honest[1]!],
      [open, honest[1]!, honest[0]!],
      [open, honest[0]!, honest[0]!, honest[1]!, honest[1]!],
    ]) {
      await office.host.close()
      office = await createDesk('division', '示例政策法规处')
      succeeded(await office.call('journal:append', { actions: [dossierSaved(1), closedPanelSaved()] }))
      for (const step of order) await step()
      const { state, isLate, commitments } = (await look()).standings[0]!
      ends.push([state, isLate, commitments.map(({ check }) => check)])
    }
    expect(new Set(ends.map((end) => JSON.stringify(end)))).toEqual(
      new Set([JSON.stringify(['opened', false, ['matches']])]),
    )
  })

  it('takes the same hash once, however often it comes', async () => {
    const { identity, hashes } = chainOf(0)
    expect(reasonOf(await take(identity, hashes), 'opinion.committed')).toBe('new')
    const again = await take(identity, hashes)
    expect(reasonOf(again, 'opinion.committed')).toBe('identical')
    expect(again.canCommit).toBe(false)
  })

  it('keeps a hash that does not fit, and shows it in the dossier while the content is closed', async () => {
    const { identity, contents } = chainOf(1, { cheat: saltOf('9') })
    await take(identity, contents)
    expect((await look()).standings[1]).toMatchObject({
      state: 'mismatch',
      isClosed: true,
      commitments: [{ check: 'other-content' }],
    })
  })
})

describe('a hash is refused', () => {
  const committedBy = (change: object) => {
    const chain = chainOf(0)
    const [introduced, ...rest] = writeRecords(chain.identity, [opinionCommitted(chain.opinion, saltOf('5'), change)])
    return { identity: chain.identity, records: [introduced!, ...rest] }
  }

  it.each([
    ['of another panel', { panelId: '90000000-0000-4000-8000-000000000009' }, 'unknown-panel'],
    ['of somebody who is not on the panel', { expertId: '90000000-0000-4000-8000-000000000009' }, 'not-a-member'],
    ['of a dossier that the panel does not judge', { dossierId: panelId }, 'not-a-member'],
  ])('%s', async (_, change, reason) => {
    const { identity, records } = committedBy(change)
    expect(reasonOf(await take(identity, records), 'opinion.committed')).toBe(reason)
  })

  it('by anybody but the expert: another confirmed key, another voice, a division; an expert opens nothing', async () => {
    const [alice, bob] = people as [Identity, Identity]
    const forAlice = writeRecords(bob, [opinionCommitted(chainOf(0).opinion)])
    // Nobody's key is confirmed yet: who spoke first has spoken.
    await take(alice, chainOf(0).hashes)
    expect(reasonOf(await take(bob, forAlice), 'opinion.committed')).toBe('expert-has-other-key')
    succeeded(await office.call('journal:append', { actions: [keyConfirmed(bob.desk.keyId, expertB)] }))
    expect(reasonOf(await take(bob, forAlice), 'opinion.committed')).toBe('other-expert-key')
    const opening = writeRecords(alice, [opinionsRevealed([])])
    expect(reasonOf(await take(alice, opening), 'opinions.revealed')).toBe('author-role')

    const other = await makeIdentity('division', '示例另一处室')
    const records = writeRecords(other, [opinionCommitted(chainOf(0).opinion)])
    const bytes = Uint8Array.from(await makeBundle({ kind: 'dossier', from: other, records }))
    const { report } = succeeded(await office.call('bundle:stage', { kind: 'bytes', fileName: '来包.lsb', bytes }))
    expect(reasonOf(report, 'opinion.committed')).toBe('author-role')
  })

  it('and so is a second salt of a sealed opinion', async () => {
    const { identity, contents, all } = chainOf(0)
    await take(identity, contents)
    const records = writeRecords(identity, [
      recusalDeclared(expertA),
      opinionSalted(expertA),
      opinionSealed(expertA),
      action('opinion.committed', all.committed.payload),
      opinionSalted(expertA, 1, saltOf('6')),
    ])
    expect(reasonOf(await take(identity, [records[0]!, records[5]!]), 'opinion.salted')).toBe('sealed-already')
  })

  it('by the desk of another expert, to whom it is nobody’s business', async () => {
    const division = await makeIdentity('division', '示例处室')
    const desk = await createDesk('expert', '示例甲')
    const { identity, hashes } = chainOf(1)
    const records = [...writeRecords(division, [panelSaved()]), ...hashes]
    const statements = [division.statement, identity.statement]
    const bytes = Uint8Array.from(await makeBundle({ kind: 'assignment', from: division, records, statements }))
    const { report } = succeeded(await desk.call('bundle:stage', { kind: 'bytes', fileName: '来包.lsb', bytes }))
    expect(reasonOf(report, 'opinion.committed')).toBe('other-author')
    await desk.host.close()
  })
})

describe('verifying a bundle', () => {
  const checks = async (identity: Identity, records: readonly RecordEnvelope[]) => {
    const bytes = await bundleOf(identity, records)
    const { verdict, commitments } = await verifyFile({ fileName: '意见.lsb', bytes }, null)
    return [verdict, ...commitments.map(({ check }) => check)]
  }

  it('says of every hash whether the opinion beside it is the one that was promised', async () => {
    const honest = chainOf(0)
    expect(await checks(honest.identity, honest.hashes)).toEqual(['intact', 'awaited'])
    expect(await checks(honest.identity, honest.contents)).toEqual(['intact', 'matches'])
    const cheat = chainOf(0, { cheat: saltOf('9') })
    expect(await checks(cheat.identity, cheat.contents)).toEqual(['intact', 'other-content'])
    const { introduced, opinion, committed } = honest.all
    expect(await checks(honest.identity, [introduced, opinion, committed])).toEqual(['intact', 'no-salt'])
  })

  it('is an exit code of the command line as well', async () => {
    const cheat = chainOf(0, { cheat: saltOf('9') })
    const path = join(office.root, '意见.lsb')
    writeFileSync(path, await bundleOf(cheat.identity, cheat.contents))
    const { code, stdout } = await runHere(['verify', path])
    expect(code).toBe(1)
    expect(stdout).toContain('交来的意见与这个哈希不符')
  })
})
