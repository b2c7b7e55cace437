import type { Campaign } from '@shared/domain/campaign'
import type { Candidate } from '@shared/domain/cohort'
import { ownerOfFile, partsOfFile } from '@shared/domain/file-owner'
import { type HandedInFile, type ReportPart } from '@shared/domain/handed-in'
import { ok, type Result } from '@shared/lib/result'
import { keepFile, type FileRefusal } from '@renderer/data/kept-files'
import { newLocalId } from '@renderer/platform/ids'

/** What came in, before a person confirmed whose it is. */
export type TakenRow = {
  readonly id: string
  /** Null: papers without a file. */
  readonly file: Omit<HandedInFile, 'part'> | null
  /** Whose it is; null: a person has to say. */
  readonly dossierId: string | null
  /** Those that its name may mean, where it means several. */
  readonly mayBe: readonly string[]
  /** The name by which it was recognised. */
  readonly by: string
  readonly parts: readonly ReportPart[]
}

/**
 * A file as it was handed in: looked into, stored under its hash, and read for whose it seems to be. Nothing is
 * recorded.
 */
export async function takeFile(
  file: File,
  { kind }: Pick<Campaign, 'kind'>,
  candidates: readonly Candidate[],
): Promise<Result<TakenRow, FileRefusal>> {
  const stored = await keepFile(file)
  if (!stored.ok) return stored
  const { fileName } = stored.value
  // A folder is often named after the alliance when the file is not; a file that is dropped alone has none.
  const { webkitRelativePath: folder = '' } = file as Partial<Pick<File, 'webkitRelativePath'>>
  const path = folder === '' ? fileName : folder
  const owner = ownerOfFile(path, candidates)
  const found = owner.kind === 'found' ? owner.owner : null
  return ok({
    id: newLocalId('r'),
    file: stored.value,
    dossierId: found?.dossierId ?? null,
    mayBe: owner.kind === 'ambiguous' ? owner.owners.map(({ dossierId }) => dossierId) : [],
    by: owner.kind === 'found' ? owner.by : '',
    parts: partsOfFile(fileName, found, kind),
  })
}

/** Papers that came without a file. */
export const paperRow = (): TakenRow => ({
  id: newLocalId('r'),
  file: null,
  dossierId: null,
  mayBe: [],
  by: '',
  parts: [],
})
