import { err, ok, type Result } from '@shared/lib/result'
import { DeskDatabase, projectionVersion } from './database'
import type { RowCipher } from './row-cipher'

export type OpenError = { readonly kind: 'newer-database'; readonly found: number; readonly known: number }

/**
 * Opens the projection of one desk, or refuses if a newer application wrote it: Dexie 4 would open it without a word.
 * A database that cannot be opened is put aside by deleting it: every row of it is in the journal.
 */
export async function openDatabase(name: string, cipher: RowCipher): Promise<Result<DeskDatabase, OpenError>> {
  const existing = (await indexedDB.databases()).find((database) => database.name === name)
  // Dexie stores version * 10, and adds 1 for each schema change made without a bump.
  const found = Math.floor((existing?.version ?? 0) / 10)
  if (found > projectionVersion) return err({ kind: 'newer-database', found, known: projectionVersion })
  if (found !== 0 && found < projectionVersion) await DeskDatabase.delete(name)
  const database = new DeskDatabase(name, cipher)
  try {
    await database.open()
  } catch {
    await DeskDatabase.delete(name)
    await database.open()
  }
  return ok(database)
}
