import { settleConflict as settleConflictAs, type Contest, type Statement } from '@shared/acts/settle-conflict'
import { contestableTypes } from '@shared/records/payloads'
import { typeOf } from '@shared/records/record-kinds'
import { lineageOf } from '@shared/records/settle'
import { appendAct } from './append-act'
import type { ConflictRow } from './database'
import { deskDatabase } from './desk'
import { dossierNames } from './dossiers'

/** One statement of a contested row. */
export type Rival = Statement & {
  /** Name and unit of the desk. */
  readonly who: string
  readonly isShown: boolean
  /** What this side said before, oldest first, that the other sides have not taken up: it changed since. */
  readonly earlier: readonly { readonly at: string }[]
}

export type OpenConflict = Omit<Contest, 'rivals'> & {
  readonly id: string
  /** Names of the alliances. */
  readonly names: readonly string[]
  readonly rivals: readonly Rival[]
}

/** Conflicts that nobody has settled: of one dossier, or all of them. */
export async function listConflicts(dossierId: string | null): Promise<readonly OpenConflict[]> {
  const db = deskDatabase()
  const rows = await (dossierId === null ? db.conflicts : db.conflicts.where('dossierIds').equals(dossierId)).toArray()
  if (rows.length === 0) return []
  const desks = await db.rows('desks').toArray()
  const who = new Map(desks.map((row) => [row.id, `${row.value.name}（${row.value.unit}）`]))
  const conflicts = await Promise.all(
    rows.map(async (row) => {
      const contested = contestableTypes.find((type) => type === typeOf(row.table))
      if (contested === undefined) return null
      const rivals = (await rivalsOf(row)).map((rival) => ({ ...rival, who: who.get(rival.author) ?? rival.author }))
      const { id, rowId, dossierIds } = row
      return { id, contested, rowId, dossierIds, rivals }
    }),
  )
  const names = await dossierNames()
  return conflicts.flatMap((conflict) =>
    conflict === null ? [] : [{ ...conflict, names: conflict.dossierIds.map((one) => names.get(one) ?? one) }],
  )
}

/** Dossiers with open conflicts. */
export async function conflictedDossiers(): Promise<ReadonlySet<string>> {
  return new Set((await deskDatabase().conflicts.toArray()).flatMap((row) => row.dossierIds))
}

/** Conflicts that nobody has settled, and histories in doubt. */
export async function countDisagreements(): Promise<number> {
  const db = deskDatabase()
  const [conflicts, doubts] = await Promise.all([db.conflicts.count(), db.rows('historyDoubts').count()])
  return conflicts + doubts
}

async function rivalsOf({ id, table, rowId, recordIds }: ConflictRow): Promise<readonly Omit<Rival, 'who'>[]> {
  const db = deskDatabase()
  const shown = await db.rows(table).get(rowId)
  const shelved = await db.shelved.where('slot').equals(id).toArray()
  const found = [...(shown === undefined ? [] : [shown]), ...shelved]
  const lineage = lineageOf(table, found)
  const rivals = recordIds.flatMap((recordId) => found.find((row) => row.recordId === recordId) ?? [])
  return rivals.map((row) => {
    const others = rivals.filter((rival) => rival !== row)
    const shared = new Set(others.flatMap((rival) => lineage.replacedBy(rival)))
    const earlier = lineage.replacedBy(row).filter((claim) => !shared.has(claim))
    const { recordId, author, at } = row
    const value = row.value as Rival['value']
    return { recordId, author, at, value, isShown: row === shown, earlier: earlier.map((claim) => ({ at: claim.at })) }
  })
}

/** Records a person's choice. @throws ActRefused */
export async function settleConflict(
  conflict: OpenConflict,
  { reason, by, ...choice }: { chosen: Rival | null; value: Rival['value']; reason: string; by: string },
): Promise<void> {
  await appendAct(settleConflictAs(conflict, choice, { reason, by }))
}
