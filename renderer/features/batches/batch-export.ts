import type { ArchivedDocument } from '@shared/documents/archive-index'
import type { MadePaper } from '@shared/documents/paper'
import { paperName } from '@shared/documents/vocabulary/papers'
import { artifactEndings } from '@shared/ipc/artifact-endings'
import type { Artifact } from '@shared/ipc/contract'
import { dropArtifacts, setPaper, writeArtifacts } from '@renderer/parts/papers/paper-files'
import { safeFileName } from '@shared/lib/safe-file-name'
import type { WrittenFile } from '@renderer/ui/WrittenFiles'
import type { BatchIndex, BatchPapers } from './batch-papers'

type Kept = { readonly paper: MadePaper; readonly artifacts: readonly Artifact[] }
type WrittenPaper = { readonly paper: MadePaper; readonly files: readonly WrittenFile[] }

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
 * Sets, signs and writes all documents of a batch into a new folder, all or nothing: they are set one by one and kept
 * by the host until the last is done, and only then written. The indexes come last, for they state the hashes of the
 * others. Aborting before the writing writes nothing.
 * @throws PaperFailure; the signal's reason when aborted; HostFailure of the writing. Nothing is written then.
 */
export async function exportBatch(
  { papers, indexes }: BatchPapers,
  target: { readonly folder: string | null; readonly newFolder: string },
  { signal, onSetting, onWriting }: ExportWatch,
): Promise<readonly WrittenPaper[]> {
  const set: Kept[] = []
  try {
    const setNext = async (title: string, paper: () => MadePaper | Promise<MadePaper>) => {
      signal.throwIfAborted()
      onSetting(set.length + 1, title)
      const next = await paper()
      set.push({ paper: next, artifacts: await artifactsOf(next) })
    }
    for (const paper of papers) await setNext(paper.model.title, () => paper)
    for (const index of indexes) await setNext(index.title, () => index.compose(documentsFor(index, set)))
    signal.throwIfAborted()
    onWriting()
    return await writeAll(set, target)
  } finally {
    await dropArtifacts(set.flatMap(({ artifacts }) => artifacts))
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
const documentsFor = ({ about }: BatchIndex, set: readonly Kept[]): readonly ArchivedDocument[] =>
  set.flatMap(({ paper, artifacts }, index) =>
    paper.about.dossierId !== undefined && paper.about.dossierId !== about.dossierId
      ? []
      : [
          {
            title: paperName(paper.kind),
            files: artifacts.map(({ format, sha256 }) => ({
              fileName: `${safeFileName(numberedName(paper, index + 1))}${artifactEndings[format]}`,
              sha256,
            })),
          },
        ],
  )

async function artifactsOf(paper: MadePaper): Promise<readonly Artifact[]> {
  try {
    return (await setPaper(paper)).artifacts
  } catch (error) {
    throw new PaperFailure(paper.baseName, error)
  }
}

async function writeAll(
  set: readonly Kept[],
  target: { readonly folder: string | null; readonly newFolder: string },
): Promise<readonly WrittenPaper[]> {
  const named = set.flatMap(({ paper, artifacts }, index) =>
    artifacts.map((artifact) => ({ artifact, baseName: numberedName(paper, index + 1) })),
  )
  const files = await writeArtifacts(named, { ...target, keep: true })
  let from = 0
  return set.map(({ paper, artifacts }) => {
    const own = files.slice(from, from + artifacts.length)
    from += artifacts.length
    return { paper, files: own }
  })
}

/** `01-公布通知`: numbered in the order of the procedure, so that no two names meet. */
const numberedName = ({ baseName }: MadePaper, position: number): string =>
  `${String(position).padStart(2, '0')}-${baseName}`
