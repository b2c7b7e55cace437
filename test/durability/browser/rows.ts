import type { Page } from '@playwright/test'
import { canonicalJson } from '@shared/lib/canonical-json'
import { addMarks, marksFromText, RowCipher, type PlainRow } from '@renderer/data/row-cipher'
import { askHost } from './traffic'

/** A stored row as the page can hand it over: its sealed part as base64. */
export type StoredRow = Record<string, unknown>
export type Stores = Readonly<Record<string, readonly StoredRow[]>>

/** Every row of every table of the desk's database, as they lie there. The desk may be open. */
export const readStores = (page: Page): Promise<Stores> =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('no answer'))
      })
    const base64 = (bytes: Uint8Array): string => {
      let text = ''
      for (let at = 0; at < bytes.length; at += 30_000) text += String.fromCharCode(...bytes.subarray(at, at + 30_000))
      return btoa(text)
    }
    const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith('lianshen-'))
    if (found?.name === undefined) return {}
    const db = await settled(indexedDB.open(found.name))
    const stores: Record<string, Record<string, unknown>[]> = {}
    for (const name of db.objectStoreNames) {
      const rows = await settled(
        db.transaction(name).objectStore(name).getAll() as IDBRequest<Record<string, unknown>[]>,
      )
      stores[name] = rows.map((row) =>
        row['sealed'] instanceof Uint8Array ? { ...row, sealed: base64(row['sealed']) } : row,
      )
    }
    db.close()
    return stores
  })

export type OpenedRows = {
  /** What the screens see, in a fixed order. */
  readonly content: string
  /** Ids of the records that were applied. */
  readonly recordIds: ReadonlySet<string>
  readonly appliedCount: number
  /** What is wrong with the rows themselves. */
  readonly problems: readonly string[]
}

/** Opens every row with the key that the host derives, as the page does. */
export async function openRows(page: Page, stores: Stores): Promise<OpenedRows> {
  const answer = await askHost(page, 'profile:database-key', undefined)
  if (answer.kind !== 'done') throw new Error('the desk gives no key')
  const cipher = new RowCipher(new Uint8Array(answer.key))
  const content: Record<string, string[]> = {}
  const problems: string[] = []
  const recordIds: string[] = []
  const marks = new Map<string, bigint>()
  let applied: { count: number; marks: Record<string, string> } = { count: 0, marks: {} }
  for (const [name, rows] of Object.entries(stores)) {
    const opened: string[] = []
    for (const row of rows) {
      const sealed = { ...row, sealed: new Uint8Array(Buffer.from(String(row['sealed']), 'base64')) }
      try {
        const plain = cipher.open(name, sealed)
        if (name === 'meta') applied = plain as typeof applied
        else {
          // Pages of the trail are as long as the portions they came in: what counts are their lines.
          const lines = name === 'history' ? (plain['lines'] as PlainRow[]) : [plain]
          for (const line of lines) opened.push(canonicalJson(line))
          if (name === 'history') for (const { id } of lines) recordIds.push(String(id))
          marks.set(name, addMarks(marks.get(name) ?? 0n, cipher.markOf(name, sealed)))
        }
      } catch {
        problems.push(`a row of ${name} does not open`)
      }
    }
    if (name !== 'meta') content[name] = opened.sort()
  }
  if (new Set(recordIds).size < recordIds.length) problems.push('a record is applied twice')
  const tables = [...new Set([...marks.keys(), ...Object.keys(applied.marks)])]
  if (tables.some((name) => (marks.get(name) ?? 0n) !== marksFromText(applied.marks[name] ?? '0'))) {
    problems.push('the sum of marks is not the one of the rows')
  }
  return {
    content: canonicalJson(content),
    recordIds: new Set(recordIds),
    appliedCount: applied.count,
    problems,
  }
}
