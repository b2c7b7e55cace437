import { contentHash } from '@shared/lib/sha256'
import { dossierContentSchema } from '@shared/domain/dossier'
import { criterionIds } from '@shared/domain/judgement'
import { panelOpinionHash } from '@shared/domain/countersign'
import { panelOpinionSchema, recusalGrounds, type PanelOpinion } from '@shared/domain/panel'
import { commitmentOf } from '@shared/domain/opinion-commitment'
import type { Action } from '@shared/records/payloads'

/** Invented ids and actions of one review: a panel of two experts over one dossier. */
export const panelId = '10000000-0000-4000-8000-000000000001'
export const dossierId = '20000000-0000-4000-8000-000000000001'
export const expertA = '30000000-0000-4000-8000-00000000000a'
export const expertB = '30000000-0000-4000-8000-00000000000b'
export const expertC = '30000000-0000-4000-8000-00000000000c'

/** Plain values are checked by the channel's schema, so tests may write ids without brands. */
export const action = (type: Action['type'], payload: unknown): Action => ({ type, payload }) as Action

export function dossierSaved(version: number, materials: readonly { sha256: string; size: number }[] = []): Action {
  const content = dossierContentSchema.parse({
    alliance: { name: `四川省示例新材料产业技术创新战略联盟` },
    goals: { overall: `示例目标，第${version}版` },
    materials: materials.map((material, index) => ({
      id: `m${index}`,
      code: 'agreement',
      title: '联盟协议书（示例）',
      fileName: '协议书.pdf',
      sha256: material.sha256,
      size: material.size,
    })),
  })
  return action('dossier.saved', {
    dossierId,
    version,
    contentHash: contentHash(content),
    regulationVersionId: '2010',
    content,
  })
}

/** A state set with a note: what two desks can say differently of one dossier. */
export const statusSet = (note: string): Action =>
  action('status.set', {
    dossierId,
    action: 'accept',
    from: 'draft',
    to: 'accepted',
    on: '2026-11-20',
    by: '示例',
    note,
  })

const person = (id: string, name: string) => ({ id, name, unitName: '示例大学', specialty: 'technology' })

export const panelSaved = (): Action =>
  action('panel.saved', {
    id: panelId,
    title: '示例评审会',
    heldOn: '2026-11-20',
    experts: [person(expertA, '示例甲'), person(expertB, '示例乙')],
    members: [{ expertId: expertA }, { expertId: expertB }],
    rules: {},
    dossierIds: [dossierId],
  })

export const assignmentIssued = (expertId: string): Action =>
  action('assignment.issued', { panelId, expertId, dossierIds: [dossierId], issuedOn: '2026-11-20', from: '示例处室' })

/** The declaration on recusal: of these grounds, of none unless some are named. */
export const recusalDeclared = (
  expertId: string,
  about: { readonly panelId: string; readonly dossierId: string } = { panelId, dossierId },
  grounds: readonly number[] = [],
): Action =>
  action('recusal.declared', {
    panelId: about.panelId,
    dossierId: about.dossierId,
    expertId,
    answers: recusalGrounds.map((ground) => ({ ground, exists: grounds.includes(ground) })),
    pledged: true,
    declaredOn: '2026-11-20',
  })

export const opinionSealed = (expertId: string, version = 1, overall = '同意（示例）'): Action =>
  action('opinion.sealed', {
    format: 'lianshen-opinion/1',
    panelId,
    dossierId,
    expertId,
    expertName: '示例',
    dossierVersion: 1,
    dossierHash: 'a'.repeat(64),
    regulationVersionId: '2010',
    version,
    items: criterionIds.map((criterionId) => ({ criterionId, verdict: 'conforms', reason: '材料齐全（示例）' })),
    overall,
    vote: 'agree',
    signedOn: '2026-11-20',
  })

/** 32 random bytes of a test: the same digit all along. */
export const saltOf = (digit: string): string => digit.repeat(64)

export const opinionSalted = (expertId: string, version = 1, salt = saltOf('5')): Action =>
  action('opinion.salted', { panelId, dossierId, expertId, opinionVersion: version, salt })

/** The hash of a sealed opinion, by its record. `change` for what a cheat would alter. */
export const opinionCommitted = (
  sealed: { readonly id: string; readonly payload: unknown },
  salt = saltOf('5'),
  change: object = {},
): Action => {
  const { expertId, version } = sealed.payload as { expertId: string; version: number }
  const commitment = commitmentOf(salt, sealed.id)
  const place = { panelId, dossierId, expertId, opinionVersion: version }
  return action('opinion.committed', { ...place, commitment, committedOn: '2026-11-20', ...change })
}

/** The opening at the meeting, over these records. */
export const opinionsRevealed = (
  commitments: readonly { readonly id: string; readonly payload: unknown }[],
  opinions: readonly { readonly id: string }[] = [],
): Action =>
  action('opinions.revealed', {
    panelId,
    dossierIds: [dossierId],
    commitments: commitments.map(({ id, payload }) => {
      const { expertId, opinionVersion, commitment } = payload as Record<string, unknown>
      return { recordId: id, dossierId, expertId, opinionVersion, commitment }
    }),
    opinionIds: opinions.map(({ id }) => id),
    on: '2026-11-20',
    by: '示例组长',
  })

/** The panel of `panelSaved`, with a third member, whose opinions open together. */
export const closedPanelSaved = (): Action => {
  const { payload } = panelSaved()
  const panel = payload as { experts: object[]; members: object[] }
  return action('panel.saved', {
    ...panel,
    experts: [...panel.experts, person(expertC, '示例丙')],
    members: [...panel.members, { expertId: expertC }],
    rules: { revealTogether: true },
  })
}

export const opinionReturned = (reason: string): Action =>
  action('opinion.returned', { panelId, dossierId, expertId: expertA, reason, on: '2026-11-20' })

export const keyConfirmed = (keyId: string, expertId: string): Action =>
  action('key.confirmed', { keyId, expertId, confirmedOn: '2026-11-20' })

export const panelOpinion = (version = 1, experts: readonly string[] = [expertA, expertB]): PanelOpinion =>
  panelOpinionSchema.parse({
    panelId,
    dossierId,
    dossierVersion: 1,
    dossierHash: 'a'.repeat(64),
    version,
    items: criterionIds.map((criterionId) => ({ criterionId, verdict: 'conforms', reason: '材料齐全（示例）' })),
    problems: '示例问题',
    suggestions: `示例建议，第${version}稿`,
    conclusion: 'pass',
    tally: {
      invited: experts.length,
      present: experts.length,
      recused: 0,
      agree: experts.length,
      disagree: 0,
      abstain: 0,
      missing: 0,
    },
    leaderExpertId: experts[0],
    signedOn: '2026-11-20',
  })

const roundOf = (opinion: PanelOpinion) => ({
  panelId,
  dossierId,
  opinionVersion: opinion.version,
  opinionHash: panelOpinionHash(opinion),
})

/** 会签 of an opinion: everybody of `experts` has a cell on page 3. */
export const countersignOpened = (opinion: PanelOpinion, experts: readonly string[] = [expertA, expertB]): Action =>
  action('countersign.opened', {
    ...roundOf(opinion),
    paper: { sha256: 'b'.repeat(64), size: 1000 },
    model: { sha256: 'c'.repeat(64), size: 500 },
    places: experts.map((expertId, index) => ({
      expertId,
      field: `expert-${expertId}`,
      page: 3,
      rect: { x: 300, y: 100 + index * 40, width: 120, height: 30 },
    })),
    openedOn: '2026-11-21',
    dueOn: '2026-11-28',
    from: '示例处室',
  })

const oneStroke = {
  width: 300,
  height: 100,
  strokes: [
    [
      { x: 10, y: 10, t: 0 },
      { x: 90, y: 60, t: 120 },
    ],
  ],
}

export const panelOpinionSigned = (
  opinion: PanelOpinion,
  expertId: string,
  answer: object = { kind: 'handwriting', handwriting: oneStroke },
): Action =>
  action('panel-opinion.signed', { ...roundOf(opinion), expertId, expertName: '示例', answer, signedOn: '2026-11-22' })

export const recusalDecided = (expertId: string): Action =>
  action('recusal.decided', {
    panelId,
    dossierId,
    expertId,
    decision: 'recused',
    grounds: [1],
    reason: '示例',
    by: '示例处室',
    on: '2026-11-20',
  })
