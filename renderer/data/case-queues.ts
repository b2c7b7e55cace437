import type { CalendarDate } from '@shared/domain/date'
import type { DossierStatus } from '@shared/domain/status'
import { loadCases, type DossierCase } from './cases'
import { deskDatabase } from './desk'

/** The cases that wait in certain states. */
export async function loadCasesInStatus(
  statuses: readonly DossierStatus[],
  today: CalendarDate,
): Promise<readonly DossierCase[]> {
  const rows = await deskDatabase()
    .rows('statuses')
    .where('value.to')
    .anyOf([...statuses])
    .toArray()
  return loadCases(
    rows.map((row) => row.value.dossierId),
    today,
  )
}

/** All batches, the newest first. */
export async function listBatches() {
  const rows = await deskDatabase().rows('batches').toArray()
  return rows.map((row) => row.value).sort((a, b) => b.year - a.year || b.seq - a.seq)
}
