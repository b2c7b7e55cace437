import { hiddenBy } from '@shared/records/desk-state'
import { dossiersOfValue, slotKey, slotOf, type RowChange } from '@shared/records/projection'
import { tableOf, type PayloadTable } from '@shared/records/record-kinds'
import type { DossierId } from '@shared/domain/ids'
import type { Claim } from '@shared/records/lineage'
import { settleRow } from '@shared/records/settle'
import type { ConflictRow, DeskDatabase, ShelvedRow } from './database'
import { summarisedTables } from './dossier-summary'
import { linesOfRecords } from './history'

type StoredRow = Claim & { readonly id: string; readonly author: string; readonly at: string; readonly value: unknown }
type Touched = {
  readonly table: PayloadTable
  readonly rowId: string
  readonly claims: Map<string, StoredRow>
  readonly onShelf: Set<string>
}

/**
 * Settles every row that the changes speak of, and every row that the records `again` spoke of before: what holds goes
 * into its table, everything else said of it on the shelf, rivals among the conflicts. Call it in a transaction.
 * @returns the dossiers of which lists may show something else now
 */
export async function settleRows(
  db: DeskDatabase,
  changes: readonly RowChange[],
  again: readonly string[] = [],
): Promise<ReadonlySet<DossierId>> {
  const changed = new Set<DossierId>()
  const slots = new Map<string, Touched>()
  const touch = (slot: string, table: PayloadTable, rowId: string): Touched => {
    const known = slots.get(slot) ?? { table, rowId, claims: new Map(), onShelf: new Set() }
    slots.set(slot, known)
    return known
  }
  for (const change of changes) {
    touch(slotKey(change), change.table, change.row.id).claims.set(change.row.recordId, change.row)
  }
  for (const line of await linesOfRecords(db, again)) {
    const cut = line.slot.indexOf('/')
    touch(line.slot, line.slot.slice(0, cut) as PayloadTable, line.slot.slice(cut + 1))
    // A choice speaks of two rows: the contested one, and itself.
    if (line.type === 'conflict.resolved') touch(slotOf(line.type, null, line.id), tableOf(line.type), line.id)
  }
  if (slots.size === 0) return changed
  for (const shelved of await db.shelved
    .where('slot')
    .anyOf([...slots.keys()])
    .toArray()) {
    const { slot, rowId, ...said } = shelved
    const touched = slots.get(slot)
    touched?.claims.set(said.recordId, { ...said, id: rowId })
    touched?.onShelf.add(said.recordId)
  }
  const hidden = hiddenBy(await db.rows('importUndoings').toArray())
  for (const [table, touched] of byTable(slots)) {
    const values = await settleTable(db, table, touched, hidden)
    if (!isSummarised(table)) continue
    for (const id of values.flatMap(dossiersOfValue)) changed.add(id as DossierId)
  }
  return changed
}

const isSummarised = (table: PayloadTable): boolean => summarisedTables.some((name) => name === table)

/** @returns what rows said that say something else now, and what they say */
async function settleTable(
  db: DeskDatabase,
  name: PayloadTable,
  touched: readonly (readonly [string, Touched])[],
  hidden: ReadonlySet<string>,
): Promise<readonly unknown[]> {
  const table = db.table<StoredRow, string>(name)
  const present = await table.bulkGet(touched.map(([, { rowId }]) => rowId))
  const shown: StoredRow[] = []
  const gone: string[] = []
  const changed: unknown[] = []
  const shelved: ShelvedRow[] = []
  const unshelved: string[] = []
  const conflicts: ConflictRow[] = []
  const agreed: string[] = []
  for (const [index, [slot, { rowId, claims, onShelf }]] of touched.entries()) {
    const before = present[index]
    if (before !== undefined) {
      claims.set(before.recordId, before)
      changed.push(before.value)
    }
    const settled = settleRow(name, [...claims.values()], hidden)
    if (settled.shown === null) gone.push(rowId)
    else {
      if (settled.shown.recordId !== before?.recordId) {
        shown.push(settled.shown)
        changed.push(settled.shown.value)
      }
      if (onShelf.has(settled.shown.recordId)) unshelved.push(shelfId(slot, settled.shown))
    }
    const fresh = settled.shelved.filter((row) => !onShelf.has(row.recordId))
    shelved.push(...fresh.map((row) => shelvedRow(slot, rowId, row)))
    if (settled.rivals.length === 0) {
      if (claims.size > 1) agreed.push(slot)
    } else {
      conflicts.push(conflictRow(slot, name, rowId, settled.rivals))
    }
  }
  await table.bulkPut(shown)
  await table.bulkDelete(gone)
  await db.shelved.bulkDelete(unshelved)
  await db.shelved.bulkPut(shelved)
  await db.conflicts.bulkDelete(agreed)
  await db.conflicts.bulkPut(conflicts)
  return changed
}

/** A statement as it lies on the shelf. */
export const shelvedRow = <C extends Omit<StoredRow, 'id'>>(slot: string, rowId: string, row: C): C & ShelvedRow => ({
  ...row,
  id: shelfId(slot, row),
  slot,
  rowId,
})

/** Rival statements of one row as a person has to choose between them. */
export const conflictRow = (
  slot: string,
  table: PayloadTable,
  rowId: string,
  rivals: readonly Pick<StoredRow, 'recordId' | 'value'>[],
): ConflictRow => ({
  id: slot,
  table,
  rowId,
  dossierIds: [...new Set(rivals.flatMap((row) => dossiersOfValue(row.value)))],
  recordIds: rivals.map((row) => row.recordId),
})

const shelfId = (slot: string, { recordId }: Claim): string => `${slot} ${recordId}`

function byTable(slots: ReadonlyMap<string, Touched>): ReadonlyMap<PayloadTable, [string, Touched][]> {
  const tables = new Map<PayloadTable, [string, Touched][]>()
  for (const entry of slots) {
    const own = tables.get(entry[1].table)
    if (own === undefined) tables.set(entry[1].table, [entry])
    else own.push(entry)
  }
  return tables
}
