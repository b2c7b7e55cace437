import { declareRecusal } from '@shared/acts/seal-opinion'
import type { CalendarDate } from '@shared/domain/date'
import { append } from '@renderer/data/desk'
import type { ExpertTask } from '@renderer/data/expert-tasks'
import { isComplete, type DeclarationDraft } from './declaration-draft'

/** Records the declaration; whatever it says, it goes into the opinion bundle. @throws HostFailure */
export async function declare(task: ExpertTask, draft: DeclarationDraft, on: CalendarDate): Promise<void> {
  if (!isComplete(draft)) throw new Error('a ground is not answered')
  await append(...declareRecusal(task, draft, on))
}
