import { archiveFactsOf, type ArchiveFacts } from '@shared/acts/archive-facts'
import type { DossierId } from '@shared/domain/ids'
import { dayOf } from '../platform/clock'
import { listScans } from './countersign'
import { listDocumentExports } from './exports'
import { deskNames } from './imports'
import { listHistory } from './dossiers'

/** What 归档目录 lists, out of the journal. */
export async function loadArchiveFacts(dossierId: DossierId): Promise<ArchiveFacts> {
  const [exported, acts, desks, scans] = await Promise.all([
    listDocumentExports(dossierId),
    listHistory(dossierId),
    deskNames(),
    listScans(dossierId),
  ])
  return archiveFactsOf(
    exported.toReversed().map(({ value }) => value),
    scans,
    acts.map(({ id, type, at, author }) => ({ id, type, on: dayOf(at), author: desks.get(author) ?? author })),
  )
}
