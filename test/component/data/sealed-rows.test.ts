// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DeskDatabase } from '@renderer/data/database'
import { areSummariesAsWritten, isAsWritten } from '@renderer/data/database-check'
import { applyRecords } from '@renderer/data/projection'
import { bookOf } from '@renderer/data/summary-book'
import type { RecordEnvelope } from '@shared/records/record'
import { addMarks, marksAsText, marksFromText, RowCipher, SealedRowBroken } from '@renderer/data/row-cipher'
import { sampleRecord } from '../../helpers/record-samples'
import { statusRecords } from '../../helpers/status-records'

const key = new Uint8Array(32).fill(7)
const name = 'lianshen-sealed-rows'
let db: DeskDatabase

beforeEach(async () => {
  db = new DeskDatabase(name, new RowCipher(key))
  await db.open()
})
afterEach(async () => {
  db.close()
  await DeskDatabase.delete(name)
})

type Stored = { id: string; stamp: string; sealed: Uint8Array }
const stores = ['statuses', 'history'] as const

/** The rows of a table as they lie in the browser's database. */
const stored = (table: string): Promise<Stored[]> =>
  request((store) => store.getAll() as IDBRequest<Stored[]>, table, 'readonly')
const putStored = (table: string, row: object) => request((store) => store.put(row), table, 'readwrite')

function request<T>(
  ask: (store: IDBObjectStore) => IDBRequest<T>,
  table: string,
  mode: IDBTransactionMode,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const asked = ask(db.backendDB().transaction(table, mode).objectStore(table))
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(new Error(asked.error?.message))
  })
}

const apply = (records: readonly RecordEnvelope[], count: number) =>
  applyRecords(db, records, { count, deskKeyId: 'a'.repeat(32) })

describe('the rows of a desk are closed in the browser', () => {
  it('with nothing in the clear but ids, stamps, states and days', async () => {
    await apply(statusRecords(['示例联盟甲秘密说明']), 1)
    const [row] = await stored('statuses')
    expect(Object.keys(row!).sort()).toEqual(['id', 'sealed', 'stamp', 'value'])
    expect(Object.keys((row as unknown as { value: object }).value).sort()).toEqual(['dossierId', 'to'])
    for (const table of stores) expect(JSON.stringify(await stored(table))).not.toContain('示例')
    expect(new TextDecoder().decode(row!.sealed)).not.toContain('示例')
  })

  it('and queries by key, by index, by cursor and many at once see them open', async () => {
    const records = statusRecords(['甲', '乙', '丙'])
    await apply(records, 3)
    const { dossierId } = records[1]!.payload as { dossierId: string }
    const table = db.rows('statuses')
    expect((await table.get(dossierId))?.value.note).toBe('乙')
    expect((await table.where('value.dossierId').equals(dossierId).first())?.value.note).toBe('乙')
    expect((await table.bulkGet([dossierId, 'none'])).map((row) => row?.value.note)).toEqual(['乙', undefined])
    expect((await table.filter((row) => row.value.note === '丙').toArray()).length).toBe(1)
    expect((await table.where('value.to').equals('accepted').reverse().sortBy('stamp')).length).toBe(3)
    const seen: string[] = []
    await table.orderBy('value.to').each((row) => seen.push(row.value.note))
    expect(seen.sort()).toEqual(['丙', '乙', '甲'].sort())
  })

  it('a row that stands in the place of another does not open', async () => {
    await apply(statusRecords(['甲', '乙']), 2)
    const [first, second] = await stored('statuses')
    await putStored('statuses', { ...first, sealed: second!.sealed })
    await expect(db.rows('statuses').get(first!.id)).rejects.toThrow(SealedRowBroken)
    expect(await isAsWritten(db)).toBe(false)
  })

  it('a row with one changed bit does not open', async () => {
    await apply(statusRecords(['甲']), 1)
    const [row] = await stored('statuses')
    row!.sealed[20]! ^= 1
    await putStored('statuses', row!)
    await expect(db.rows('statuses').toArray()).rejects.toThrow(SealedRowBroken)
  })

  it('rows of another key do not open, and are not taken for what was written', async () => {
    await apply(statusRecords(['甲']), 1)
    db.close()
    db = new DeskDatabase(name, new RowCipher(new Uint8Array(32).fill(8)))
    await db.open()
    expect(await isAsWritten(db)).toBe(false)
  })
})

describe('the sum of marks tells whether the rows are the last ones written', () => {
  const [older, newer] = [statusRecords(['旧']), statusRecords(['新'], { lamport: 100 })]

  it('holds after every append, and after a newer row took the place of an older one', async () => {
    expect(await isAsWritten(db)).toBe(true)
    await apply(older, 1)
    expect(await isAsWritten(db)).toBe(true)
    await apply(newer, 2)
    expect(await isAsWritten(db)).toBe(true)
    expect((await db.rows('statuses').toArray()).map((row) => row.value.note)).toEqual(['新'])
  })

  it('does not hold when an older version of a row was put back', async () => {
    await apply(older, 1)
    const [before] = await stored('statuses')
    await apply(newer, 2)
    await putStored('statuses', before!)
    expect((await db.rows('statuses').toArray()).map((row) => row.value.note)).toEqual(['旧'])
    expect(await isAsWritten(db)).toBe(false)
  })

  it('does not hold when one bit in the middle of a row changed, which lay in a file without a checksum', async () => {
    await apply(statusRecords(['一', '二']), 2)
    const [page] = await stored('history')
    const sealed = page!.sealed.slice()
    sealed[sealed.length >> 1]! ^= 1
    await putStored('history', { ...page!, sealed })
    expect(await isAsWritten(db)).toBe(false)
  })

  it('does not hold when a row was removed', async () => {
    await apply(older, 1)
    await request((store) => store.clear(), 'history', 'readwrite')
    expect(await isAsWritten(db)).toBe(false)
  })

  it('holds when rows were written while it was counted, and does not when one of them is not the one written', async () => {
    await apply(older, 1)
    let turns = 0
    const writeOnce = async () => {
      if ((turns += 1) === 1) await apply(newer, 2)
    }
    expect(await isAsWritten(db, writeOnce)).toBe(true)
    expect(turns).toBeGreaterThan(1)
    const [row] = await stored('statuses')
    await request((store) => store.clear(), 'statuses', 'readwrite')
    const writeAgain = async () => {
      if ((turns += 1) === 100) await apply(statusRecords(['丙'], { lamport: 200 }), 3)
    }
    turns = 99
    await putStored('statuses', { ...row!, stamp: 'earlier' })
    expect(await isAsWritten(db, writeAgain)).toBe(false)
  })

  it('is kept apart for what lists show, which is checked before anything else', async () => {
    const sample = sampleRecord('dossier.saved')
    await apply([sample], 1)
    expect((await bookOf(db).all()).map(({ name }) => name)).toEqual(['示例产业技术创新联盟'])
    const [page] = await stored('summaries')
    expect(await areSummariesAsWritten(db)).toBe(true)
    const sealed = page!.sealed.slice()
    sealed[sealed.length >> 1]! ^= 1
    await putStored('summaries', { ...page!, sealed })
    expect(await areSummariesAsWritten(db)).toBe(false)
    bookOf(db).forget()
    await expect(bookOf(db).all()).rejects.toThrow(SealedRowBroken)
  })

  it('does not change when a transaction was given up', async () => {
    await apply(older, 1)
    await db
      .transaction('rw', db.tables, async () => {
        await db.rows('statuses').put({ ...(await db.rows('statuses').toCollection().first())!, stamp: 'later' })
        throw new Error('given up')
      })
      .catch(() => undefined)
    expect(Dexie.currentTransaction).toBeNull()
    expect(await isAsWritten(db)).toBe(true)
  })

  it('is the same in whatever order marks are added', () => {
    const mark = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n })
    fc.assert(
      fc.property(fc.array(mark), (marks) => {
        const sum = marks.reduce(addMarks, 0n)
        expect([...marks].reverse().reduce(addMarks, 0n)).toBe(sum)
        expect(marks.reduce((left, each) => addMarks(left, -each), sum)).toBe(0n)
        expect(marksFromText(marksAsText(sum))).toBe(sum)
      }),
    )
  })
})
