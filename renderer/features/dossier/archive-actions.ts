import type { DossierId } from '@shared/domain/ids'
import type { WrittenFile } from '@renderer/ui/WrittenFiles'
import { archiveContents } from '@renderer/data/bundle-contents'
import { catchUp } from '@renderer/data/desk'
import { callHost, done } from '@renderer/platform/bridge'
import { safeFileName } from '@renderer/ui/document-preview/preview-actions'

/** Writes everything of a dossier into one signed bundle, read back and hashed. */
export async function exportArchive(
  dossierId: DossierId,
  name: string,
  to: string,
  folder: string | null,
): Promise<WrittenFile> {
  const { recordIds, attachments } = await archiveContents(dossierId)
  const { file } = done(
    await callHost('bundle:export', {
      kind: 'archive',
      to,
      recordIds: [...recordIds],
      attachments: [...attachments],
      fileName: `${safeFileName(name)}.lsb`,
      ...(folder === null ? {} : { folder }),
    }),
  )
  await catchUp()
  return file
}
