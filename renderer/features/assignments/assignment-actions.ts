import type { IpcOutput } from '@shared/ipc/contract'
import type { Protection } from '@shared/bundle/protection'
import type { ImportReport } from '@shared/bundle/import-report'
import { commitToOpinions } from '@shared/acts/seal-opinion'
import type { CalendarDate } from '@shared/domain/date'
import { isAddressedTo } from '@shared/domain/expert-label'
import { loadOpinionContents } from '@renderer/data/bundle-contents'
import { append, applyFrom, deskDatabase } from '@renderer/data/desk'
import { flushDrafts } from '@renderer/data/drafts'
import { recordBundleExport } from '@renderer/data/exports'
import type { ExpertTask } from '@renderer/data/expert-tasks'
import { callHost, done } from '@renderer/platform/bridge'

export type StagedBundle = { readonly stageId: string; readonly report: ImportReport }

/** Reads and verifies a bundle into the host's staging area; nothing of the desk changes. @throws HostFailure */
export async function stageFile(file: File, passphrase?: string): Promise<StagedBundle> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return done(await callHost('bundle:stage', { kind: 'bytes', fileName: file.name, bytes, ...given(passphrase) }))
}

/** The same for a file of the exchange folder. @throws HostFailure */
export const stagePlace = async (place: string, passphrase?: string): Promise<StagedBundle> =>
  done(await callHost('bundle:stage', { kind: 'place', place, ...given(passphrase) }))

const given = (passphrase: string | undefined) => (passphrase === undefined ? {} : { passphrase })

/** Takes a staged bundle over: one append to the journal. @throws HostFailure */
export async function commitStaged({ stageId }: StagedBundle): Promise<void> {
  const { records, count } = done(await callHost('bundle:commit', { stageId }))
  await applyFrom(records, count)
}

export const discardStaged = async ({ stageId }: StagedBundle): Promise<void> => {
  await callHost('bundle:discard', { stageId })
}

/** Whether a bundle is addressed to somebody whose name is not this desk's. */
export const isForOther = (report: ImportReport, desk: { readonly name: string; readonly unit: string }): boolean =>
  !isAddressedTo(report.to, desk)

export type ExportedOpinions = Extract<IpcOutput<'bundle:export'>, { kind: 'done' }>

type Target = {
  readonly fileName: string
  /** Absolute; the exchange folder if `null`. */
  readonly folder: string | null
  readonly protect: Protection
}

/**
 * Writes what one expert has declared and sealed for one panel, all versions, with what their hashes are checked by, and
 * no attachments: kilobytes.
 * @throws HostFailure
 */
export async function exportOpinions(tasks: readonly ExpertTask[], target: Target): Promise<ExportedOpinions> {
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
): Promise<ExportedOpinions> {
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
): Promise<ExportedOpinions> {
  await flushDrafts()
  const [first] = tasks
  if (first === undefined) throw new Error('nothing to export')
  const { panelId, expertId, assignment } = first
  const dossierIds = tasks.map((task) => task.dossierId)
  const contents = await loadOpinionContents({ panelId, expertId, dossierIds }, onlyCommitments)
  const exported = done(
    await callHost('bundle:export', {
      kind: 'opinion',
      to: assignment.value.from,
      recordIds: [...contents.recordIds],
      attachments: [...contents.attachments],
      fileName,
      protect,
      ...(folder === null ? {} : { folder }),
    }),
  )
  const { bundleId, file } = exported
  await recordBundleExport({
    bundleId,
    kind: 'opinion',
    to: assignment.value.from,
    dossierIds: tasks.map((task) => task.dossierId),
    expertId,
    ...(onlyCommitments ? { onlyCommitments } : {}),
    file,
  })
  return exported
}
