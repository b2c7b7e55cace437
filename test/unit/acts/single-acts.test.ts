import { describe, expect, it } from 'vitest'
import type { Decided } from '@shared/acts/act'
import { answerRound, closeRound, openRound, signingBlock } from '@shared/acts/countersign'
import {
  confirmDivisionOpinion,
  emptyReview,
  reviewGaps,
  sealReview,
  type ReviewDraft,
} from '@shared/acts/division-review'
import { changeWording, confirmKey, saveCalendar, saveOffice } from '@shared/acts/office'
import { dossiersFor, returnOpinion, savePanelAs } from '@shared/acts/panel'
import { registerBundle } from '@shared/acts/register-bundle'
import { reviewItems } from '@shared/acts/review-items'
import { confirmRuleWord, judgeRule, overrideRule } from '@shared/acts/rule-words'
import { settleConflict } from '@shared/acts/settle-conflict'
import { panelOpinionHash } from '@shared/domain/countersign'
import { dossierContentHash } from '@shared/domain/dossier'
import type { Panel } from '@shared/domain/panel'
import { payloadSchemas, type Action, type Payload } from '@shared/records/payloads'
import type { RecordType } from '@shared/records/record-kinds'
import { defaultOfficeSettings } from '@shared/regulation/default-office'
import { day } from '../../helpers/facts'
import { recordSamples } from '../../helpers/record-samples'
import { acting } from './acting'

const on = day('2026-11-22')
const by = '陈守玉（示例）'
const said = { by, today: on }
const sample = <T extends RecordType>(type: T): Payload<T> =>
  payloadSchemas[type].parse(recordSamples[type][0]) as unknown as Payload<T>

/** Every record as the journal takes it. */
function taken(actions: readonly Action[]): readonly Action[] {
  for (const { type, payload } of actions) expect(payloadSchemas[type].safeParse(payload).error).toBeUndefined()
  return actions
}
const done = (decided: Decided): readonly Action[] => {
  expect(decided).toMatchObject({ ok: true })
  return taken(decided.ok ? decided.value : [])
}
const wanted = (decided: Decided) => (decided.ok ? [] : decided.error.map(({ code, field }) => [field, code]))

describe('what a person says of a rule', () => {
  const dossier = acting('division-review')

  it('goes on record with its reason and the very version that it judged', () => {
    const [judged] = done(judgeRule(dossier, 'R11-0', { verdict: 'conforms', reason: ' 材料齐备（示例）。 ' }, said))
    const dossierHash = dossierContentHash(dossier.file.content)
    expect(judged).toMatchObject({
      type: 'rule.judged',
      payload: { reason: '材料齐备（示例）。', dossierHash, by, on },
    })
    const [overridden] = done(overrideRule(dossier, 'R05-1', { verdict: 'met', reason: '已核对（示例）。' }, said))
    expect(overridden).toMatchObject({ type: 'rule.overridden', payload: { verdict: 'met', dossierVersion: 1 } })
  })

  it('names what it lacks, verdict and reason', () => {
    expect(wanted(judgeRule(dossier, 'R11-0', { verdict: null, reason: ' ' }, said))).toEqual([
      ['verdict', 'need-verdict'],
      ['reason', 'need-reason'],
    ])
    expect(wanted(overrideRule(dossier, 'R05-1', { verdict: 'met', reason: '' }, said))).toEqual([
      ['reason', 'need-reason'],
    ])
  })

  it('is said again of the present version, as a word of the same kind, and not where none is stale', () => {
    const stale = {
      dossierVersion: 1,
      person: '赵示例',
      on,
      verdict: 'met',
      reason: '已核对（示例）。',
      isOfDivision: false,
    } as const
    const again = (kind: 'automatic' | 'judgement') =>
      done(
        confirmRuleWord(
          dossier,
          { ruleId: 'R05-1', kind, stale: { ...stale, verdict: kind === 'automatic' ? 'met' : 'conforms' } },
          said,
        ),
      )
    expect(again('automatic')).toMatchObject([{ type: 'rule.overridden', payload: { verdict: 'met', by } }])
    expect(again('judgement')).toMatchObject([{ type: 'rule.judged', payload: { verdict: 'conforms', by } }])
    expect(done(confirmRuleWord(dossier, { ruleId: 'R05-1', kind: 'automatic', stale: null }, said))).toEqual([])
  })
})

describe("a division's opinion", () => {
  const published = { ...acting('division-review'), contentHash: 'a'.repeat(64) }
  const dossier = {
    ...acting('division-review', { proceedings: (draft) => void (draft.pilotTerm = null) }),
    contentHash: 'a'.repeat(64),
  }
  const whole: ReviewDraft = {
    ...emptyReview(' 赵示例 ', on),
    divisionId: 'business-1',
    answers: Object.fromEntries(
      reviewItems.business.map((id) => [id, { verdict: 'conforms' as const, reason: ' 齐备（示例）。 ' }]),
    ),
    standing: '具有主体地位（示例）。',
    conclusion: 'pass',
  }
  const seal = (draft: ReviewDraft, today = on) =>
    sealReview(dossier, 'business', draft, { divisionName: '业务处室一（示例）', today })

  it('is sealed over the version that it read, its words trimmed', () => {
    const [sealed] = done(seal(whole))
    expect(sealed).toMatchObject({
      type: 'division-opinion.sealed',
      payload: { dossierHash: dossier.contentHash, opinion: { signer: '赵示例', divisionName: '业务处室一（示例）' } },
    })
  })

  it('is not sealed while anything is wanted, and each place is named', () => {
    const bare = { ...whole, divisionId: null, standing: ' ', conclusion: null, signer: '', signedOn: '昨天' }
    expect(wanted(seal(bare))).toEqual([
      ['divisionId', 'need-division'],
      ['standing', 'need-standing'],
      ['conclusion', 'need-conclusion'],
      ['signer', 'need-signer'],
      ['signedOn', 'need-date'],
    ])
    expect(reviewGaps('organisation', { ...whole, standing: '' }).some(({ field }) => field === 'standing')).toBe(false)
  })

  it('is not sealed on a day that is yet to come', () => {
    expect(wanted(seal(whole, day('2026-11-21')))).toEqual([['signedOn', 'day-late']])
  })

  it('is not sealed after publication, for a division that is none, nor under the name of nobody', () => {
    const said = { divisionName: '业务处室一（示例）', today: on }
    expect(wanted(sealReview(published, 'business', whole, said))).toEqual([[null, 'published']])
    expect(wanted(sealReview(dossier, 'business', whole, { ...said, divisionName: '' }))).toEqual([
      ['divisionId', 'need-division'],
    ])
    const { content } = dossier.file
    const file = { ...dossier.file, content: { ...content, alliance: { ...content.alliance, name: '某某联盟' } } }
    expect(wanted(sealReview({ ...dossier, file }, 'business', whole, said))).toEqual([['divisionId', 'placeholder']])
  })

  it('is confirmed for the present version', () => {
    const about = { kind: 'business' as const, divisionId: 'business-1' }
    const [confirmed] = taken(confirmDivisionOpinion(dossier, about, { by, on, note: ' 仍然成立（示例） ' }))
    expect(confirmed?.payload).toMatchObject({ confirmation: { note: '仍然成立（示例）', by, dossierVersion: 1 } })
  })
})

describe('a panel', () => {
  const panel = sample('panel.saved')
  const opinion = sample('opinion.sealed')

  it('is not saved without title, dossiers, members and day', () => {
    const bare = { ...panel, title: ' ', dossierIds: [], members: [], heldOn: '' as never }
    expect(wanted(savePanelAs(bare, [], [], on))).toEqual([
      ['heldOn', 'need-date'],
      ['title', 'need-title'],
      ['dossierIds', 'need-dossier'],
      ['members', 'need-members'],
    ])
  })

  it('sends an expert no dossier that he or she is recused for, by the newest decision', () => {
    const decision = sample('recusal.decided')
    const { dossierId, expertId } = decision
    const of = { id: decision.panelId, dossierIds: [dossierId] }
    const recused = { ...decision, decision: 'recused' as const }
    expect(dossiersFor(of, expertId, [recused])).toEqual([])
    expect(dossiersFor(of, expertId, [recused, { ...decision, decision: 'not-recused' }])).toEqual([dossierId])
  })

  it('hands an opinion back once in the same words, and again after it was corrected', () => {
    const words = { reason: ' 请补充证据（示例）。 ', on }
    const [returned] = done(returnOpinion(opinion, words, { sealed: { stamp: '1' }, returns: [] }))
    const value = payloadSchemas['opinion.returned'].parse(returned?.payload)
    expect(value.reason).toBe('请补充证据（示例）。')
    const known = [{ stamp: '2', value }]
    expect(done(returnOpinion(opinion, words, { sealed: { stamp: '1' }, returns: known }))).toEqual([])
    expect(done(returnOpinion(opinion, words, { sealed: { stamp: '3' }, returns: known }))).toHaveLength(1)
    expect(wanted(returnOpinion(opinion, { reason: ' ', on }, { sealed: null, returns: [] }))).toEqual([
      ['reason', 'need-reason'],
    ])
  })
})

describe('a round of countersigning', () => {
  const opinion = sample('panel-opinion.sealed')
  const round = sample('countersign.opened')
  const place = round.places[0]!
  const expert = { id: place.expertId, name: '严伯衡（示例）' }

  it('opens over the hash of the opinion, with a cell for each expert whose field the paper has', () => {
    const { expertId, ...cell } = place
    const cells = [
      { ...cell, field: `expert-${expertId}` },
      { ...cell, field: 'division' },
    ]
    const panel = { id: round.panelId, experts: [expert] } as unknown as Panel
    const set = { paper: round.paper, model: round.model, cells }
    const [opened] = taken(openRound(panel, round.dossierId, opinion, set, { openedOn: on, dueOn: null, from: by }))
    expect(opened?.payload).toMatchObject({
      opinionHash: panelOpinionHash(opinion),
      opinionVersion: opinion.version,
      places: [{ expertId }],
    })
  })

  it('takes no signature over another opinion, nor of somebody without a cell', () => {
    const own = { ...round, opinionHash: panelOpinionHash(opinion) }
    expect(signingBlock(own, opinion, place.expertId)).toBeNull()
    expect(signingBlock(own, { ...opinion, version: opinion.version + 1 }, place.expertId)).toBe('other-opinion')
    expect(signingBlock({ ...own, places: [] }, opinion, place.expertId)).toBe('no-place')
  })

  it('is answered over its hash, and ended with the names of those who are missing and a reason', () => {
    const answer = { kind: 'declined' as const, reason: '不同意（示例）' }
    const [signed] = taken(answerRound(round, expert, { answer, signedPaper: null, signedOn: on }))
    expect(signed?.payload).toMatchObject({ opinionHash: round.opinionHash, expertId: expert.id, answer })
    const standing = { experts: [{ expertId: expert.id, state: 'late' as const, signature: null }] }
    const close = (reason: string) => closeRound(round, opinion, standing, { reason, by, on })
    expect(done(close(' 逾期未复（示例） '))[0]?.payload).toMatchObject({
      missing: [expert.id],
      reason: '逾期未复（示例）',
    })
    expect(wanted(close(' '))).toEqual([['reason', 'need-reason']])
  })
})

describe('a conflict', () => {
  const dossier = sample('dossier.saved')
  const statement = (letter: string, value: object) => ({
    recordId: letter.repeat(64),
    author: letter.repeat(32),
    at: '2026-11-22T00:00:00.000Z',
    value: value as Readonly<Record<string, unknown>>,
  })
  const contest = {
    contested: 'dossier.saved' as const,
    rowId: `${dossier.dossierId}@3`,
    dossierIds: [dossier.dossierId],
    rivals: [statement('a', dossier), statement('b', dossier)],
  }

  it('is settled by one of the statements, or by a third text that has a hash of its own', () => {
    const [chosen] = contest.rivals
    const words = { reason: ' 以甲为准（示例） ', by }
    expect(done(settleConflict(contest, { chosen: chosen!, value: chosen!.value }, words))[0]?.payload).toMatchObject({
      chosen: { recordId: chosen!.recordId },
      reason: '以甲为准（示例）',
    })
    const third = { ...chosen!.value, contentHash: 'f'.repeat(64) }
    expect(done(settleConflict(contest, { chosen: null, value: third }, words))[0]?.payload).toMatchObject({
      chosen: null,
      value: { contentHash: dossierContentHash(dossier.content) },
    })
    expect(wanted(settleConflict(contest, { chosen: null, value: third }, { reason: '', by }))).toEqual([
      ['reason', 'need-reason'],
    ])
  })
})

describe('what an office settles for itself', () => {
  it('goes on record whole', () => {
    const { keyId } = sample('key.confirmed')
    const actions = [
      ...saveOffice(defaultOfficeSettings()),
      ...saveCalendar(sample('calendar.saved')),
      ...confirmKey(keyId, null, { on, note: '示例' }),
      ...registerBundle(sample('bundle.exported')),
    ]
    expect(taken(actions).map(({ type }) => type)).toEqual([
      'settings.saved',
      'calendar.saved',
      'key.confirmed',
      'bundle.exported',
    ])
  })

  it('gives the words of a letter the number after the highest that there is', () => {
    const { documentKind } = sample('template.saved')
    expect(changeWording(documentKind, null, [], { by, on }).version).toBe(1)
    const { version, actions } = changeWording(documentKind, null, [2, 3, 1], { by, on })
    expect(version).toBe(4)
    expect(taken(actions)[0]?.payload).toMatchObject({ documentKind, version: 4, file: null })
  })
})
