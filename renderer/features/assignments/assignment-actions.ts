import { commitToOpinions } from '@shared/acts/seal-opinion'
import type { ImportReport } from '@shared/bundle/import-report'
import type { Protection } from '@shared/bundle/protection'
import type { CalendarDate } from '@shared/domain/date'
import { isAddressedTo } from '@shared/domain/expert-label'
import { loadOpinionContents } from '@renderer/data/bundle-contents'
import { append, deskDatabase } from '@renderer/data/desk'
import { flushDrafts } from '@renderer/data/drafts'
import { exportBundle, type ExportedBundle } from '@renderer/data/exports'
import type { ExpertTask } from '@renderer/data/expert-tasks'

/** Whether a bundle is addressed to somebody whose name is not this desk's. */
export const isForOther = (report: ImportReport, desk: { readonly name: string; readonly unit: string }): boolean =>
  !isAddressedTo(report.to, desk)

type Target = {
  readonly fileName: string
  /** Absolute; the exchange folder if `null`. */
  readonly folder: string | null
  readonly protect: Protection
}

/**
 * Writes what one expert has declared and sealed for one panel, all versions, with what their hashes are checked by,
 * and no attachments: kilobytes.
 * @throws HostFailure
 */
export async function exportOpinions(tasks: readonly ExpertTask[], target: Target): Promise<ExportedBundle> {
  return exportRecords(tasks, target)
}

/**
 * 先送封存哈希: commits to every sealed opinion of one panel that has no hash yet, and writes declarations and hashes, not
 * a word of an opinion and no salt. Done again, it writes the file and no second hash.
 * @throws HostFailure
 */
export async function exportHashes(
  tasks: readonly ExpertTask[],
  { on, ...target }: Target & { readonly on: CalendarDate },
): Promise<ExportedBundle> {
  const [first] = tasks
  if (first === undefined) throw new Error('nothing to export')
  const { panelId, expertId } = first
  const present = await deskDatabase().rows('opinionCommitments').where('value.expertId').equals(expertId).toArray()
  const sealed = tasks.flatMap(({ opinion, salt }) =>
    opinion === null || salt === null ? [] : [{ opinionId: opinion.recordId, salt: salt.value }],
  )
  const ofPanel = present.map(({ value }) => value).filter((value) => value.panelId === panelId)
  const actions = commitToOpinions(sealed, ofPanel, on)
  if (actions.length > 0) await append(...actions)
  return exportRecords(tasks, { ...target, onlyCommitments: true })
}

async function exportRecords(
  tasks: readonly ExpertTask[],
  { fileName, folder, protect, onlyCommitments = false }: Target & { readonly onlyCommitments?: boolean },
): Promise<ExportedBundle> {
  await flushDrafts()
  const [first] = tasks
  if (first === undefined) throw new Error('nothing to export')
  const { panelId, expertId, assignment } = first
  const dossierIds = tasks.map((task) => task.dossierId)
  const contents = await loadOpinionContents({ panelId, expertId, dossierIds }, onlyCommitments)
  return exportBundle(
    { kind: 'opinion', to: assignment.value.from, ...contents, fileName, protect },
    { folder, dossierIds, expertId, ...(onlyCommitments ? { onlyCommitments } : {}) },
  )
}
