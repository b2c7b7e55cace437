import type { UndoPreview } from '@shared/bundle/undo-import'
import type { IpcInput } from '@shared/ipc/contract'
import { applyFrom } from '@renderer/data/desk'
import { callHost, done } from '@renderer/platform/bridge'

/** What undoing an import, or redoing it, would change here. */
export const previewUndoing = async (bundleId: string, redo: boolean): Promise<UndoPreview> =>
  done(await callHost('import:preview-undo', { bundleId, redo })).preview

/** Undoes an import, or redoes it, with a person's reason. */
export async function undoImport(request: IpcInput<'import:undo'>): Promise<void> {
  const { records, count } = done(await callHost('import:undo', request))
  await applyFrom(records, count)
}
