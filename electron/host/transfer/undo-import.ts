import { findImport, type UndoableImport, type UndoPreview } from '@shared/bundle/undo-import'
import type { DossierId } from '@shared/domain/ids'
import type { RecordEnvelope } from '@shared/records/record'
import { fail } from '../lib/failure'
import type { OpenDesk } from '../desk/open-desk'
import { importingDesk } from '../desk/importing-desk'

export type UndoRequest = { readonly bundleId: string; readonly redo: boolean }

/**
 * What undoing an import, or redoing it, would change on this desk as of now.
 * @throws HostFailure `import.not-undoable`, `import.already`
 */
export const previewUndoing = async (request: UndoRequest, desk: OpenDesk): Promise<UndoPreview> =>
  (await requireImport(request, desk)).preview(request.redo)

/**
 * Undoes an import, or redoes it: one record that hides what came with it, or shows it again. Nothing is deleted.
 * @throws HostFailure `import.not-undoable`, `import.already`, `import.built-on`, `import.on-paper` (papers that
 * the person was not told of), `space.read-only`
 */
export async function undoImport(
  {
    reason,
    by,
    papers: told = [],
    ...request
  }: UndoRequest & { readonly reason: string; readonly by: string; readonly papers?: readonly string[] | undefined },
  desk: OpenDesk,
): Promise<{ records: RecordEnvelope[]; count: number }> {
  const found = await requireImport(request, desk)
  const { blockers, papers } = found.preview(request.redo)
  if (blockers.length > 0) fail('import.built-on', { count: blockers.length })
  const untold = papers.filter(({ recordId }) => !told.includes(recordId))
  if (untold.length > 0) fail('import.on-paper', { files: untold.flatMap(({ fileNames }) => fileNames).join('、') })
  const records = await desk.append([
    {
      type: 'import.undone',
      payload: {
        bundleId: request.bundleId,
        recordIds: [...found.recordIds],
        dossierIds: [...found.dossierIds] as DossierId[],
        redone: request.redo,
        reason,
        by,
      },
    },
  ])
  return { records, count: desk.journal.count }
}

async function requireImport({ bundleId, redo }: UndoRequest, desk: OpenDesk): Promise<UndoableImport> {
  const { keyId, folded } = await importingDesk(desk)
  const found = findImport(bundleId, keyId, folded) ?? fail('import.not-undoable')
  if (found.isUndone !== redo) fail('import.already')
  return found
}
