import { declareRecusal, type DeclarationDraft } from '@shared/acts/seal-opinion'
import type { CalendarDate } from '@shared/domain/date'
import { appendAct } from '@renderer/data/append-act'
import type { ExpertTask } from '@renderer/data/expert-tasks'

/**
 * Records the declaration; whatever it says, it goes into the opinion bundle. @throws ActRefused while a ground is open
 */
export async function declare(task: ExpertTask, draft: DeclarationDraft, on: CalendarDate): Promise<void> {
  const { panelId, dossierId, expertId, version, lock } = task
  const seen =
    version === null
      ? { dossierVersion: lock?.row.value.version }
      : { dossierVersion: version.value.version, dossierHash: version.value.contentHash }
  await appendAct(declareRecusal({ panelId, dossierId, expertId, ...seen }, draft, on))
}
