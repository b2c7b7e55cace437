import { declareRecusal, type DeclarationDraft } from '@shared/acts/seal-opinion'
import type { CalendarDate } from '@shared/domain/date'
import { appendAct } from '@renderer/data/append-act'
import type { ExpertTask } from '@renderer/data/expert-tasks'

/**
 * Records the declaration; whatever it says, it goes into the opinion bundle. @throws ActRefused while a ground is open
 */
export async function declare(task: ExpertTask, draft: DeclarationDraft, on: CalendarDate): Promise<void> {
  await appendAct(declareRecusal(task, draft, on))
}
