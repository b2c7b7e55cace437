import type { IpcOutput } from '@shared/ipc/contract'
import type { Protection } from '@shared/bundle/protection'
import type { ImportReport } from '@shared/bundle/import-report'
import { foldName } from '@shared/lib/names'
import { append, applyFrom, deskDatabase } from '@renderer/data/desk'
import { flushDrafts } from '@renderer/data/drafts'
import type { ExpertTask } from '@renderer/data/expert-tasks'
import { callHost, done } from '@renderer/platform/bridge'

export type StagedBundle = { readonly stageId: string; readonly report: ImportReport }

/** Reads and verifies a bundle into the host's staging area; nothing of the desk changes. @throws HostFailure */
export async function stageFile(file: File, passphrase?: string): Promise<StagedBundle> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return done(await callHost('bundle:stage', { kind: 'bytes', fileName: file.name, bytes, ...given(passphrase) }))
}

/** The same for a file of the exchange folder. @throws HostFailure */
export const stagePath = async (path: string, passphrase?: string): Promise<StagedBundle> =>
  done(await callHost('bundle:stage', { kind: 'path', path, ...given(passphrase) }))

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
export const isForOther = (report: ImportReport, deskName: string): boolean =>
  !foldName(report.to).includes(foldName(deskName))

export type ExportedOpinions = Extract<IpcOutput<'bundle:export'>, { kind: 'done' }>

/** A file name that every file system and stick takes; Chinese stays, what paths forbid goes. */
export const opinionFileName = (expertName: string, day: string): string =>
  `意见-${expertName.replace(/[^\p{L}\p{N}]+/gu, '') || 'expert'}-${day}.lsb`

/**
 * Writes what one expert has declared and sealed for one panel, all versions, and no attachments: kilobytes.
 * @param folder absolute; the exchange folder if `null`
 * @throws HostFailure
 */
export async function exportOpinions(
  tasks: readonly ExpertTask[],
  {
    fileName,
    folder,
    protect,
  }: { readonly fileName: string; readonly folder: string | null; readonly protect: Protection },
): Promise<ExportedOpinions> {
  await flushDrafts()
  const [first] = tasks
  if (first === undefined) throw new Error('nothing to export')
  const { panelId, expertId, assignment } = first
  const opinions = await deskDatabase().rows('expertOpinions').where('value.expertId').equals(expertId).toArray()
  const recordIds = [
    ...tasks.flatMap(({ declaration }) => (declaration === null ? [] : [declaration.recordId])),
    ...opinions.filter((row) => row.value.panelId === panelId).map((row) => row.recordId),
  ]
  const exported = done(
    await callHost('bundle:export', {
      kind: 'opinion',
      to: assignment.value.from,
      recordIds,
      attachments: [],
      fileName,
      protect,
      ...(folder === null ? {} : { folder }),
    }),
  )
  const { bundleId, file } = exported
  await append({
    type: 'bundle.exported',
    payload: {
      bundleId,
      kind: 'opinion',
      to: assignment.value.from,
      dossierIds: tasks.map((task) => task.dossierId),
      expertId,
      file,
    },
  })
  return exported
}
