import { describe, expect, it } from 'vitest'
import type { Action } from '@shared/records/payloads'
import { actOnDossier, type ActionValues } from '@shared/acts/dossier-act'
import { saveHandling } from '@shared/acts/handling'
import { saveDossier } from '@shared/acts/save-dossier'
import { actionsOfDossierFile } from '@shared/acts/take-dossier-file'
import { dossierContentHash, type DossierContent } from '@shared/domain/dossier'
import { handlingIn, withHandling, withoutHandling } from '@shared/domain/handled-content'
import { dossierFormat } from '@shared/domain/dossier'
import { divisionOpinionStands } from '@shared/domain/proceedings'
import { assembleDossier, type AssembledDossier } from '@shared/records/assemble-dossier'
import { foldDesk } from '@shared/records/desk-state'
import { rowsOfDossier } from '@shared/records/dossier-rows'
import { checkDossier } from '@shared/regulation/check-dossier'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { awaitedFromNobody } from '@shared/regulation/division-opinions'
import { regulation2010 } from '@shared/regulation/2010/index'
import { workflowGuards } from '@shared/regulation/workflow-guards'
import type { Facts } from '@shared/regulation/rule'
import { availableActions } from '@shared/workflow/status-machine'
import { buildFacts, day, dossierId } from '../../helpers/facts'
import { authorOf, PaperDesk } from '../../helpers/paper-desk'

const by = '陈守玉（示例）'
const today = day('2011-10-10')
const said = { today, by, note: '示例' }

const read = (desk: PaperDesk): AssembledDossier =>
  assembleDossier(dossierId, rowsOfDossier(foldDesk(desk.records), dossierId))!

/** The dossier as rules see it; the divisions of the office may have changed. */
function seen(
  dossier: AssembledDossier,
  change: (divisions: Facts['settings']['divisions']) => unknown[] = (all) => all,
) {
  const settings = defaultOfficeSettings()
  const divisions = change(settings.divisions) as Facts['settings']['divisions']
  const facts: Facts = { ...buildFacts(), ...dossier.file, settings: { ...settings, divisions }, today }
  const results = checkDossier(regulation2010, facts)
  const verdict = (ruleId: string) => results.find((result) => result.ruleId === ruleId)!.outcome
  return { facts, verdict, actions: availableActions(dossier.status, workflowGuards(results, facts)) }
}

/** A dossier of which the divisions and the panel have given their opinions; `content` as its one version keeps it. */
function judgedDesk(content: DossierContent, ...more: readonly Action[]): PaperDesk {
  const { proceedings } = buildFacts()
  const hash = dossierContentHash(content)
  const desk = new PaperDesk(authorOf(1))
  const about = { dossierId, dossierVersion: 1, dossierHash: hash }
  const records: readonly unknown[] = [
    {
      type: 'dossier.saved',
      payload: {
        dossierId,
        version: 1,
        contentHash: hash,
        regulationVersionId: '2010',
        receivedOn: null,
        note: '',
        content,
      },
    },
    ...more,
    {
      type: 'status.set',
      payload: { dossierId, action: 'pass-panel', from: 'panel-review', to: 'awaiting-consultation', on: today, by },
    },
    ...proceedings.divisionOpinions.map((opinion) => ({
      type: 'division-opinion.sealed',
      payload: { ...about, opinion },
    })),
    { type: 'panel.saved', payload: proceedings.panel },
    ...proceedings.expertOpinions.map((opinion) => ({
      type: 'opinion.sealed',
      payload: { ...opinion, dossierHash: hash },
    })),
    { type: 'panel-opinion.sealed', payload: { ...proceedings.panelOpinion, dossierHash: hash } },
  ]
  for (const record of records) desk.write(record as Action)
  return desk
}

const { content } = buildFacts()
const handled = (): Action => saveHandling(dossierId, { ...handlingIn(content), successions: [] }, { by, on: today })

const kinds: readonly (readonly [string, () => PaperDesk])[] = [
  ['that says it in its hashed content, as older programs wrote', () => judgedDesk(content)],
  ['that has it recorded by itself', () => judgedDesk(withoutHandling(content), handled())],
]

describe.each(kinds)('how the office handles a dossier %s', (_, deskOf) => {
  it('is read with it, under the hash that the version has', () => {
    const desk = deskOf()
    const dossier = read(desk)
    expect(dossier.file.content).toEqual(content)
    const kept = foldDesk(desk.records).state.dossierVersions.get(`${dossierId}@1`)!.value
    expect(dossier.contentHash).toBe(kept.contentHash)
    expect(dossierContentHash(kept.content)).toBe(kept.contentHash)
  })

  it('changes without a version, another review, or a stale opinion', () => {
    const desk = deskOf()
    const before = read(desk)
    const { application, filing } = before.file.content
    const routed = {
      ...before.file.content,
      filing: { ...filing, filingNo: '川联备〔2011〕9号' },
      application: { ...application, no: '示例9号', acceptedOn: day('2011-01-21'), hostDivisionId: 'business-2' },
    }
    const actions = saveDossier(dossierId, routed, before, said)
    expect(actions.map(({ type }) => type)).toEqual(['handling.saved'])
    for (const action of actions) desk.write(action)
    const after = read(desk)
    expect(after.file.content).toEqual(routed)
    expect([after.file.version, after.contentHash, after.status]).toEqual([1, before.contentHash, before.status])
    expect(after.staleOpinionIds).toEqual([])
    expect(seen(after).verdict('R12-4')).toMatchObject({ verdict: 'met' })
    expect(
      after.file.proceedings.divisionOpinions.every((one) => divisionOpinionStands(one, after.file.proceedings)),
    ).toBe(true)
    expect(saveDossier(dossierId, routed, after, said)).toEqual([])
  })

  it('is kept when the applicant changes something, and the new version has nothing of it', () => {
    const desk = deskOf()
    const renamed = { ...content, alliance: { ...content.alliance, shortName: '示例简称' } }
    for (const action of saveDossier(dossierId, renamed, read(desk), said)) desk.write(action)
    const after = read(desk)
    expect(after.file.content).toEqual(renamed)
    expect([after.file.version, after.status]).toEqual([2, 'review-again'])
    const kept = foldDesk(desk.records).state.dossierVersions.get(`${dossierId}@2`)!.value
    expect(kept.content).toEqual(withoutHandling(renamed))
    expect(dossierContentHash(kept.content)).toBe(kept.contentHash)
    // Each version with how it was handled while it was the newest.
    expect(after.versions.map((version) => version.content.application.hostDivisionId)).toEqual([
      'business-1',
      'business-1',
    ])
  })

  it('goes to a successor by an act with its reason; what the old division judged stands as its word', () => {
    const desk = deskOf()
    const merged = (divisions: Facts['settings']['divisions']) => [
      ...divisions.map((one) => (one.id === 'business-1' ? { ...one, validTo: '2011-09-30' } : one)),
      { id: 'merged', name: '合并后处室（示例）', role: 'business', validFrom: day('2011-10-01'), validTo: null },
    ]
    const give = (values: ActionValues) => {
      const dossier = read(desk)
      return actOnDossier({ ...dossier, actions: seen(dossier, merged).actions }, 'hand-over', values, {
        ...{ by, today, rowId: 'c-1', settings: defaultOfficeSettings() },
      })
    }
    const values = { on: '2011-10-10', why: 'succeeded', hostDivisionId: 'merged', coDivisionIds: [] }
    expect(give(values)).toMatchObject({ ok: false, error: [{ code: 'needed', field: 'note' }] })
    expect(give({ ...values, hostDivisionId: 'business-1', note: '示例' })).toMatchObject({
      error: [{ code: 'same-divisions' }],
    })
    const decided = give({ ...values, note: '机构改革，处室合并（示例）' })
    const records = decided.ok ? decided.value : []
    expect(records).toMatchObject([{ type: 'handling.saved', payload: { by, reason: '机构改革，处室合并（示例）' } }])
    for (const record of records) desk.write(record)
    const after = read(desk)
    expect([after.file.version, after.status]).toEqual([1, 'awaiting-consultation'])
    expect(after.file.proceedings.successions).toEqual([{ from: 'business-1', to: 'merged', on: '2011-10-10' }])
    const { verdict, facts } = seen(after, merged)
    const verdicts = ['R08-3', 'R10-1', 'R12-0a', 'R12-4'].map(verdict)
    expect(verdicts).toMatchObject(verdicts.map(() => ({ verdict: 'met' })))
    expect(awaitedFromNobody(facts)).toEqual([])
  })

  it('assigned anew for a slip, the new division gives an opinion of its own', () => {
    const desk = deskOf()
    const dossier = read(desk)
    const values = {
      on: '2011-10-10',
      why: 'corrected',
      hostDivisionId: 'business-2',
      coDivisionIds: [],
      note: '分错（示例）',
    }
    const decided = actOnDossier({ ...dossier, actions: seen(dossier).actions }, 'hand-over', values, {
      ...{ by, today, rowId: 'c-1', settings: defaultOfficeSettings() },
    })
    for (const record of decided.ok ? decided.value : []) desk.write(record)
    expect(read(desk).file.proceedings.successions).toBeUndefined()
    expect(seen(read(desk)).verdict('R10-1')).toMatchObject({ verdict: 'not-met' })
  })
})

describe('a division that is no more', () => {
  it('is named where its opinion is waited for, closed or struck off the list', () => {
    const { facts } = seen(read(judgedDesk(content)))
    const waiting = { ...facts, proceedings: { ...facts.proceedings, divisionOpinions: [] } }
    expect(awaitedFromNobody(waiting)).toEqual([])
    const divisions = (change: (one: Facts['settings']['divisions'][number]) => unknown[]) =>
      awaitedFromNobody({
        ...waiting,
        settings: { ...waiting.settings, divisions: waiting.settings.divisions.flatMap(change) as never },
      })
    expect(divisions((one) => (one.id === 'business-1' ? [{ ...one, validTo: '2011-10-09' }] : [one]))).toHaveLength(1)
    expect(divisions((one) => (one.id === 'business-1' ? [] : [one]))).toHaveLength(1)
  })

  it('keeps its word on the organisation when it is struck off the list', () => {
    const { facts } = seen(read(judgedDesk(content)))
    const divisions = [
      ...facts.settings.divisions.filter(({ id }) => id !== 'policy'),
      { id: 'law', name: '法规处（示例）', role: 'policy-law' as const, validFrom: null, validTo: null },
    ]
    const settings = { ...facts.settings, divisions, policyDivisionId: 'law' }
    const results = checkDossier(regulation2010, { ...facts, settings })
    expect(results.find(({ ruleId }) => ruleId === 'R10-1')!.outcome).toMatchObject({ verdict: 'met' })
  })
})

describe('a dossier file of an older program', () => {
  it('is taken with the hash that it has, and again only by what differs', () => {
    const file = { format: dossierFormat, id: dossierId, version: 1, regulationVersionId: '2010', content } as const
    const { proceedings } = buildFacts({ proceedings: (draft) => void (draft.divisionOpinions = []) })
    const desk = new PaperDesk(authorOf(1))
    for (const action of actionsOfDossierFile({ ...file, proceedings }, null, said)) desk.write(action)
    expect(read(desk).contentHash).toBe(dossierContentHash(content))
    expect(actionsOfDossierFile({ ...file, proceedings }, read(desk), said)).toEqual([])
    const rerouted = withHandling(content, { ...content.filing, ...content.application, hostDivisionId: 'business-2' })
    const again = actionsOfDossierFile({ ...file, content: rerouted, proceedings }, read(desk), said)
    expect(again.map(({ type }) => type)).toEqual(['handling.saved'])
  })
})
