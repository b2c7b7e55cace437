import { sealOpinion as sealOpinionAs } from '@shared/acts/seal-opinion'
import type { CalendarDate } from '@shared/domain/date'
import type { Handwriting } from '@shared/domain/judgement'
import type { ExpertOpinion } from '@shared/domain/panel'
import { append } from '@renderer/data/desk'
import { flushDrafts, typeDraft } from '@renderer/data/drafts'
import { draftKeyOf, type OpenTask } from '@renderer/data/expert-tasks'
import { draftOfOpinion, opinionOfDraft, type OpinionDraft } from '@shared/acts/expert-opinion'
import { notesOf } from '@renderer/data/reading-notes'
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
  await append(...sealOpinionAs(sealed, newSalt(), notesOf(task).marks))
}

/** A correction begins as a draft with the sealed text; the sealed version stays as it is. */
export function beginCorrection(task: OpenTask, sealed: ExpertOpinion): void {
  typeDraft(draftKeyOf(task), draftOfOpinion(sealed))
}
