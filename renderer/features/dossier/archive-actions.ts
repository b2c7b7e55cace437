import type { Protection } from '@shared/bundle/protection'
import type { DossierId } from '@shared/domain/ids'
import type { WrittenFile } from '@renderer/ui/WrittenFiles'
import { loadArchiveContents } from '@renderer/data/bundle-contents'
import { exportBundle } from '@renderer/data/exports'

/** Writes everything of a dossier into one signed bundle, read back and hashed. */
export async function exportArchive(
  dossierId: DossierId,
  fileName: string,
  to: string,
  { folder, protect }: { readonly folder: string | null; readonly protect: Protection },
): Promise<WrittenFile> {
  const contents = await loadArchiveContents(dossierId)
  const asked = { kind: 'archive' as const, to, ...contents, fileName, protect }
  return (await exportBundle(asked, { folder, dossierIds: [dossierId], expertId: null })).file
}
