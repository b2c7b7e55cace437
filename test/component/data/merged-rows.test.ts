// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { foldDesk } from '@shared/records/desk-state'
import { recordTypes, tableOf, type PayloadTable } from '@shared/records/record-kinds'
import type { JournalRecord } from '@shared/records/record'
import { DeskDatabase } from '@renderer/data/database'
import { RowCipher } from '@renderer/data/row-cipher'
import { isAsWritten } from '@renderer/data/database-check'
import { applyRecords } from '@renderer/data/projection'
import { TableFilling } from '@renderer/data/rebuild'
import { allRows } from '../../helpers/all-rows'
import { deeds, playWorld, spell } from '../../helpers/merge-worlds'

const numRuns = Number(process.env['MERGE_ROW_RUNS'] ?? 40)

let number = 0
async function rowsAfter(portions: readonly (readonly JournalRecord[])[]): Promise<DeskDatabase> {
  const db = new DeskDatabase(`merged-${(number += 1)}`, new RowCipher(new Uint8Array(32).fill(number)))
  await db.open()
  let count = 0
  for (const portion of portions) {
    count += portion.length
    await applyRecords(db, portion, { count, deskKeyId: 'a'.repeat(32) })
  }
  return db
}

/** The tables as the in-memory fold would spell them. */
async function spellRows(db: DeskDatabase): Promise<string> {
  const state = Object.fromEntries(
    await Promise.all(
      recordTypes.map(async (type) => {
        const name: PayloadTable = tableOf(type)
        const rows = await db.rows(name).toArray()
        return [name, new Map(rows.map((row) => [row.id, row]))] as const
      }),
    ),
  )
  const conflicts = new Map(
    (await db.conflicts.toArray()).map(({ id, table, recordIds }) => [
      id,
      { slot: id, table, rivals: recordIds.map((recordId) => ({ recordId })) },
    ]),
  )
  return spell({ state, conflicts } as never)
}

const all = async (db: DeskDatabase) => ({ ...(await allRows(db)), meta: undefined })

/** The tables filled from nothing, as when a desk has lost them. */
async function rowsRebuilt(portions: readonly (readonly JournalRecord[])[]): Promise<DeskDatabase> {
  const db = new DeskDatabase(`merged-${(number += 1)}`, new RowCipher(new Uint8Array(32).fill(number)))
  await db.open()
  const filling = new TableFilling(db)
  for (const records of portions) await filling.take(records)
  await filling.finish({ count: portions.flat().length, headId: null, deskKeyId: 'a'.repeat(32) })
  return db
}

const open: DeskDatabase[] = []
afterEach(async () => {
  for (const db of open.splice(0)) {
    db.close()
    await DeskDatabase.delete(db.name)
  }
})

describe('the tables of a desk that merges', () => {
  it('are what the fold says, whatever portions the records come in and in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, fc.infiniteStream(fc.nat()), async (list, chance) => {
        const [desk] = playWorld(list, { undoing: true })
        const records = desk?.records ?? []
        const portions: JournalRecord[][] = [[]]
        const mixed = records
          .map((record) => ({ record, by: chance.next().value as number }))
          .sort((a, b) => a.by - b.by)
          .map(({ record }) => record)
        for (const record of mixed) {
          portions.at(-1)?.push(record)
          if (chance.next().value % 2 === 0) portions.push([])
        }
        const whole = await rowsAfter([records])
        const pieces = await rowsAfter([...portions, mixed.slice(0, 2)])
        expect(await spellRows(whole)).toBe(spell(foldDesk(records)))
        expect(await all(pieces)).toEqual(await all(whole))
        expect(await isAsWritten(pieces)).toBe(true)
        const rebuilt = await rowsRebuilt(portions)
        expect(await all(rebuilt)).toEqual(await all(whole))
        expect(await isAsWritten(rebuilt)).toBe(true)
        open.push(whole, pieces, rebuilt)
      }),
      { numRuns },
    )
  }, 60_000)
})
