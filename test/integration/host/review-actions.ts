import { contentHash } from '@shared/lib/sha256'
import { dossierContentSchema } from '@shared/domain/dossier'
import { criterionIds } from '@shared/domain/judgement'
import { recusalGrounds } from '@shared/domain/panel'
import type { Action } from '@shared/records/payloads'

/** Invented ids and actions of one review: a panel of two experts over one dossier. */
export const panelId = '10000000-0000-4000-8000-000000000001'
export const dossierId = '20000000-0000-4000-8000-000000000001'
export const expertA = '30000000-0000-4000-8000-00000000000a'
export const expertB = '30000000-0000-4000-8000-00000000000b'

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
    regulationVersionId: 'sichuan-2010',
    content,
  })
}

const person = (id: string, name: string) => ({ id, name, unitName: '示例大学', specialty: 'technology' })

export const panelSaved = (): Action =>
  action('panel.saved', {
    id: panelId,
    title: '示例评审会',
    heldOn: '2026-11-20',
    experts: [person(expertA, '示例甲'), person(expertB, '示例乙')],
    members: [{ expertId: expertA }, { expertId: expertB }],
    dossierIds: [dossierId],
  })

export const assignmentIssued = (expertId: string): Action =>
  action('assignment.issued', { panelId, expertId, dossierIds: [dossierId], issuedOn: '2026-11-20', from: '示例处室' })

export const recusalDeclared = (expertId: string): Action =>
  action('recusal.declared', {
    panelId,
    dossierId,
    expertId,
    answers: recusalGrounds.map((ground) => ({ ground, exists: false })),
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
    regulationVersionId: 'sichuan-2010',
    version,
    items: criterionIds.map((criterionId) => ({ criterionId, verdict: 'conforms', reason: '材料齐全（示例）' })),
    overall,
    vote: 'agree',
    signedOn: '2026-11-20',
  })

export const opinionReturned = (reason: string): Action =>
  action('opinion.returned', { panelId, dossierId, expertId: expertA, reason, on: '2026-11-20' })

export const keyConfirmed = (keyId: string, expertId: string): Action =>
  action('key.confirmed', { keyId, expertId, confirmedOn: '2026-11-20' })
