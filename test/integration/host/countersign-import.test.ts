/** 会签: which countersignatures a division takes, with real keys, records and bundles; everything in it is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Action, BundleKind } from '@shared/records/payloads'
import type { RecordEnvelope } from '@shared/records/record'
import type { Identity } from '@host/keys/identity'
import { makeBundle, makeIdentity, writeRecords } from './bundle-fixture'
import { createDesk, removeTemporaryFolders, succeeded, type Desk } from './desk-fixture'
import {
  countersignOpened,
  dossierSaved,
  expertA,
  expertB,
  keyConfirmed,
  opinionSealed,
  panelOpinion,
  panelOpinionSigned,
  panelSaved,
  recusalDecided,
  recusalDeclared,
  action,
} from './review-actions'

const stranger = '30000000-0000-4000-8000-00000000000f'
let alice: Identity
let bob: Identity
/** Nothing is ever taken on it. */
let looking: Desk
const desks: Desk[] = []

/** A division with a sealed opinion and its round open, and whatever else. */
async function officeWith(...more: readonly Action[]): Promise<Desk> {
  const desk = await createDesk('division', '示例政策法规处')
  desks.push(desk)
  const opinion = panelOpinion()
  const sealed = action('panel-opinion.sealed', opinion)
  succeeded(
    await desk.call('journal:append', {
      actions: [dossierSaved(1), panelSaved(), sealed, countersignOpened(opinion), ...more],
    }),
  )
  return desk
}

async function offer(desk: Desk, from: Identity, records: readonly RecordEnvelope[], kind: BundleKind = 'countersign') {
  const bytes = Uint8Array.from(await makeBundle({ kind, from, records }))
  const { stageId, report } = succeeded(await desk.call('bundle:stage', { kind: 'bytes', fileName: '会签.lsb', bytes }))
  const last = report.items.findLast(({ type }) => type !== 'desk.introduced')!
  return { stageId, canCommit: report.canCommit, verdict: last.reason ?? last.outcome }
}

const signedBy = (who: Identity, ...actions: Action[]) => writeRecords(who, actions)

beforeAll(async () => {
  alice = await makeIdentity('expert', '示例甲')
  bob = await makeIdentity('expert', '示例乙')
  looking = await officeWith()
})
afterAll(async () => {
  for (const desk of desks) await desk.host.close()
  await removeTemporaryFolders()
})

describe('a countersignature', () => {
  it('is taken from a countersign bundle, once: the same bundle twice changes nothing, a second signature is refused', async () => {
    const desk = await officeWith()
    const records = signedBy(alice, panelOpinionSigned(panelOpinion(), expertA))
    const first = await offer(desk, alice, records)
    expect(first.verdict).toBe('new')
    succeeded(await desk.call('bundle:commit', { stageId: first.stageId }))
    expect(await offer(desk, alice, records)).toMatchObject({ verdict: 'identical', canCommit: false })
    const again = writeRecords(alice, [
      panelOpinionSigned(panelOpinion(), expertA),
      panelOpinionSigned(panelOpinion(), expertA, { kind: 'declined', reason: '又不签了（示例）' }),
    ])
    expect((await offer(desk, alice, again)).verdict).toBe('signed-already')
  })

  it('may follow a refusal to sign, for who declined may sign after all; by the same key only', async () => {
    const desk = await officeWith()
    const declined = panelOpinionSigned(panelOpinion(), expertA, { kind: 'declined', reason: '尚有疑问（示例）' })
    const records = signedBy(alice, declined, panelOpinionSigned(panelOpinion(), expertA))
    const first = await offer(desk, alice, records.slice(0, 2))
    succeeded(await desk.call('bundle:commit', { stageId: first.stageId }))
    expect((await offer(desk, bob, signedBy(bob, panelOpinionSigned(panelOpinion(), expertA)))).verdict).toBe(
      'expert-has-other-key',
    )
    expect((await offer(desk, alice, records)).verdict).toBe('changed')
  })

  it.each([
    ['no round was opened for that version', () => panelOpinionSigned(panelOpinion(2), expertA), 'no-round'],
    [
      'what was signed says something else',
      () => panelOpinionSigned({ ...panelOpinion(), suggestions: '改过的建议（示例）' }, expertA),
      'other-opinion',
    ],
    ['the person is not on the panel', () => panelOpinionSigned(panelOpinion(), stranger), 'not-a-member'],
    [
      'the scan that it names is not in the bundle',
      () =>
        panelOpinionSigned(panelOpinion(), expertA, {
          kind: 'scan',
          scan: { sha256: 'd'.repeat(64), size: 9, fileName: '扫描.pdf', mediaType: 'application/pdf' },
        }),
      'scan-missing',
    ],
  ] as const)('is refused when %s', async (_, signature, reason) => {
    expect((await offer(looking, alice, signedBy(alice, signature()))).verdict).toBe(reason)
  })

  it('is refused from an expert who is recused, also when the recusal was decided after the round was opened', async () => {
    const desk = await officeWith(recusalDecided(expertA))
    const offered = await offer(desk, alice, signedBy(alice, panelOpinionSigned(panelOpinion(), expertA)))
    expect(offered).toMatchObject({ verdict: 'not-to-sign', canCommit: false })
  })

  it('is refused from a member who has no cell in the signature table', async () => {
    const desk = await createDesk('division', '示例处室')
    desks.push(desk)
    const opinion = panelOpinion()
    const actions = [panelSaved(), action('panel-opinion.sealed', opinion), countersignOpened(opinion, [expertB])]
    succeeded(await desk.call('journal:append', { actions }))
    const offered = await offer(desk, alice, signedBy(alice, panelOpinionSigned(opinion, expertA)))
    expect(offered.verdict).toBe('not-to-sign')
  })

  it('is refused once the opinion has a newer version, and once the leader has ended the round', async () => {
    const newer = await officeWith(action('panel-opinion.sealed', panelOpinion(2)))
    const records = signedBy(alice, panelOpinionSigned(panelOpinion(), expertA))
    expect((await offer(newer, alice, records)).verdict).toBe('opinion-superseded')
    const { payload } = countersignOpened(panelOpinion())
    const { panelId, dossierId, opinionVersion, opinionHash } = payload as never
    const closed = action('countersign.closed', {
      panelId,
      dossierId,
      opinionVersion,
      opinionHash,
      missing: [expertA],
      reason: '出国（示例）',
      leaderExpertId: expertB,
      by: '示例',
      on: '2026-11-29',
    })
    expect((await offer(await officeWith(closed), alice, records)).verdict).toBe('round-closed')
  })

  it('binds to the confirmed key, and comes in no other kind of bundle, nor anything else with it', async () => {
    const desk = await officeWith(keyConfirmed(bob.desk.keyId, expertB))
    const forged = signedBy(alice, panelOpinionSigned(panelOpinion(), expertB))
    expect((await offer(desk, alice, forged)).verdict).toBe('expert-has-other-key')
    const records = signedBy(alice, panelOpinionSigned(panelOpinion(), expertA))
    expect((await offer(desk, alice, records, 'opinion')).verdict).toBe('type-not-allowed')
    for (const other of [opinionSealed(expertA), recusalDeclared(expertA)]) {
      expect((await offer(desk, alice, signedBy(alice, other))).verdict).toBe('type-not-allowed')
    }
  })
})
