import { registerFiles, registerPaper } from '@shared/acts/register-paper'
import type { MadePaper, PaperAbout } from '@shared/documents/paper'
import type { PaperKind } from '@shared/documents/vocabulary/papers'
import type { BatchId, DossierId } from '@shared/domain/ids'
import type { Action, Payload, WrittenFile } from '@shared/records/payloads'
import { HostFailure } from '../platform/host-failure'
import { useUnrecorded } from './unrecorded'
import { append, deskDatabase } from './desk'

/** Documents that were written of a dossier, the newest first. */
export async function listDocumentExports(dossierId: DossierId) {
  const rows = await deskDatabase().rows('documentExports').where('value.dossierId').equals(dossierId).toArray()
  return rows.sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
}

/** Documents that were written of a batch as a whole, the newest first. */
export async function listBatchExports(batchId: BatchId) {
  const rows = await deskDatabase().rows('documentExports').where('value.batchId').equals(batchId).toArray()
  return rows.sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
}

/** Records that papers were written, after their files were read back. */
export const recordPapers = (
  written: readonly { readonly paper: MadePaper; readonly files: readonly WrittenFile[] }[],
): Promise<void> =>
  recordWritten(
    written.flatMap(({ files }) => files),
    written.map(({ paper, files }) => registerPaper(paper, files)),
  )

/** The same of files that no desk composed. */
export const recordFiles = (kind: PaperKind, about: PaperAbout, files: readonly WrittenFile[]): Promise<void> =>
  recordWritten(files, [registerFiles(kind, about, files)])

/** The most records of one append. */
const mostAtOnce = 500

const recordWritten = (files: readonly WrittenFile[], actions: readonly Action[]): Promise<void> =>
  recordOrTell(
    files.map(({ fileName }) => fileName),
    async () => {
      for (let from = 0; from < actions.length; from += mostAtOnce) {
        await append(...actions.slice(from, from + mostAtOnce))
      }
    },
  )

type BundleExport = Payload<'bundle.exported'>

/** Records that a bundle was written, after it was read back. */
export async function recordBundleExport(
  written: Pick<BundleExport, 'bundleId' | 'kind' | 'to' | 'dossierIds' | 'expertId' | 'file' | 'onlyCommitments'>,
): Promise<void> {
  await recordOrTell([written.file.fileName], () => append({ type: 'bundle.exported', payload: written }))
}

/** A disk that takes no more: what was written elsewhere stands there all the same. */
const fullDisk: ReadonlySet<string> = new Set(['space.read-only', 'disk.full', 'disk.failed', 'disk.read-only'])

/** What was exported is written, whether it can be recorded or not: on a full disk the person is told instead. */
async function recordOrTell(fileNames: readonly string[], record: () => Promise<unknown>): Promise<void> {
  try {
    await record()
  } catch (error) {
    if (!(error instanceof HostFailure) || !fullDisk.has(error.error.code)) throw error
    useUnrecorded.getState().add(fileNames)
  }
}
