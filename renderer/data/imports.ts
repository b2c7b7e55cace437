import type { CalendarDate } from '@shared/domain/date'
import type { ExpertId, KeyId } from '@shared/domain/ids'
import { append, deskDatabase } from './desk'

/** Bundles that were taken in, the newest first. */
export async function listBundleImports() {
  const rows = await deskDatabase().rows('bundleImports').toArray()
  return rows.sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
}

/** A person compared the fingerprint of a desk with its owner, and says which expert it speaks for. */
export async function confirmKey(
  keyId: KeyId,
  expertId: ExpertId | null,
  confirmedOn: CalendarDate,
  note: string,
): Promise<void> {
  await append({ type: 'key.confirmed', payload: { keyId, expertId, confirmedOn, note } })
}
