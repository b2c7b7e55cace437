import type { ArchivedAct, ArchivedDocument } from '../documents/archive-index'
import { actNames } from '../documents/vocabulary/acts'
import { paperName, scanName } from '../documents/vocabulary/papers'
import type { CalendarDate } from '../domain/date'
import type { Payload } from '../records/payloads'
import type { RecordType } from '../records/record-kinds'

/** What 归档目录 lists besides the dossier's own materials: documents that were written, and acts of the journal. */
export type ArchiveFacts = { readonly documents: readonly ArchivedDocument[]; readonly acts: readonly ArchivedAct[] }

type RecordedAct = {
  readonly id: string
  readonly type: RecordType
  /** Local day of the author. */
  readonly on: CalendarDate
  /** The desk that recorded it, by name. */
  readonly author: string
}

type Scan = { readonly expertName: string; readonly fileName: string; readonly sha256: string }

/** The same out of what a desk recorded, each list the oldest first. Pure. */
export const archiveFactsOf = (
  exported: readonly Pick<Payload<'document.exported'>, 'documentKind' | 'files'>[],
  scans: readonly Scan[],
  acts: readonly RecordedAct[],
): ArchiveFacts => ({
  documents: [
    ...exported.map(({ documentKind, files }) => ({ title: paperName(documentKind), files })),
    ...scans.map(({ expertName, fileName, sha256 }) => ({
      title: scanName(expertName),
      files: [{ fileName, sha256 }],
    })),
  ],
  acts: acts.map(({ id, type, on, author }) => ({ title: actNames[type], on, by: author, recordId: id })),
})
