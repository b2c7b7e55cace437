import type { Verification } from '@shared/documents/blocks'
import { hashOfPaper } from '@shared/documents/paper-code'
import type { BatchId, DossierId } from '@shared/domain/ids'
import type { Payload, WrittenFile } from '@shared/records/payloads'
import { HostFailure } from '../platform/host-failure'
import { useUnrecorded } from './unrecorded'
import { append, deskDatabase } from './desk'
import type { UsedTemplate } from './templates'

/** Documents that were written of a dossier, the newest first. */
export async function listDocumentExports(dossierId: DossierId) {
  const rows = await deskDatabase().rows('documentExports').where('value.dossierId').equals(dossierId).toArray()
  return rows.sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
}

type About = { readonly dossierId?: DossierId; readonly batchId?: BatchId }

/** Records that a document was written, after its files were read back. `verification` is what stands on its paper, if anything does; `template` gave its words. */
export async function recordDocumentExport(
  documentKind: string,
  about: About,
  files: readonly WrittenFile[],
  verification?: Verification,
  template: UsedTemplate | null = null,
): Promise<void> {
  await recordDocumentExports([{ documentKind, about, files, verification, template }])
}

/** The most records of one append. */
const mostAtOnce = 500

/** The same for several documents at once. */
export async function recordDocumentExports(
  documents: readonly {
    readonly documentKind: string
    readonly about: About
    readonly files: readonly WrittenFile[]
    readonly verification: Verification | undefined
    readonly template?: UsedTemplate | null
  }[],
): Promise<void> {
  const actions = documents.map(({ documentKind, about, files, verification, template = null }) => ({
    type: 'document.exported' as const,
    payload: {
      documentKind,
      ...about,
      code: verification?.code ?? '',
      codeHash: verification === undefined ? null : hashOfPaper(verification),
      files: [...files],
      template: template === null ? null : { sha256: template.sha256, version: template.version },
    },
  }))
  await recordOrTell(
    documents.flatMap(({ files }) => files.map(({ fileName }) => fileName)),
    async () => {
      for (let from = 0; from < actions.length; from += mostAtOnce) {
        await append(...actions.slice(from, from + mostAtOnce))
      }
    },
  )
}

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
