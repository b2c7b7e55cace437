import type { CalendarDate } from '@shared/domain/date'
import { recusalGrounds } from '@shared/domain/panel'
import { append } from '@renderer/data/desk'
import type { ExpertTask } from '@renderer/data/expert-tasks'
import { isComplete, type DeclarationDraft } from './declaration-draft'

/** Records the declaration; whatever it says, it goes into the opinion bundle. @throws HostFailure */
export async function declare(task: ExpertTask, draft: DeclarationDraft, on: CalendarDate): Promise<void> {
  if (!isComplete(draft)) throw new Error('a ground is not answered')
  const { panelId, dossierId, expertId } = task
  await append({
    type: 'recusal.declared',
    payload: {
      panelId,
      dossierId,
      expertId,
      answers: recusalGrounds.map((ground) => {
        const { exists, note } = draft.answers[ground]
        return { ground, exists: exists === true, note: exists === true ? note.trim() : '' }
      }),
      pledged: draft.pledged,
      declaredOn: on,
    },
  })
}
