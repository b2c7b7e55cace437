import type { CalendarDate } from '@shared/domain/date'
import type { DossierId } from '@shared/domain/ids'
import { hiddenBy } from '@shared/records/desk-state'
import type { Told, ToldSort } from '@shared/records/kinds/told'
import { dossiersOfValue } from '@shared/records/projection'
import { dossierIndexOf, kindOf, recordTypes, tableOf, typeOf, type RecordType } from '@shared/records/record-kinds'
import { dayOf } from '@renderer/platform/clock'
import type { DeskDatabase } from './database'
import { deskDatabase } from './desk'
import { deskNames } from './imports'

/** One entry of the history of an alliance: a record, as its kind is told. */
export type HistoryEntry = Omit<Told, 'on' | 'by'> & {
  /** Of the record. */
  readonly id: string
  readonly type: RecordType
  readonly sort: ToldSort
  /** The day on which it happened; where the record says none, that on which it was recorded. */
  readonly day: CalendarDate
  readonly recordedOn: CalendarDate
  /** Local clock of the author, ISO instant. */
  readonly at: string
  /** Who did it: as the record says, else the desk that recorded it. */
  readonly by: string
  /** The desk that recorded it. */
  readonly desk: string
  readonly note: string
  /** It came by an import that was undone: it counts for nothing. */
  readonly isUndone: boolean
}

type Said = {
  readonly recordId: string
  readonly stamp: string
  readonly author: string
  readonly at: string
  readonly value: unknown
}
type SaidOf = Said & { readonly type: RecordType }

/**
 * Everything recorded of an alliance, the latest first by the days on which it happened: what its rows say, what they
 * said before, and what is said of the batches and rounds that it is in. Which kinds there are, and what is told of
 * each, is the table of kinds' to say.
 */
export async function loadAllianceHistory(dossierId: DossierId): Promise<readonly HistoryEntry[]> {
  const db = deskDatabase()
  const [shown, undoings, names] = await Promise.all([
    rowsOf(db, dossierId),
    db.rows('importUndoings').toArray(),
    deskNames(),
  ])
  const before = await shelvedOf(db, dossierId, [...shown.keys()])
  const hidden = hiddenBy(undoings)
  const all = new Map([...shown.values(), ...before].map((said) => [said.recordId, said]))
  return [...all.values()]
    .sort((a, b) => (a.stamp < b.stamp ? 1 : -1))
    .flatMap((said) => entryOf(said, dossierId, names, hidden))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
}

function entryOf(
  { recordId, type, author, at, value }: SaidOf,
  dossierId: DossierId,
  names: ReadonlyMap<string, string>,
  hidden: ReadonlySet<string>,
): readonly HistoryEntry[] {
  const { sort, told: tell, remark } = kindOf(type)
  const told = tell(value, dossierId)
  if (told === null) return []
  const { on, by, ...more } = told
  const desk = names.get(author) ?? author
  const recordedOn = dayOf(at)
  return [
    {
      ...more,
      ...{ id: recordId, type, sort, at, recordedOn, desk },
      day: on ?? recordedOn,
      by: by ?? desk,
      note: remark?.(value) ?? '',
      isUndone: hidden.has(recordId),
    },
  ]
}

/** The rows of all tables that speak of an alliance, by slot. */
async function rowsOf(db: DeskDatabase, dossierId: DossierId): Promise<ReadonlyMap<string, SaidOf>> {
  const idsOf = async (table: 'batches' | 'campaigns') =>
    (await db.rows(table).where('value.dossierIds').equals(dossierId).primaryKeys()) as readonly string[]
  const around = { batchId: await idsOf('batches'), campaignId: await idsOf('campaigns') }
  const found = await Promise.all(
    recordTypes.map(async (type) => {
      const name = tableOf(type)
      const table = db.table<Said & { readonly id: string }, string>(name)
      const index = dossierIndexOf(type)
      const indexes: readonly string[] = kindOf(type).indexes
      const own = index === null ? [] : await table.where(index).equals(dossierId).toArray()
      const besides = await Promise.all(
        (['batchId', 'campaignId'] as const)
          .filter((key) => indexes.includes(key) && around[key].length > 0)
          .map((key) => table.where(`value.${key}`).anyOf(around[key]).toArray()),
      )
      // A kind of the exchange that no index finds is rare enough to be looked through.
      const searched =
        index === null && indexes.length === 0 && kindOf(type).sort === 'exchange'
          ? (await table.toArray()).filter(({ value }) => dossiersOfValue(value).includes(dossierId))
          : []
      return [...own, ...besides.flat().filter(isOf(dossierId)), ...searched].map(
        (row) => [`${name}/${row.id}`, { ...row, type }] as const,
      )
    }),
  )
  return new Map(found.flat())
}

/** Not about another alliance. */
const isOf =
  (dossierId: string) =>
  ({ value }: Said): boolean => {
    const named = dossiersOfValue(value)
    return named.length === 0 || named.includes(dossierId)
  }

/** What was said before of these rows, and of rows of the alliance that show nothing any more. */
async function shelvedOf(db: DeskDatabase, dossierId: DossierId, slots: readonly string[]): Promise<readonly SaidOf[]> {
  if ((await db.shelved.count()) === 0) return []
  const own = recordTypes.map((type) => `${tableOf(type)}/${dossierId}`)
  const others = slots.filter((slot) => !own.some((prefix) => slot.startsWith(prefix)))
  const [byPrefix, bySlot] = await Promise.all([
    db.shelved.where('slot').startsWithAnyOf(own).toArray(),
    db.shelved.where('slot').anyOf(others).toArray(),
  ])
  return [...byPrefix, ...bySlot.filter(isOf(dossierId))].map((row) => ({
    ...row,
    type: typeOf(row.slot.slice(0, row.slot.indexOf('/')) as Parameters<typeof typeOf>[0]),
  }))
}
