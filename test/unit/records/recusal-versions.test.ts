import { describe, expect, it } from 'vitest'
import { contentHash } from '@shared/lib/sha256'
import { declareRecusal, type RecusalAnswers } from '@shared/acts/seal-opinion'
import { reviewOwed } from '@shared/acts/review-owed'
import { memberSchema } from '@shared/domain/dossier'
import { panelSchema, recusalGrounds } from '@shared/domain/panel'
import { assembleDossier } from '@shared/records/assemble-dossier'
import { foldDesk } from '@shared/records/desk-state'
import { rowsOfDossier } from '@shared/records/dossier-rows'
import type { Action } from '@shared/records/payloads'
import { panelStanding } from '@shared/regulation/work-rules/panel-standing'
import { authorOf, PaperDesk } from '../../helpers/paper-desk'
import { action, dossierId, dossierSaved, expertA, panelId, panelSaved } from '../../integration/host/review-actions'

const by = '示例人员'
const day = '2026-11-20'
type Content = { readonly alliance: object; readonly members: readonly object[] }
const first = dossierSaved(1).payload as { readonly content: Content }
const member = (unitId: string, fullName: string, formerNames: string[] = []) =>
  memberSchema.parse({ unitId, fullName, formerNames, kind: 'enterprise', role: 'member' })

/** Versions with these members. */
const version = (number: number, ...members: object[]): Action => {
  const content = { ...first.content, members }
  return action('dossier.saved', { ...first, version: number, contentHash: contentHash(content), content })
}
const hashOf = (saved: Action): string => (saved.payload as { contentHash: string }).contentHash

const answers = Object.fromEntries(
  recusalGrounds.map((ground) => [ground, { exists: false, note: '' }]),
) as RecusalAnswers
const about = { panelId, dossierId, expertId: expertA } as never as Parameters<typeof declareRecusal>[0]
const declared = (seen: { dossierVersion?: number; dossierHash?: string }): Action => {
  const made = declareRecusal({ ...about, ...seen }, { answers, pledged: true }, day as never)
  if (!made.ok) throw new Error('not declared')
  return made.value[0]!
}
const decided = (decision: 'recused' | 'not-recused', seen: object): Action =>
  action('recusal.decided', { panelId, dossierId, expertId: expertA, decision, by, on: day, ...seen })

const look = (...actions: readonly Action[]) => {
  const desk = new PaperDesk(authorOf(1))
  for (const one of actions) desk.write(one)
  return assembleDossier(dossierId as never, rowsOfDossier(foldDesk(desk.records), dossierId as never))!
}
const toRenew = (...actions: readonly Action[]) => look(...actions).file.proceedings.recusalsToRenew ?? []

const v1 = version(1, member('u1', '示例甲公司'))
const seen1 = { dossierVersion: 1, dossierHash: hashOf(v1) }

describe('a word on recusal belongs to the names that its author saw', () => {
  it('holds until the dossier names somebody new, by its number alone, too', () => {
    const v2 = version(2, member('u1', '示例甲公司'), member('u2', '示例乙公司'))
    for (const seen of [seen1, { dossierVersion: 1 }]) {
      expect(toRenew(v1, panelSaved(), declared(seen))).toEqual([])
      expect(toRenew(v1, panelSaved(), declared(seen), v2)).toEqual([expertA])
    }
    expect(toRenew(v1, panelSaved(), declared(seen1), decided('not-recused', seen1), v2)).toEqual([expertA])
  })

  it('is renewed by declaring anew, or by a person’s decision on the present version', () => {
    const v2 = version(2, member('u1', '示例甲公司'), member('u2', '示例乙公司'))
    const seen2 = { dossierVersion: 2, dossierHash: hashOf(v2) }
    expect(toRenew(v1, panelSaved(), declared(seen1), v2, declared(seen2))).toEqual([])
    expect(toRenew(v1, panelSaved(), declared(seen1), v2, decided('not-recused', seen2))).toEqual([])
  })

  it('is not asked again when nobody new is named, of who is recused, and of what older programs wrote', () => {
    const renamed = version(2, member('u1', '示例新名公司', ['示例甲公司']))
    expect(toRenew(v1, panelSaved(), declared(seen1), renamed)).toEqual([])
    const left = version(2)
    expect(toRenew(v1, panelSaved(), declared(seen1), left)).toEqual([])
    const v2 = version(2, member('u1', '示例甲公司'), member('u2', '示例乙公司'))
    expect(toRenew(v1, panelSaved(), declared(seen1), decided('recused', seen1), v2)).toEqual([])
    expect(toRenew(v1, panelSaved(), declared({}), v2)).toEqual([])
  })

  it('keeps the panel from standing while it is outdated', () => {
    const v2 = version(2, member('u1', '示例甲公司'), member('u2', '示例乙公司'))
    const { file } = look(v1, panelSaved(), declared(seen1), v2)
    const { panel, recusalDecisions, recusalDeclarations, recusalsToRenew } = file.proceedings
    const { checks } = panelStanding(
      panelSchema.parse(panel),
      file.id,
      recusalDecisions,
      recusalDeclarations,
      recusalsToRenew,
    )
    expect(checks.find(({ key }) => key === 'recusal-version')).toMatchObject({ ok: false, expertIds: [expertA] })
  })
})

describe('a version that another desk sent after the opinion of the panel', () => {
  const opinion: Action = action('panel-opinion.sealed', {
    ...{ panelId, dossierId, dossierVersion: 1, dossierHash: hashOf(v1), version: 1, items: [] },
    ...{ problems: '示例', suggestions: '示例', conclusion: 'pass', leaderExpertId: expertA, signedOn: day },
    tally: { invited: 2, present: 2, recused: 0, agree: 2, disagree: 0, abstain: 0, missing: 0 },
    ...{ dissents: [], refusals: [], countedOpinionIds: [] },
  })
  const waiting = action('status.set', {
    ...{ dossierId, action: 'pass-panel', from: 'panel-review', to: 'awaiting-consultation', on: day, by },
  })
  const v2 = version(2, member('u1', '示例甲公司'), member('u2', '示例乙公司'))

  it('has the dossier owe another review until a person sends it there, or confirms the opinion', () => {
    expect(reviewOwed(look(v1, panelSaved(), opinion, waiting))).toBe(false)
    expect(reviewOwed(look(v1, panelSaved(), opinion, waiting, v2))).toBe(true)
    const again = action('status.set', {
      ...{ dossierId, action: 'review-again', from: 'awaiting-consultation', to: 'review-again', on: day, by },
    })
    expect(reviewOwed(look(v1, panelSaved(), opinion, waiting, v2, again))).toBe(false)
    const confirmation = { dossierVersion: 2, dossierHash: hashOf(v2), note: '示例', by, on: day }
    const confirmed = action('review.confirmed', { dossierId, confirmation })
    expect(reviewOwed(look(v1, panelSaved(), opinion, waiting, v2, confirmed))).toBe(false)
  })
})
