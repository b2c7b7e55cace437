import type { CalendarDate } from '@shared/domain/date'
import type { Batch } from '@shared/domain/pilot'
import { saidOf, type DossierRows } from '@shared/records/dossier-rows'
import { loadCases, type DossierCase } from './cases'
import { deskDatabase } from './desk'

/**
 * The cases of a batch in its order. Of a published batch each as it stood with the act of publication: a published
 * paper says what was published, whatever changes afterwards (a unit renamed, a panel saved again).
 */
export async function loadIssuedCases(batch: Batch, today: CalendarDate): Promise<readonly DossierCase[]> {
  if (batch.status !== 'published') return loadCases(batch.dossierIds, today)
  const row = await deskDatabase().rows('batches').get(batch.id)
  const published = row?.stamp ?? ''
  const asOf = (rows: DossierRows) => {
    // In one append after the batch itself.
    const moved = saidOf(rows, 'statuses').find(({ stamp, value }) => stamp > published && value.action === 'publish')
    const last = moved?.stamp ?? published
    return (stamp: string): boolean => stamp <= last
  }
  return loadCases(batch.dossierIds, today, { asOf })
}
