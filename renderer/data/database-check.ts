import type { DeskDatabase } from './database'
import { allRowsOf, rowsInPortions } from './read-rows'
import { addMarks, marksFromText, SealedRowBroken, type PlainRow } from './row-cipher'
import { metaTable } from './sealed-tables'
import { summaryTable } from './summary-book'

/** Waits between two portions of a check that nobody waits for. */
type Pause = () => Promise<unknown>

/** How often a table is read anew that was written into meanwhile, before it is read in one go. */
const patience = 5

/**
 * Whether the rows in the database are the very ones that were written last, each in its last version. Reads every row,
 * opens none. Rows may be written meanwhile.
 * @param pause lets others have their turn
 */
export async function isAsWritten(db: DeskDatabase, pause?: Pause): Promise<boolean> {
  const names = db.tables.map(({ name }) => name).filter((name) => name !== metaTable)
  try {
    const said = Object.keys(await marksSaid(db))
    if (said.some((name) => !names.includes(name))) return false
    for (const name of names) if (!(await isTableAsWritten(db, name, pause))) return false
    return true
  } catch (error) {
    if (error instanceof SealedRowBroken) return false
    throw error
  }
}

/** The same of what lists show alone: it is read before anything else is checked. */
export async function areSummariesAsWritten(db: DeskDatabase): Promise<boolean> {
  try {
    return await isTableAsWritten(db, summaryTable)
  } catch (error) {
    if (error instanceof SealedRowBroken) return false
    throw error
  }
}

async function isTableAsWritten(db: DeskDatabase, name: string, pause?: Pause): Promise<boolean> {
  for (let turn = 0; turn < patience; turn += 1) {
    const before = await saidOf(db, name)
    let sum = 0n
    for await (const rows of rowsInPortions(db, name)) {
      sum = addMarks(sum, sumOf(db, name, rows))
      await pause?.()
    }
    if (sum === before) return true
    // Somebody wrote into it: what was read is of two moments.
    if ((await saidOf(db, name)) === before) return false
  }
  // The count is written with the rows: the same count before and after is the count of what was read between.
  for (;;) {
    const before = await saidOf(db, name)
    const sum = sumOf(db, name, await allRowsOf(db, name))
    if (sum === before || (await saidOf(db, name)) === before) return sum === before
  }
}

const sumOf = (db: DeskDatabase, name: string, rows: readonly PlainRow[]): bigint =>
  rows.reduce((sum, row) => addMarks(sum, db.cipher.markOf(name, row)), 0n)

const marksSaid = async (db: DeskDatabase) => (await db.meta.get('applied'))?.marks ?? {}

const saidOf = async (db: DeskDatabase, name: string): Promise<bigint> =>
  marksFromText((await marksSaid(db))[name] ?? '0')
