import type { CalendarDate } from '@shared/domain/date'
import type { Batch } from '@shared/domain/pilot'
import { statusesThat } from '@shared/workflow/status-table'
import { loadCasesInStatus } from './case-queues'
import { loadCases, type DossierCase } from './cases'
import { deskDatabase } from './desk'

/** Alliances that a notice may list beside its new pilots: those that are pilots, whose term is over, or that were. */
export async function loadListable(today: CalendarDate): Promise<readonly DossierCase[]> {
  const revoked = await deskDatabase().rows('revocations').toArray()
  const [pilots, former] = await Promise.all([
    loadCasesInStatus(statusesThat('isPilot'), today),
    loadCases(
      revoked.map(({ value }) => value.dossierId),
      today,
    ),
  ])
  return [...pilots, ...former.filter(({ file }) => pilots.every((one) => one.file.id !== file.id))]
}

/** Those that the sections of a notice list; of a published one each as it stood when it was published. */
export async function loadListed(
  { id, status, sections = [] }: Batch,
  today: CalendarDate,
): Promise<readonly DossierCase[]> {
  const ids = [...new Set(sections.flatMap(({ dossierIds }) => dossierIds))]
  if (ids.length === 0) return []
  if (status === 'open') return loadCases(ids, today)
  const published = (await deskDatabase().rows('batches').get(id))?.stamp ?? ''
  return loadCases(ids, today, {
    asOf: () => (stamp) => stamp <= published,
  })
}
