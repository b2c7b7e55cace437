import type { DossierId } from '@shared/domain/ids'
import { deskDatabase } from './desk'

/** Every 备案编号 that this desk knows, but for those of one dossier. */
export async function listFilingNumbers(except: DossierId): Promise<readonly string[]> {
  const rows = await deskDatabase().rows('filingDecisions').toArray()
  return rows.flatMap(({ value }) => (value.dossierId === except || value.no === '' ? [] : [value.no]))
}
