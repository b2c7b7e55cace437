import type { BundleContents } from '@shared/acts/bundle-contents'
import { registerBundle, type WrittenBundle } from '@shared/acts/register-bundle'
import { registerFiles, registerPaper } from '@shared/acts/register-paper'
import type { MadePaper, PaperAbout } from '@shared/documents/paper'
import type { PaperKind } from '@shared/documents/vocabulary/papers'
import type { BatchId, CampaignId, DossierId } from '@shared/domain/ids'
import type { IpcInput, IpcOutput } from '@shared/ipc/contract'
import type { Action, WrittenFile } from '@shared/records/payloads'
import { callHost, done } from '../platform/bridge'
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

/** Papers that were written of a campaign as a whole, the newest first. */
export async function listCampaignExports(campaignId: CampaignId) {
  const rows = await deskDatabase().rows('documentExports').where('value.campaignId').equals(campaignId).toArray()
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

/** Records that a bundle was written, after it was read back. */
export const recordBundleExport = (written: WrittenBundle): Promise<void> =>
  recordOrTell([written.file.fileName], () => append(...registerBundle(written)))

type Asked = Pick<IpcInput<'bundle:export'>, 'kind' | 'to' | 'fileName' | 'protect' | 'locks'> & BundleContents

/**
 * Where a bundle goes and what the register says of it; `name`: whom it is for, where the bundle calls him or her
 * otherwise.
 */
type Outgoing = Pick<WrittenBundle, 'expertId' | 'onlyCommitments'> & {
  readonly dossierIds: readonly DossierId[]
  readonly name?: string
  /** Absolute; the exchange folder if `null`. */
  readonly folder: string | null
}

export type ExportedBundle = Extract<IpcOutput<'bundle:export'>, { readonly kind: 'done' }>

/** Writes a bundle, which the host reads back, and records that it was written. @throws HostFailure */
export async function exportBundle(asked: Asked, outgoing: Outgoing): Promise<ExportedBundle> {
  const { folder, name, dossierIds, ...said } = outgoing
  const { recordIds, attachments, ...head } = asked
  const exported = done(
    await callHost('bundle:export', {
      ...head,
      recordIds: [...recordIds],
      attachments: [...attachments],
      ...(folder === null ? {} : { folder }),
    }),
  )
  const { bundleId, file } = exported
  const { kind, to } = asked
  await recordBundleExport({ bundleId, kind, to: name ?? to, dossierIds: [...dossierIds], ...said, file })
  return exported
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
