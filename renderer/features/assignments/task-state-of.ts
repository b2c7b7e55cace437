import { peekDraft } from '@renderer/data/drafts'
import { draftKeyOf, taskState, type ExpertTask, type TaskState } from '@renderer/data/expert-tasks'

/** Where a task stands now, with the draft that this desk has. */
export const taskStateOf = (task: ExpertTask): TaskState => taskState(task, peekDraft(draftKeyOf(task)) !== undefined)
