import type { DatabaseVerdict } from '@shared/ipc/database'
import { callHost, done } from '../platform/bridge'
import { storeForgotten } from '../platform/browser-store'
import { DeskDatabase, projectionVersion } from './database'
import type { RowCipher } from './row-cipher'

/**
 * Opens the projection of one desk. One that another version of the application wrote is deleted and made anew, empty:
 * every row of it is in the journal. (Dexie 4 would open a newer one without a word.)
 * @throws the browser's error if the database is damaged
 */
export async function openDatabase(name: string, cipher: RowCipher): Promise<FreshOrFound> {
  const existing = (await indexedDB.databases()).find((database) => database.name === name)
  // Dexie stores version * 10, and adds 1 for each schema change made without a bump.
  const found = Math.floor((existing?.version ?? 0) / 10)
  const isOutdated = found !== 0 && found !== projectionVersion
  return { db: isOutdated ? await remake(name, cipher) : await open(name, cipher), isOutdated }
}

type FreshOrFound = {
  readonly db: DeskDatabase
  /** Another version's stood in its place: nothing was damaged. */
  readonly isOutdated: boolean
}

/**
 * An empty projection in the place of whatever stood there. A damaged store of the browser refuses even to delete a
 * database in it: then the shell lets the browser forget everything of ours.
 */
export async function remakeDatabase(name: string, cipher: RowCipher): Promise<DeskDatabase> {
  try {
    return await remake(name, cipher)
  } catch {
    done(await callHost('profile:discard-database', undefined))
    // How this computer shows things lay in the same place.
    storeForgotten()
    return remake(name, cipher)
  }
}

/**
 * Tells the shell what was found, so that a damaged database is kept aside before it is deleted. @returns where it lies
 */
export async function judgeDatabase(verdict: DatabaseVerdict): Promise<string | null> {
  try {
    return done(await callHost('database:judge', { verdict })).kept
  } catch {
    // A copy for whoever looks for the cause; the desk does not wait for it.
    return null
  }
}

async function remake(name: string, cipher: RowCipher): Promise<DeskDatabase> {
  await DeskDatabase.delete(name)
  return open(name, cipher)
}

async function open(name: string, cipher: RowCipher): Promise<DeskDatabase> {
  const database = new DeskDatabase(name, cipher)
  try {
    await database.open()
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
