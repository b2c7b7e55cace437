import type { Protection } from '@shared/bundle/protection'
import type { DossierId } from '@shared/domain/ids'
import type { WrittenFile } from '@renderer/ui/WrittenFiles'
import { loadArchiveContents } from '@renderer/data/bundle-contents'
import { recordBundleExport } from '@renderer/data/exports'
import { callHost, done } from '@renderer/platform/bridge'

/** Writes everything of a dossier into one signed bundle, read back and hashed. */
export async function exportArchive(
  dossierId: DossierId,
  fileName: string,
  to: string,
  { folder, protect }: { readonly folder: string | null; readonly protect: Protection },
): Promise<WrittenFile> {
  const { recordIds, attachments } = await loadArchiveContents(dossierId)
  const { bundleId, file } = done(
    await callHost('bundle:export', {
      kind: 'archive',
      to,
      recordIds: [...recordIds],
      attachments: [...attachments],
      fileName,
      protect,
      ...(folder === null ? {} : { folder }),
    }),
  )
  await recordBundleExport({ bundleId, kind: 'archive', to, dossierIds: [dossierId], expertId: null, file })
  return file
}
