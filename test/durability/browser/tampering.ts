import type { Page } from '@playwright/test'
import type { Stores } from './rows'

/** What somebody, or another version, may have done to the database before the desk is opened. */
export type Tampering = { readonly name: string; readonly tamper: (page: Page) => Promise<void> }

type Work =
  | { readonly kind: 'delete' }
  /** `version`: of the new database; its only table is one that we do not know. */
  | { readonly kind: 'replace'; readonly version: number; readonly stores: readonly string[] }
  | { readonly kind: 'clear'; readonly stores: readonly string[] | 'all' }
  | { readonly kind: 'halve'; readonly stores: readonly string[] | 'all' }
  | { readonly kind: 'put'; readonly rows: Stores }
  | { readonly kind: 'spoil'; readonly store: string }

/** Works on the database behind the desk's back, with the browser's own calls. */
const doWork = (page: Page, work: Work): Promise<void> =>
  page.evaluate(async (what) => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('no answer'))
      })
    const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('lianshen-'))?.name
    if (name === undefined) throw new Error('there is no database')
    if (what.kind === 'delete' || what.kind === 'replace') await settled(indexedDB.deleteDatabase(name))
    if (what.kind === 'delete') return
    if (what.kind === 'replace') {
      const request = indexedDB.open(name, what.version)
      request.onupgradeneeded = () => {
        for (const store of what.stores) request.result.createObjectStore(store)
      }
      ;(await settled(request)).close()
      return
    }
    const db = await settled(indexedDB.open(name))
    const all = [...db.objectStoreNames]
    const transaction = db.transaction(all, 'readwrite')
    const written = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
    })
    if (what.kind === 'clear') {
      for (const store of what.stores === 'all' ? all : what.stores) transaction.objectStore(store).clear()
    } else if (what.kind === 'halve') {
      for (const store of what.stores === 'all' ? all.filter((one) => one !== 'meta') : what.stores) {
        const keys = await settled(transaction.objectStore(store).getAllKeys())
        keys.forEach((key, index) => {
          if (index % 2 === 0) transaction.objectStore(store).delete(key)
        })
      }
    } else if (what.kind === 'put') {
      for (const [store, rows] of Object.entries(what.rows)) {
        for (const row of rows) {
          const sealed = Uint8Array.from(atob(String(row['sealed'])), (letter) => letter.charCodeAt(0))
          transaction.objectStore(store).put({ ...row, sealed })
        }
      }
    } else {
      const objects = transaction.objectStore(what.store)
      const [row] = await settled(objects.getAll(null, 1) as IDBRequest<Record<string, unknown>[]>)
      objects.put({ ...row, sealed: new Uint8Array(40) })
    }
    await written
    db.close()
  }, work)

/** Every state that is not one of a damaged file; `stranger`: the rows of another desk. */
export function tamperings(version: number, stranger: Stores): readonly Tampering[] {
  const { meta = [], ...others } = stranger
  const named: readonly (readonly [string, Work])[] = [
    ['the database is deleted', { kind: 'delete' }],
    ['a newer version wrote it', { kind: 'replace', version: version * 10 + 10, stores: ['ofTheFuture'] }],
    ['a much newer version wrote it', { kind: 'replace', version: 9_999_990, stores: [] }],
    ['an older version wrote it', { kind: 'replace', version: version * 10 - 10, stores: ['ofThePast'] }],
    ['of this version, without its tables', { kind: 'replace', version: version * 10, stores: [] }],
    ['every row is gone', { kind: 'clear', stores: 'all' }],
    ['half of all rows are gone', { kind: 'halve', stores: 'all' }],
    ['half of the dossiers are gone', { kind: 'halve', stores: ['dossierVersions'] }],
    ['half of the history is gone', { kind: 'halve', stores: ['history'] }],
    ['the count alone is gone', { kind: 'clear', stores: ['meta'] }],
    ['rows of another desk among ours', { kind: 'put', rows: others }],
    ['rows of another desk, and its count', { kind: 'put', rows: { ...others, meta } }],
    ['one row does not open', { kind: 'spoil', store: 'dossierVersions' }],
    ['the count does not open', { kind: 'spoil', store: 'meta' }],
  ]
  return named.map(([name, work]) => ({ name, tamper: (page) => doWork(page, work) }))
}
