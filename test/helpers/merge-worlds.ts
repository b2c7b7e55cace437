import fc from 'fast-check'
import { foldDesk, type FoldedDesk } from '@shared/records/desk-state'
import type { Action } from '@shared/records/payloads'
import type { JournalRecord } from '@shared/records/record'
import { authorOf, PaperDesk, said } from './paper-desk'

/** What people at three desks do: state something, hand over some of what they hold, choose, undo, redo. */
export type Deed =
  | { readonly kind: 'say'; readonly desk: number; readonly dossier: number; readonly note: number }
  | { readonly kind: 'hand-over'; readonly desk: number; readonly to: number; readonly mask: number }
  | { readonly kind: 'choose'; readonly desk: number; readonly which: number }
  | { readonly kind: 'undo'; readonly desk: number; readonly mask: number; readonly redone: boolean }

const desk = fc.nat({ max: 2 })

export const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('say' as const),
        desk,
        dossier: fc.nat({ max: 1 }),
        note: fc.nat({ max: 2 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('hand-over' as const), desk, to: desk, mask: fc.nat({ max: 1023 }) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('choose' as const), desk, which: fc.nat({ max: 5 }) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('undo' as const),
        desk,
        mask: fc.nat({ max: 1023 }),
        redone: fc.boolean(),
      }),
    },
  ),
  { minLength: 4, maxLength: 14 },
)

/**
 * Plays a world. Undoing is a desk's own affair: with `undoing` false it is left out, so that desks can be compared.
 */
export function playWorld(list: readonly Deed[], { undoing }: { readonly undoing: boolean }): readonly PaperDesk[] {
  const desks = [1, 2, 3].map((number) => new PaperDesk(authorOf(number)))
  for (const deed of list) {
    const own = desks[deed.desk]
    if (own === undefined) continue
    switch (deed.kind) {
      case 'say':
        own.write(said(deed.dossier, `说法 ${deed.note}（示例）`))
        break
      case 'hand-over':
        desks[deed.to]?.take(pick(own.records, deed.mask).filter(travels))
        break
      case 'choose':
        chooseFirst(own, deed.which)
        break
      case 'undo':
        if (undoing) undo(own, deed.mask, deed.redone)
        break
    }
  }
  return desks
}

/** Everybody takes everything from everybody, but what stays with its desk. */
export function exchangeAll(desks: readonly PaperDesk[]): void {
  const all = desks.flatMap((own) => own.records.filter(travels))
  for (const own of desks) own.take(all)
}

/** A person at this desk settles a conflict, if there is one: the first, second … statement, or a third text. */
export function chooseFirst(own: PaperDesk, which: number): boolean {
  const [conflict] = foldDesk(own.records).conflicts.values()
  if (conflict === undefined) return false
  const row = conflict.rivals[which % (conflict.rivals.length + 1)]
  const [first] = conflict.rivals
  const value = row?.value ?? { ...first?.value, note: '第三种写法（示例）' }
  own.write({
    type: 'conflict.resolved',
    payload: {
      contested: 'status.set',
      rowId: first?.id,
      dossierIds: [first?.id],
      recordIds: conflict.rivals.map((rival) => rival.recordId),
      chosen: row === undefined ? null : { recordId: row.recordId, author: row.author, at: row.at },
      value,
      reason: '当面商定（示例）',
      by: '示例',
    },
  } as Action)
  return true
}

function undo(own: PaperDesk, mask: number, redone: boolean): void {
  const recordIds = pick(own.records, mask)
    .filter((record) => record.author !== own.author)
    .map((record) => record.id)
  if (recordIds.length === 0) return
  const bundleId = `60000000-0000-4000-8000-${String(mask % 3).padStart(12, '0')}`
  own.write({
    type: 'import.undone',
    payload: { bundleId, recordIds, dossierIds: [], redone, reason: '导错了（示例）', by: '示例' },
  })
}

const travels = (record: JournalRecord): boolean => record.type !== 'import.undone'
const pick = <T>(items: readonly T[], mask: number): readonly T[] =>
  items.filter((_, place) => (mask >> (place % 10)) % 2 === 1)

/** A folded desk as text that is the same for the same rows and conflicts. */
export function spell({ state, conflicts }: Pick<FoldedDesk, 'state' | 'conflicts'>): string {
  const rows = Object.entries(state).map(([name, table]) => [
    name,
    [...table.values()].map((row) => `${row.id} ${row.recordId} ${JSON.stringify(row.value)}`).sort(),
  ])
  return JSON.stringify([
    rows,
    [...conflicts.values()].map(({ slot, rivals }) => [slot, rivals.map((row) => row.recordId)]).sort(),
  ])
}
