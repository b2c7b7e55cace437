import { describe, expect, it } from 'vitest'
import { contentHash } from '@shared/lib/sha256'
import { divisionOpinionStands } from '@shared/domain/proceedings'
import { isStale } from '@shared/domain/judged-version'
import { assembleDossier } from '@shared/records/assemble-dossier'
import { foldDesk } from '@shared/records/desk-state'
import { rowsAsOf, rowsOfDossier } from '@shared/records/dossier-rows'
import type { Action } from '@shared/records/payloads'
import { recordStamp } from '@shared/records/record'
import type { StatusAction } from '@shared/workflow/status-actions'
import type { DossierStatus } from '@shared/domain/status'
import { authorOf, PaperDesk } from '../../helpers/paper-desk'
import {
  action,
  dossierId,
  dossierSaved,
  expertA,
  opinionSealed,
  panelId,
  panelSaved,
} from '../../integration/host/review-actions'

const panelB = '10000000-0000-4000-8000-00000000000b'
const by = '示例人员'
const day = '2026-11-20'

const look = (desk: PaperDesk, asked: { readonly panelId?: string } = {}) =>
  assembleDossier(dossierId as never, rowsOfDossier(foldDesk(desk.records), dossierId as never), asked as never)!

const moved = (name: StatusAction, from: DossierStatus, to: DossierStatus): Action =>
  action('status.set', { dossierId, action: name, from, to, on: day, by })

const hashOf = (version: number): string => contentHash((dossierSaved(version).payload as { content: object }).content)

const divisionOpinion = (version: number): Action =>
  action('division-opinion.sealed', {
    dossierId,
    dossierVersion: version,
    dossierHash: hashOf(version),
    opinion: {
      ...{ kind: 'business', divisionId: 'high', divisionName: '示例高新处', items: [], standing: '', comment: '' },
      ...{ conclusion: 'pass', signer: by, signedOn: day },
    },
  })

const panelSaid = (id: string, heldOn: string, title = '示例评审会'): Action =>
  action('panel.saved', { ...panelSaved().payload, id, heldOn, title })

const recused = (id: string): Action =>
  action('recusal.decided', { panelId: id, dossierId, expertId: expertA, decision: 'recused', by, on: day })

const panelOpinion = (id: string, version: number): Action =>
  action('panel-opinion.sealed', {
    ...{ panelId: id, dossierId, dossierVersion: 1, dossierHash: hashOf(1), version, items: [] },
    ...{ problems: '示例', suggestions: '示例', conclusion: 'pass', leaderExpertId: expertA, signedOn: day },
    tally: { invited: 2, present: 2, recused: 0, agree: 2, disagree: 0, abstain: 0, missing: 0 },
    dissents: [],
    refusals: [],
    countedOpinionIds: [],
  })

const consulted = (decision: 'decided' | 'not-decided'): Action =>
  action('consultation.recorded', {
    dossierId,
    consultation: { heldOn: day, minutesNo: '示例1号', attendeeAgencyIds: [], decision, note: '' },
  })

const deskWith = (...actions: readonly Action[]): PaperDesk => {
  const desk = new PaperDesk(authorOf(1))
  for (const one of actions) desk.write(one)
  return desk
}

describe('a human act belongs to the version that it judged', () => {
  it("a division's opinion is stale from the next version on, until it is confirmed for it", () => {
    const desk = deskWith(dossierSaved(1), divisionOpinion(1))
    const stands = () => {
      const { proceedings } = look(desk).file
      return divisionOpinionStands(proceedings.divisionOpinions[0]!, proceedings)
    }
    expect(stands()).toBe(true)
    desk.write(dossierSaved(2))
    expect(stands()).toBe(false)
    const confirmation = { dossierVersion: 2, dossierHash: hashOf(2), note: '示例', by, on: day }
    desk.write(action('division-opinion.confirmed', { dossierId, kind: 'business', divisionId: 'high', confirmation }))
    expect(stands()).toBe(true)
    desk.write(dossierSaved(3))
    expect(stands()).toBe(false)
  })

  it('what older versions wrote without a version saw the newest that was there before it', () => {
    const judged = (ruleId: string): Action =>
      action('rule.judged', { dossierId, ruleId, verdict: 'conforms', reason: '示例', by, on: day })
    const desk = deskWith(dossierSaved(1), judged('R09-4b'), dossierSaved(2), judged('R09-1c'), consulted('decided'))
    const { proceedings } = look(desk).file
    const seen = Object.fromEntries(
      proceedings.judgements.map((item) => [item.ruleId, [item.dossierVersion, isStale(item, proceedings)]]),
    )
    expect(seen).toEqual({ 'R09-4b': [1, true], 'R09-1c': [2, false] })
    expect(isStale(proceedings.consultation!, proceedings)).toBe(false)
  })

  it('how the office routes and numbers a dossier makes nothing stale', () => {
    const first = dossierSaved(1).payload as { content: { application: object } }
    const routed = {
      ...first.content,
      application: { ...first.content.application, hostDivisionId: 'high', no: '1号' },
    }
    const desk = deskWith(
      dossierSaved(1),
      divisionOpinion(1),
      action('dossier.saved', { ...first, version: 2, contentHash: contentHash(routed), content: routed }),
    )
    const { proceedings } = look(desk).file
    expect(divisionOpinionStands(proceedings.divisionOpinions[0]!, proceedings)).toBe(true)
  })

  it('what was published stands as it was published, whatever changes in the years of the pilot', () => {
    const term = { noticeNo: '示例1号', from: day, to: '2029-11-20' }
    const desk = deskWith(
      dossierSaved(1),
      divisionOpinion(1),
      dossierSaved(2),
      consulted('decided'),
      action('pilot-term.set', { dossierId, term }),
      dossierSaved(3),
    )
    const { proceedings } = look(desk).file
    expect(isStale(proceedings.consultation!, proceedings)).toBe(false)
    expect(divisionOpinionStands(proceedings.divisionOpinions[0]!, proceedings)).toBe(false)
  })
})

describe('two panels on one dossier', () => {
  it('do not mix: each is asked of its own recusals and opinions', () => {
    const desk = deskWith(
      dossierSaved(1),
      panelSaid(panelId, '2026-11-20'),
      panelSaid(panelB, '2026-11-25'),
      recused(panelId),
      opinionSealed(expertA),
    )
    expect(look(desk, { panelId: panelB }).file.proceedings).toMatchObject({
      panel: { id: panelB },
      recusalDecisions: [],
      expertOpinions: [],
    })
    expect(look(desk, { panelId }).file.proceedings).toMatchObject({
      panel: { id: panelId },
      recusalDecisions: [{ expertId: expertA }],
      expertOpinions: [{ expertId: expertA }],
    })
  })

  it('the one that gave the opinion stays the panel of the dossier, whatever is saved afterwards', () => {
    const desk = deskWith(
      dossierSaved(1),
      panelSaid(panelId, '2026-11-20'),
      panelOpinion(panelId, 1),
      panelSaid(panelB, '2026-11-25'),
    )
    expect(look(desk).file.proceedings.panel?.id).toBe(panelId)
    desk.write(panelOpinion(panelB, 2))
    desk.write(panelSaid(panelId, '2026-11-20', '又存了一次（示例）'))
    expect(look(desk).file.proceedings).toMatchObject({ panel: { id: panelB }, panelOpinion: { version: 2 } })
    expect(look(desk).nextOpinionVersion).toBe(3)
    expect(look(desk, { panelId }).file.proceedings.panelOpinion?.version).toBe(1)
  })

  it('before any opinion the one that sits last is asked, not the one that was saved last', () => {
    const desk = deskWith(
      dossierSaved(1),
      panelSaid(panelB, '2026-11-25'),
      panelSaid(panelId, '2026-11-20'),
      panelSaid(panelId, '2026-11-20', '又存了一次（示例）'),
    )
    expect(look(desk).file.proceedings.panel?.id).toBe(panelB)
  })
})

describe('each application is a round of its own', () => {
  const firstRound = (): PaperDesk =>
    deskWith(
      dossierSaved(1),
      action('filing.decided', { dossierId, decision: 'filed', on: day, no: '示例号' }),
      action('rule.judged', { dossierId, ruleId: 'R05-1', verdict: 'conforms', reason: '示例', by, on: day }),
      moved('apply-pilot', 'filed', 'pilot-applied'),
      action('rule.judged', { dossierId, ruleId: 'R19-6', verdict: 'conforms', reason: '示例', by, on: day }),
      divisionOpinion(1),
      panelSaid(panelId, '2026-11-20'),
      opinionSealed(expertA),
      panelOpinion(panelId, 1),
      consulted('not-decided'),
      moved('not-decide', 'awaiting-consultation', 'not-decided'),
    )

  it('nothing of the earlier one counts after 再次申请, but the filing', () => {
    const desk = firstRound()
    expect(look(desk).rounds).toHaveLength(1)
    desk.write(moved('apply-again', 'not-decided', 'pilot-applied'))
    const { rounds, file, nextOpinionVersion } = look(desk)
    expect(rounds.map(({ number }) => number)).toEqual([1, 2])
    expect(file.proceedings).toMatchObject({
      filingDecision: { decision: 'filed' },
      judgements: [{ ruleId: 'R05-1' }],
      divisionOpinions: [],
      panel: null,
      expertOpinions: [],
      panelOpinion: null,
      reviewConfirmations: [],
      consultation: null,
    })
    expect(nextOpinionVersion).toBe(2)
  })

  it('saving the old panel again brings nothing of it back; a new panel sits for the new round', () => {
    const desk = firstRound()
    desk.write(moved('apply-again', 'not-decided', 'pilot-applied'))
    desk.write(panelSaid(panelId, '2026-11-20', '又存了一次（示例）'))
    expect(look(desk).file.proceedings).toMatchObject({ panel: null, expertOpinions: [] })
    expect(look(desk, { panelId }).file.proceedings).toMatchObject({ panel: null, panelOpinion: null })
    desk.write(panelSaid(panelB, '2026-12-20'))
    expect(look(desk).file.proceedings.panel?.id).toBe(panelB)
  })

  it('the earlier round stays readable as it stood when the next began', () => {
    const desk = firstRound()
    const again = desk.write(moved('apply-again', 'not-decided', 'pilot-applied'))
    desk.write(divisionOpinion(1))
    desk.write(consulted('decided'))
    const rows = rowsOfDossier(foldDesk(desk.records), dossierId as never)
    const { from } = look(desk).rounds[1]!
    expect(from).toBe(recordStamp(again))
    const past = assembleDossier(
      dossierId as never,
      rowsAsOf(rows, (stamp) => stamp < from!),
    )!
    expect(past.status).toBe('not-decided')
    expect(past.file.proceedings).toMatchObject({
      divisionOpinions: [{ divisionId: 'high' }],
      panel: { id: panelId },
      expertOpinions: [{ expertId: expertA }],
      consultation: { decision: 'not-decided' },
    })
  })

  it('an application that lost a conflict begins none', () => {
    const one = firstRound()
    const other = new PaperDesk(authorOf(2))
    other.take(one.records)
    one.write(moved('apply-again', 'not-decided', 'pilot-applied'))
    other.write(action('expert.saved', { id: expertA, name: '示例甲', unitName: '示例大学', specialty: 'law' }))
    const rival = other.write(moved('not-decide', 'awaiting-consultation', 'not-decided'))
    other.take(one.records)
    const shown = look(other)
    expect(shown.status).toBe(rival.payload['to' as never])
    expect(shown.rounds).toHaveLength(1)
  })
})

describe('terms of a pilot', () => {
  const term = (from: string, to: string, kind: string): Action =>
    action('pilot-term.set', { dossierId, term: { noticeNo: '示例', from, to, kind } })
  const evaluated = (cycle: number, decidedOn: string): Action =>
    action('evaluation.saved', { dossierId, cycle, evaluation: { decidedOn, result: 'qualified' } })

  it('keep the earlier ones, and give each evaluation of an older version to the term it was written in', () => {
    const desk = deskWith(
      dossierSaved(1),
      term('2020-01-10', '2023-01-10', 'first'),
      evaluated(1, '2023-05-01'),
      term('2023-01-11', '2026-01-11', 're-registered'),
    )
    const { proceedings } = look(desk).file
    expect(proceedings.pilotTerm?.from).toBe('2023-01-11')
    expect(proceedings.earlierTerms?.map(({ from }) => from)).toEqual(['2020-01-10'])
    expect(proceedings.evaluations).toMatchObject([{ termFrom: '2020-01-10' }])
  })
})
