import { archiveFactsOf, type ArchiveFacts } from '@shared/acts/archive-facts'
import { calendarDateSchema } from '@shared/domain/date'
import type { DossierId } from '@shared/domain/ids'
import { dayAndTime } from '../platform/clock'
import { listScans } from './countersign'
import { listDocumentExports } from './exports'
import { loadTimeline } from './timeline'

/** What 归档目录 lists, out of the journal. */
export async function loadArchiveFacts(dossierId: DossierId): Promise<ArchiveFacts> {
  const [exported, timeline, scans] = await Promise.all([
    listDocumentExports(dossierId),
    loadTimeline(dossierId),
    listScans(dossierId),
  ])
  const acts = timeline.toReversed()
  return archiveFactsOf(
    exported.toReversed().map(({ value }) => value),
    scans,
    acts.map((line) => ({ ...line, on: calendarDateSchema.parse(dayAndTime(line.at).slice(0, 10)) })),
  )
}
