import type { DeskDatabase } from './database'
import type { PlainRow } from './row-cipher'

/** Rows handed over at a time: few enough that nothing waits for them. */
const portionSize = 100

const settled = <T>(request: IDBRequest<T>, name: string): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error(`${name} cannot be read`))
    }
  })

/**
 * The rows of a table as they lie there, past Dexie and closed, a portion at a time, each in a transaction of its own
 * so that nobody waits. @throws the browser's error
 */
export async function* rowsInPortions(db: DeskDatabase, table: string): AsyncGenerator<readonly PlainRow[]> {
  for (let after: IDBKeyRange | null = null; ;) {
    const store = db.backendDB().transaction(table, 'readonly').objectStore(table)
    const rows = await settled(store.getAll(after, portionSize) as IDBRequest<PlainRow[]>, table)
    if (rows.length > 0) yield rows
    if (rows.length < portionSize) return
    after = IDBKeyRange.lowerBound(rows.at(-1)?.[String(store.keyPath)], true)
  }
}

/** All rows of a table as they lie there at one moment. @throws the browser's error */
export const allRowsOf = (db: DeskDatabase, table: string): Promise<readonly PlainRow[]> =>
  settled(db.backendDB().transaction(table, 'readonly').objectStore(table).getAll() as IDBRequest<PlainRow[]>, table)
