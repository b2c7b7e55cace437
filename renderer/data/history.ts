import { historyRow, type HistoryRow } from '@shared/records/projection'
import type { JournalRecord } from '@shared/records/record'
import { contentHash } from '@shared/lib/sha256'
import type { DeskDatabase, HistoryPage } from './database'

/** Lines on one page: few enough that looking for one dossier opens little besides. */
const pageLength = 200

/** The audit trail of records as it is stored. The same records in the same portion make the same pages. */
export function historyPages(records: readonly JournalRecord[]): HistoryPage[] {
  const pages: HistoryPage[] = []
  for (let from = 0; from < records.length; from += pageLength) {
    const lines = records.slice(from, from + pageLength).map(historyRow)
    pages.push({
      id: contentHash(lines.map(({ id }) => id)),
      stamp: lines[0]?.stamp ?? '',
      dossierIds: [...new Set(lines.flatMap((line) => line.dossierIds))],
      lines,
    })
  }
  return pages
}

/** The timeline of one dossier, oldest first, in the order of records. */
export async function linesOfDossier(db: DeskDatabase, dossierId: string): Promise<readonly HistoryRow[]> {
  const pages = await db.history.where('dossierIds').equals(dossierId).toArray()
  return inOrder(pages, ({ dossierIds }) => dossierIds.includes(dossierId))
}

/** The lines of these records, as far as they are here. Reads the whole trail. */
export function linesOfRecords(db: DeskDatabase, recordIds: readonly string[]): PromiseLike<readonly HistoryRow[]> {
  const wanted = new Set(recordIds)
  if (wanted.size === 0) return Promise.resolve([])
  return db.history.toArray().then((pages) => inOrder(pages, ({ id }) => wanted.has(id)))
}

/** Records that were applied twice, in other portions, have one line. */
function inOrder(pages: readonly HistoryPage[], isWanted: (line: HistoryRow) => boolean): readonly HistoryRow[] {
  const lines = new Map(pages.flatMap((page) => page.lines.filter(isWanted).map((line) => [line.id, line] as const)))
  return [...lines.values()].sort((a, b) => (a.stamp < b.stamp ? -1 : 1))
}
