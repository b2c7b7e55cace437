import type { ArchivedDocument } from '@shared/documents/archive-index'
import { paperName } from '@shared/documents/vocabulary/papers'
import { artifactEndings } from '@shared/ipc/artifact-endings'
import type { Artifact } from '@shared/ipc/contract'
import { recordDocumentExports } from '@renderer/data/exports'
import { callHost, done } from '@renderer/platform/bridge'
import { safeFileName } from '@renderer/ui/safe-file-name'
import type { WrittenFile } from '@renderer/ui/WrittenFiles'
import type { BatchIndex, BatchPaper, BatchPapers } from './batch-papers'

type SetPaper = { readonly paper: BatchPaper; readonly artifacts: readonly Artifact[] }
type WrittenPaper = { readonly paper: BatchPaper; readonly files: readonly WrittenFile[] }

/** A document that could not be set, and why. */
export class PaperFailure extends Error {
  override readonly name = 'PaperFailure'
  constructor(
    readonly document: string,
    override readonly cause: unknown,
  ) {
    super(document)
  }
}

/**
 * Sets, signs and writes all documents of a batch into a new folder, all or nothing: they are set one by one and kept by the
 * host until the last is done, and only then written. The indexes come last, for they state the hashes of the others.
 * Aborting before the writing writes nothing.
 * @throws PaperFailure; the signal's reason when aborted; HostFailure of the writing. Nothing is written then.
 */
export async function exportBatch(
  { papers, indexes }: BatchPapers,
  target: { readonly folder: string | null; readonly newFolder: string },
  { signal, onSetting, onWriting }: ExportWatch,
): Promise<readonly WrittenPaper[]> {
  const set: SetPaper[] = []
  try {
    const setNext = async (title: string, paper: () => BatchPaper) => {
      signal.throwIfAborted()
      onSetting(set.length + 1, title)
      const next = paper()
      set.push({ paper: next, artifacts: await setPaper(next) })
    }
    for (const paper of papers) await setNext(paper.model.title, () => paper)
    for (const index of indexes) await setNext(index.title, () => index.compose(documentsFor(index, set)))
    signal.throwIfAborted()
    onWriting()
    return await writePapers(set, target)
  } finally {
    const artifactIds = set.flatMap(({ artifacts }) => artifacts.map(({ artifactId }) => artifactId))
    await callHost('document:drop', { artifactIds })
  }
}

type ExportWatch = {
  readonly signal: AbortSignal
  /** Before each document; its position counts from 1. */
  readonly onSetting: (position: number, title: string) => void
  /** From here on nothing can be cancelled. */
  readonly onWriting: () => void
}

/** Of all that was set, what belongs to a dossier: its own documents and those of the whole batch. */
const documentsFor = ({ about }: BatchIndex, set: readonly SetPaper[]): readonly ArchivedDocument[] =>
  set.flatMap(({ paper, artifacts }, index) =>
    'dossierId' in paper.about && paper.about.dossierId !== about.dossierId
      ? []
      : [
          {
            title: paperName(paper.kind),
            files: artifacts.map(({ format, sha256 }) => ({ fileName: fileName(paper, index + 1, format), sha256 })),
          },
        ],
  )

async function setPaper({ model, attachments, baseName }: BatchPaper): Promise<readonly Artifact[]> {
  try {
    return done(await callHost('document:render', { model, sign: true, attachments: [...attachments] })).artifacts
  } catch (error) {
    throw new PaperFailure(baseName, error)
  }
}

async function writePapers(
  set: readonly SetPaper[],
  { folder, newFolder }: { readonly folder: string | null; readonly newFolder: string },
): Promise<readonly WrittenPaper[]> {
  const items = set.flatMap(({ paper, artifacts }, index) =>
    artifacts.map(({ artifactId, format }) => ({ artifactId, fileName: fileName(paper, index + 1, format) })),
  )
  const { files } = done(await callHost('document:write', { items, newFolder, ...(folder === null ? {} : { folder }) }))
  let from = 0
  return set.map(({ paper, artifacts }) => {
    const own = files.slice(from, from + artifacts.length)
    from += artifacts.length
    return { paper, files: own }
  })
}

/** `01-公布通知.pdf`: numbered in the order of the procedure, so that no two names meet. */
function fileName({ baseName }: BatchPaper, position: number, format: Artifact['format']): string {
  return `${String(position).padStart(2, '0')}-${safeFileName(baseName)}${artifactEndings[format]}`
}

/** Records every written document, with the code on its paper. */
export const recordBatchExport = (written: readonly WrittenPaper[]): Promise<void> =>
  recordDocumentExports(
    written.map(({ paper, files }) => ({
      documentKind: paper.kind,
      about: paper.about,
      files,
      verification: paper.model.verification,
      template: paper.template,
    })),
  )
