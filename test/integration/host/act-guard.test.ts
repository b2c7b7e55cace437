import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { panelOpinionHash } from '@shared/domain/countersign'
import { createTranslator } from '@shared/messages/translate'
import { errorSentence } from '@shared/messages/error-sentence'
import type { Action } from '@shared/records/payloads'
import { createDesk, failure, removeTemporaryFolders, succeeded, type Desk } from './desk-fixture'
import {
  action,
  countersignOpened,
  dossierId,
  dossierSaved,
  expertA,
  opinionReturned,
  opinionSealed,
  panelId,
  panelOpinion,
  panelSaved,
} from './review-actions'

let desk: Desk
beforeEach(async () => {
  desk = await createDesk('division', '示例政策法规处')
})
afterEach(() => desk.host.close())
afterAll(removeTemporaryFolders)

const panelOpinionSealed = (version: number) => action('panel-opinion.sealed', panelOpinion(version))
const append = (...actions: Action[]) => desk.call('journal:append', { actions })
const words = (refused: Parameters<typeof errorSentence>[0]) => errorSentence(refused, createTranslator('zh-CN'))

const term = (from: string, to: string) =>
  action('pilot-term.set', { dossierId, term: { from, to, noticeNo: '示例〔2026〕1号', kind: 'first', batchId: null } })
const batchId = '60000000-0000-4000-8000-000000000001'
const batch = (status: string, notice: object = {}) =>
  action('batch.saved', { id: batchId, year: 2026, seq: 1, dossierIds: [dossierId], notice, status })
const revocation = (decidedOn: string, heardOn: string | null = null) =>
  action('revocation.recorded', { dossierId, revocation: { ground: '19.4', facts: '示例', heardOn, decidedOn } })

const divisionOpinion = (reason: string) =>
  action('division-opinion.sealed', {
    ...{ dossierId, dossierVersion: 1, dossierHash: 'a'.repeat(64) },
    opinion: {
      ...{ kind: 'organisation', divisionId: 'policy', divisionName: '示例政策法规处' },
      items: [{ ruleId: 'R10-1', verdict: 'conforms', reason }],
      ...{ standing: '', conclusion: 'pass', comment: '', signer: '示例', signedOn: '2026-11-20' },
    },
  })
const divisionConfirmed = action('division-opinion.confirmed', {
  ...{ dossierId, kind: 'organisation', divisionId: 'policy' },
  confirmation: { dossierVersion: 1, dossierHash: 'a'.repeat(64), note: '示例', by: '示例', on: '2026-11-20' },
})
const roundClosed = action('countersign.closed', {
  ...{ panelId, dossierId, opinionVersion: 1, opinionHash: panelOpinionHash(panelOpinion(1)) },
  ...{ missing: [expertA], leaderExpertId: expertA, reason: '示例', by: '示例', on: '2026-11-23' },
})
const meeting = (decision: string, heldOn = '2026-11-21') =>
  action('consultation.recorded', {
    dossierId,
    consultation: { heldOn, minutesNo: '示例纪要1号', attendeeAgencyIds: [], decision, note: '' },
  })

describe('an official act', () => {
  it('seals one version of a panel’s opinion once', async () => {
    succeeded(await append(dossierSaved(1)))
    succeeded(await append(panelOpinionSealed(1)))
    const refused = failure(await append(panelOpinionSealed(1)))
    expect(refused.code).toBe('journal.done-already')
    expect(words(refused)).toMatch(/没有重复写入/u)
    succeeded(await append(panelOpinionSealed(2)))
  })

  it('seals nothing of a panel after publication, and says so by name', async () => {
    succeeded(await append(dossierSaved(1)))
    succeeded(await append(panelOpinionSealed(1)))
    succeeded(await append(term('2026-11-02', '2029-11-02')))
    const refused = failure(await append(panelOpinionSealed(2)))
    expect(refused).toMatchObject({ code: 'journal.published', params: { dossierId } })
    expect(words(refused)).toMatch(/已经公布为试点/u)
    const decided = action('recusal.decided', {
      panelId,
      dossierId,
      expertId: '30000000-0000-4000-8000-00000000000a',
      decision: 'recused',
      by: '示例',
      on: '2026-11-03',
    })
    expect(failure(await append(decided)).code).toBe('journal.published')
  })

  it('seals, returns, confirms and sends round nothing of the review after publication', async () => {
    succeeded(await append(dossierSaved(1), panelSaved()))
    succeeded(await append(panelOpinionSealed(1)))
    succeeded(await append(opinionSealed(expertA)))
    succeeded(await append(term('2026-11-02', '2029-11-02')))
    const late = [
      opinionSealed(expertA, 2),
      opinionReturned('示例'),
      countersignOpened(panelOpinion(1)),
      divisionOpinion('示例理由'),
      divisionConfirmed,
    ]
    for (const act of late) {
      expect([act.type, failure(await append(act)).code]).toEqual([act.type, 'journal.published'])
    }
  })

  it('is recorded once: an expert’s version, a round’s opening and end, a meeting, a division’s very words', async () => {
    succeeded(await append(dossierSaved(1), panelSaved()))
    succeeded(await append(panelOpinionSealed(1)))
    const twice = [
      opinionSealed(expertA),
      countersignOpened(panelOpinion(1)),
      roundClosed,
      meeting('deferred'),
      divisionOpinion('示例理由'),
    ]
    for (const act of twice) {
      succeeded(await append(act))
      expect([act.type, failure(await append(act)).code]).toEqual([act.type, 'journal.done-already'])
    }
    // A correction, a later meeting and a next version are acts of their own.
    succeeded(await append(divisionOpinion('示例更正后的理由')))
    succeeded(await append(meeting('decided', '2026-11-25')))
    succeeded(await append(opinionSealed(expertA, 2)))
  })

  it('opens a term, publishes a batch and revokes once', async () => {
    succeeded(await append(dossierSaved(1)))
    succeeded(await append(term('2026-11-02', '2029-11-02'), batch('published')))
    expect(failure(await append(term('2026-11-02', '2029-11-02'))).code).toBe('journal.done-already')
    expect(failure(await append(batch('published'))).code).toBe('journal.done-already')
    expect(failure(await append(batch('open'))).code).toBe('journal.done-already')
    succeeded(await append(term('2029-11-03', '2032-11-03')))
    succeeded(await append(revocation('2026-11-20')))
    expect(failure(await append(revocation('2026-11-21'))).code).toBe('journal.done-already')
  })

  it('holds no two days that contradict each other, names both, and writes nothing', async () => {
    succeeded(await append(dossierSaved(1)))
    const change = { id: 'c1', kind: 'member-left', completedOn: '2026-11-20', filedOn: '2026-11-19' }
    const refused = failure(await append(action('change.saved', { dossierId, change })))
    expect(refused.code).toBe('journal.day-order')
    expect(words(refused)).toContain('变更备案日期（2026-11-19）早于完成相关手续的日期（2026-11-20）')
    expect(failure(await append(revocation('2026-11-20', '2026-11-21'))).code).toBe('journal.day-order')
    expect(failure(await append(batch('open', { writtenOn: '2026-11-20', printedOn: '2026-11-19' }))).code).toBe(
      'journal.day-order',
    )
    succeeded(await append(action('change.saved', { dossierId, change: { ...change, filedOn: null } })))
  })

  it('gives one number to one batch, lists nobody twice, and has one line for one ending', async () => {
    succeeded(await append(dossierSaved(1), batch('open', { docNo: '示例科〔2026〕1号' })))
    const other = (more: object) =>
      action('batch.saved', {
        ...{
          id: '60000000-0000-4000-8000-000000000002',
          year: 2026,
          seq: 2,
          dossierIds: [],
          notice: {},
          status: 'open',
        },
        ...more,
      })
    const taken = failure(await append(other({ seq: 1 })))
    expect(words(taken)).toMatch(/“2026-1”已用于另一批次/u)
    expect(failure(await append(other({ notice: { docNo: '示例科﹝２０２６﹞01号' } }))).code).toBe(
      'journal.number-taken',
    )
    expect(words(failure(await append(other({ dossierIds: [dossierId, dossierId] }))))).toMatch(/列了两次/u)
    expect(failure(await append(other({}), other({ id: '60000000-0000-4000-8000-000000000003' }))).code).toBe(
      'journal.number-taken',
    )
    succeeded(await append(other({})))
    // Its own number is its own.
    succeeded(await append(batch('open', { docNo: '示例科〔2026〕1号', copiedTo: '示例' })))
    const panel = panelSaved().payload as { members: object[] }
    const twice = action('panel.saved', { ...panel, members: [...panel.members, ...panel.members] })
    expect(failure(await append(twice)).code).toBe('journal.listed-twice')
    const line = (id: string, allianceName: string) =>
      action('revocation.registered', {
        id: id.repeat(64),
        revocation: { allianceName, ground: '19.3', decidedOn: '2020-01-02' },
      })
    succeeded(await append(line('a', '格瓦拉·示例联盟')))
    expect(words(failure(await append(line('b', '格瓦拉•示例联盟'))))).toMatch(/已有“格瓦拉·示例联盟”/u)
    succeeded(await append(line('a', '格瓦拉·示例联盟（更正）')))
  })

  it('asks a dossier that comes as a file nothing of its past', async () => {
    succeeded(await append(dossierSaved(1), revocation('2026-11-20', '2026-11-21'), term('2023-01-01', '2026-01-01')))
  })
})

const campaignId = '50000000-0000-4000-8000-00000000000a'
const campaign = (status: string, change: object = {}) =>
  action('campaign.saved', {
    id: campaignId,
    kind: 'annual-summary',
    year: 2026,
    from: '2026-12-11',
    to: '2026-12-20',
    dossierIds: [dossierId],
    status,
    ...change,
  })
const extended = (to: string, change: object = {}) =>
  action('campaign-extension.granted', {
    campaignId,
    dossierId,
    extension: { to, reason: '换届（示例）', grantedOn: '2026-12-12', by: '示例' },
    ...change,
  })

describe('a campaign', () => {
  it('that runs keeps its kind and year, and once closed is not written again', async () => {
    succeeded(await append(dossierSaved(1), campaign('preparing')))
    succeeded(await append(campaign('running', { year: 2025 })))
    const refused = failure(await append(campaign('running')))
    expect(refused.code).toBe('journal.campaign-fixed')
    expect(words(refused)).toMatch(/种类和年度/u)
    expect(failure(await append(campaign('preparing', { year: 2025 }))).code).toBe('journal.campaign-fixed')
    succeeded(await append(campaign('running', { year: 2025, to: '2026-12-25' })))
    succeeded(await append(campaign('closed', { year: 2025 })))
    expect(failure(await append(campaign('running', { year: 2025 }))).code).toBe('journal.done-already')
  })

  it('grants and receives of those alone whom it asks, and extends beyond its own last day', async () => {
    succeeded(await append(dossierSaved(1), campaign('running')))
    expect(failure(await append(extended('2026-12-19'))).code).toBe('journal.day-order')
    const stranger = { dossierId: '20000000-0000-4000-8000-0000000000ff' }
    const refused = failure(await append(extended('2026-12-31', stranger)))
    expect(refused.code).toBe('journal.not-asked')
    expect(words(refused)).toMatch(/名单/u)
    const returned = action('campaign-return.saved', { campaignId, returned: {}, ...stranger })
    expect(failure(await append(returned)).code).toBe('journal.not-asked')
    succeeded(await append(extended('2026-12-31')))
    expect(failure(await append(campaign('running', { from: '2026-12-21' }))).code).toBe('journal.day-order')
  })
})
