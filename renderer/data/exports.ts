import type { BatchId, DossierId } from '@shared/domain/ids'
import type { Payload, WrittenFile } from '@shared/records/payloads'
import { append, deskDatabase } from './desk'

/** Documents that were written of a dossier, the newest first. */
export async function listDocumentExports(dossierId: DossierId) {
  const rows = await deskDatabase().rows('documentExports').where('value.dossierId').equals(dossierId).toArray()
  return rows.sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
}

/** Records that a document was written, after its files were read back. */
export async function recordDocumentExport(
  documentKind: string,
  about: { readonly dossierId?: DossierId; readonly batchId?: BatchId },
  files: readonly WrittenFile[],
): Promise<void> {
  await append({ type: 'document.exported', payload: { documentKind, ...about, files: [...files] } })
}

type BundleExport = Payload<'bundle.exported'>

/** Records that a bundle was written, after it was read back. */
export async function recordBundleExport(
  written: Pick<BundleExport, 'bundleId' | 'kind' | 'to' | 'dossierIds' | 'expertId' | 'file'>,
): Promise<void> {
  await append({ type: 'bundle.exported', payload: written })
}
