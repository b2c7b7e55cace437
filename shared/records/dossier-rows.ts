import type { DossierId } from '../domain/ids'
import type { EndedAlliance } from '../domain/ended-alliance'
import type { FoldedDesk } from './desk-state'
import { endedBeside, endedDossiers } from './ended-alliances'
import { dossiersOfValue, type Row } from './projection'
import { dossierIndexOf, tableOf, typesWith, type RecordType, type TableOf } from './record-kinds'

/** Kinds that an assembled dossier is made of. */
export const typesInDossier = typesWith('isInDossier', true)

export type DossierTable = TableOf<(typeof typesInDossier)[number]>

type RowsByTable = { readonly [N in DossierTable]: readonly Row<N>[] }

/**
 * Rows that touch one dossier: those that name it, or list it, and all rows of a kind that speaks of no dossier (the
 * register of prior revocations). `earlier`: what was said of the same rows and gave way to what shows now; nothing of
 * an undone import.
 */
export type DossierRows = RowsByTable & {
  readonly earlier: RowsByTable
  /** Other dossiers of the same desk that were revoked (`endedDossiers`). */
  readonly ended: readonly EndedAlliance[]
}

type AnyRow = { readonly id: string; readonly stamp: string; readonly value: unknown }
type AnyTables = Readonly<Record<string, readonly AnyRow[]>>

export const tablesInDossier = typesInDossier.map((type) => tableOf(type)) as readonly DossierTable[]

/** One list for each table. */
export const byTable = (rowsOf: (table: DossierTable) => readonly AnyRow[]): RowsByTable =>
  Object.fromEntries(tablesInDossier.map((table) => [table, rowsOf(table)])) as unknown as RowsByTable

/** The rows of one dossier out of folded records. */
export function rowsOfDossier({ state, slots, hidden }: FoldedDesk, dossierId: DossierId): DossierRows {
  const isOurs = (type: RecordType, value: unknown): boolean =>
    dossierIndexOf(type) === null || dossiersOfValue(value).includes(dossierId)
  const shown = Object.fromEntries(
    typesInDossier.map((type) => [
      tableOf(type),
      [...(state[tableOf(type)] as ReadonlyMap<string, AnyRow>).values()].filter(({ value }) => isOurs(type, value)),
    ]),
  ) as AnyTables
  const ids = new Map(Object.entries(shown).map(([table, rows]) => [table, new Set(rows.map(({ id }) => id))]))
  const showing = new Set(Object.values(shown).flatMap((rows) => rows.map((row) => recordOf(row))))
  const earlier = new Map<string, AnyRow[]>(tablesInDossier.map((table) => [table, []]))
  for (const { table, rowId, claims } of slots.values()) {
    const list = earlier.get(table)
    if (list === undefined || claims.length < 2 || ids.get(table)?.has(rowId) !== true) continue
    list.push(...claims.filter((row) => !hidden.has(row.recordId) && !showing.has(recordOf(row))))
  }
  const ended = endedDossiers({
    dossierVersions: state.dossierVersions.values(),
    revocations: state.revocations.values(),
  })
  return {
    ...(shown as unknown as RowsByTable),
    earlier: byTable((table) => earlier.get(table) ?? []),
    ended: endedBeside(ended, dossierId),
  }
}

/** A choice between rivals is two statements of one record: its own row and the contested one. */
const recordOf = (row: AnyRow): string => `${row.id} ${(row as unknown as { readonly recordId: string }).recordId}`

/** The same rows, each table in the order of its stamps: in which order a desk reads them tells nothing. */
export const inOrder = <Rows extends Partial<RowsByTable>>(rows: Rows): Rows => ({
  ...rows,
  ...Object.fromEntries(
    tablesInDossier.flatMap((table) => {
      const list = rows[table] as readonly AnyRow[] | undefined
      return list === undefined || list.length < 2
        ? []
        : [[table, list.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1))]]
    }),
  ),
})

/** Everything said of the rows of a table, what shows and what gave way, in the order of the stamps. */
export const saidOf = <N extends DossierTable>(rows: DossierRows, table: N): readonly Row<N>[] =>
  [...(rows.earlier[table] as readonly Row<N>[]), ...(rows[table] as readonly Row<N>[])].toSorted((a, b) =>
    a.stamp < b.stamp ? -1 : 1,
  )

/**
 * The rows as they stood when nothing but the records of these stamps was there: of each row its newest statement of
 * them.
 */
export function rowsAsOf(rows: DossierRows, wasThere: (stamp: string) => boolean): DossierRows {
  const shown = new Map<DossierTable, AnyRow[]>()
  const earlier = new Map<DossierTable, AnyRow[]>()
  for (const table of tablesInDossier) {
    const newest = new Map<string, AnyRow>()
    const replaced: AnyRow[] = []
    for (const row of saidOf(rows, table) as readonly AnyRow[]) {
      if (!wasThere(row.stamp)) continue
      const before = newest.get(row.id)
      if (before !== undefined) replaced.push(before)
      newest.set(row.id, row)
    }
    shown.set(table, [...newest.values()])
    earlier.set(table, replaced)
  }
  return {
    ...byTable((table) => shown.get(table) ?? []),
    earlier: byTable((table) => earlier.get(table) ?? []),
    ended: rows.ended,
  }
}
