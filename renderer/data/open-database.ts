import { DeskDatabase, projectionVersion } from './database'
import type { RowCipher } from './row-cipher'

/**
 * Opens the projection of one desk. One that another version of the application wrote, or that cannot be opened, is
 * deleted and made anew, empty: every row of it is in the journal. (Dexie 4 would open a newer one without a word.)
 */
export async function openDatabase(name: string, cipher: RowCipher): Promise<DeskDatabase> {
  const existing = (await indexedDB.databases()).find((database) => database.name === name)
  // Dexie stores version * 10, and adds 1 for each schema change made without a bump.
  const found = Math.floor((existing?.version ?? 0) / 10)
  if (found !== 0 && found !== projectionVersion) await DeskDatabase.delete(name)
  const database = new DeskDatabase(name, cipher)
  try {
    await database.open()
    return database
  } catch {
    database.close()
    await DeskDatabase.delete(name)
    const fresh = new DeskDatabase(name, cipher)
    await fresh.open()
    return fresh
  }
}
