import type { ArchivedAct, ArchivedDocument } from '@shared/documents/archive-index'
import { calendarDateSchema } from '@shared/domain/date'
import type { DossierId } from '@shared/domain/ids'
import { actNames } from '@shared/documents/vocabulary/acts'
import { paperName } from '@shared/documents/vocabulary/papers'
import { dayAndTime } from '../platform/clock'
import { listScans } from './countersign'
import { listDocumentExports } from './exports'
import { loadTimeline } from './timeline'

/** What 归档目录 lists besides the dossier's own materials: documents that were written, and acts of the journal. */
export type ArchiveFacts = { readonly documents: readonly ArchivedDocument[]; readonly acts: readonly ArchivedAct[] }

/** The same out of the journal, the oldest first. */
export async function loadArchiveFacts(dossierId: DossierId): Promise<ArchiveFacts> {
  const [exported, timeline, scans] = await Promise.all([
    listDocumentExports(dossierId),
    loadTimeline(dossierId),
    listScans(dossierId),
  ])
  return {
    documents: [
      ...exported.toReversed().map(({ value }) => ({ title: paperName(value.documentKind), files: value.files })),
      ...scans.map(({ expertName, fileName, sha256 }) => ({
        title: `纸质签名扫描件（${expertName}）`,
        files: [{ fileName, sha256 }],
      })),
    ],
    acts: timeline.toReversed().map(({ id, type, at, author }) => ({
      title: actNames[type],
      on: calendarDateSchema.parse(dayAndTime(at).slice(0, 10)),
      by: author,
      recordId: id,
    })),
  }
}
