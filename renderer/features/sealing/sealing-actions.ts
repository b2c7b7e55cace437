import type { DocumentModel } from '@shared/documents/blocks'
import type { MissingValues } from '@shared/documents/missing-values'
import { composePersonalOpinion } from '@shared/documents/personal-opinion'
import type { CalendarDate } from '@shared/domain/date'
import type { Handwriting } from '@shared/domain/judgement'
import type { ExpertOpinion } from '@shared/domain/panel'
import { err, type Result } from '@shared/lib/result'
import { append } from '@renderer/data/desk'
import { loadDossier } from '@renderer/data/dossiers'
import { flushDrafts, typeDraft } from '@renderer/data/drafts'
import { draftKeyOf, type OpenTask } from '@renderer/data/expert-tasks'
import { loadOffice } from '@renderer/data/office'
import { draftOfOpinion, opinionOfDraft, type OpinionDraft } from '@renderer/data/opinion-draft'
import { now } from '@renderer/platform/clock'
import { newSalt } from '@renderer/platform/ids'

/**
 * Seals an opinion on the very version of the dossier that was judged: version 1, or the next one as a correction.
 * The text is on disk as a draft before, and as a record after. @throws HostFailure
 */
export async function sealOpinion(
  task: OpenTask,
  draft: OpinionDraft,
  seal: { readonly handwriting: Handwriting | null; readonly deskName: string; readonly on: CalendarDate },
): Promise<void> {
  await flushDrafts()
  const { panelId, dossierId, expertId, expert, version, opinion } = task
  const sealed = opinionOfDraft(draft, {
    panelId,
    dossierId,
    expertId,
    expertName: expert?.name ?? seal.deskName,
    regulationVersionId: version.value.regulationVersionId,
    version: (opinion?.value.version ?? 0) + 1,
    handwriting: seal.handwriting,
    signedOn: seal.on,
  })
  if (sealed?.dossierHash !== version.value.contentHash) throw new Error('the opinion is not complete')
  // The salt lies directly before the opinion, so that nobody who sees the chain alone can try out what it says.
  await append(
    {
      type: 'opinion.salted',
      payload: { panelId, dossierId, expertId, opinionVersion: sealed.version, salt: newSalt() },
    },
    { type: 'opinion.sealed', payload: sealed },
  )
}

/** A correction begins as a draft with the sealed text; the sealed version stays as it is. */
export function beginCorrection(task: OpenTask, sealed: ExpertOpinion): void {
  typeDraft(draftKeyOf(task), draftOfOpinion(sealed))
}

/** 个人评审意见表 of a sealed opinion, or what is missing for it. */
export async function composeOpinionPaper(
  { dossierId, panel }: OpenTask,
  opinion: ExpertOpinion,
): Promise<Result<DocumentModel, MissingValues>> {
  const [dossier, settings] = await Promise.all([loadDossier(dossierId), loadOffice()])
  if (dossier === null || panel === null) {
    return err({ kind: 'missing-values', missing: [{ field: 'panel', label: '评审会' }] })
  }
  return composePersonalOpinion({ file: dossier.file, panel, opinion, settings, createdAt: now() })
}
