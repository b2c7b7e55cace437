import type { Inspection } from '@shared/inspection/finding'
import type { DocumentTables, WorkbookReading } from '@shared/ipc/workbook-reading'
import { memorySource } from '../bytes/byte-source'
import { openSealedCopy, type SealedCopy } from '../vault/sealed-copy'
import { inspectFile } from './inspect-file'
import { inspectionLimits } from './limits'

/** What to look into: bytes, or a range of a sealed file (an attachment, or the staged bundle it lies in). */
export type InspectionJob =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'sealed'; readonly copy: SealedCopy; readonly offset: number; readonly size: number | null }

/** What the thread is asked: to look into a file, for the cells of a workbook, or for the tables of a document. */
export type InspectionAsk =
  | { readonly kind: 'inspect'; readonly job: InspectionJob }
  | { readonly kind: 'read-workbook'; readonly bytes: Uint8Array }
  | { readonly kind: 'read-document'; readonly bytes: Uint8Array }

export type InspectionAnswer =
  | { readonly kind: 'inspected'; readonly inspection: Inspection }
  | { readonly kind: 'read-workbook'; readonly reading: WorkbookReading }
  | { readonly kind: 'read-document'; readonly reading: DocumentTables }
  | { readonly kind: 'failed'; readonly message: string }

/** Looks into a file in this thread. @throws RangeError if a sealed file is not what was put there */
export async function inspectHere(job: InspectionJob): Promise<Inspection> {
  const source = job.kind === 'bytes' ? memorySource(job.bytes) : await openSealedCopy(job.copy)
  try {
    const offset = job.kind === 'bytes' ? 0 : job.offset
    const size = (job.kind === 'bytes' ? null : job.size) ?? source.size - offset
    if (size > inspectionLimits.fileBytes) return alone('not-inspected', `${inspectionLimits.fileBytes / 1_000_000} MB`)
    return await inspectFile(await source.read(offset, size))
  } finally {
    await source.close()
  }
}

/** An inspection that could say one thing only. */
export const alone = (kind: Inspection['findings'][number]['kind'], detail: string): Inspection => ({
  format: 'other',
  findings: [{ kind, count: 1, detail }],
})
