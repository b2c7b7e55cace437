import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldDesk } from '@shared/records/desk-state'
import { lineageOf } from '@shared/records/settle'
import type { JournalRecord } from '@shared/records/record'
import { chooseFirst, deeds, exchangeAll, playWorld, spell, type Deed } from '../../helpers/merge-worlds'
import { runs } from '../../helpers/runs'

/** `npm run merge-properties` raises it. */
const numRuns = Number(process.env['MERGE_RUNS'] ?? runs(300))

const fold = (records: readonly JournalRecord[]) => spell(foldDesk(records))
const shuffled = <T>(items: readonly T[], chance: fc.Stream<number>): T[] =>
  items
    .map((item) => ({ item, by: chance.next().value as number }))
    .sort((a, b) => a.by - b.by)
    .map(({ item }) => item)
const chance = fc.infiniteStream(fc.nat())

/** No two statements say the same. */
const distinct = (list: readonly Deed[]): readonly Deed[] =>
  list.map((deed, index) => (deed.kind === 'say' ? { ...deed, note: index } : deed))

describe('merging what desks hold', () => {
  it('gives the same rows and conflicts in any order, with any repetition', () => {
    fc.assert(
      fc.property(deeds, chance, (list, stream) => {
        for (const { records } of playWorld(list, { undoing: true })) {
          const again = records.filter(() => stream.next().value % 2 === 0)
          expect(fold(shuffled([...records, ...again], stream))).toBe(fold(records))
        }
      }),
      { numRuns },
    )
  })

  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const [a = [], b = [], c = []] = playWorld(list, { undoing: true }).map((desk) => desk.records)
        const union = (...sets: (readonly JournalRecord[])[]) => [
          ...new Map(sets.flat().map((record) => [record.id, record])).values(),
        ]
        expect(fold(union(a, b))).toBe(fold(union(b, a)))
        expect(fold(union(union(a, b), c))).toBe(fold(union(a, union(b, c))))
        expect(fold(union(a, a))).toBe(fold(a))
        expect(fold(union(union(a, b), b))).toBe(fold(union(a, b)))
      }),
      { numRuns },
    )
  })

  it('ends alike on every desk once everybody has everything', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const desks = playWorld(list, { undoing: false })
        exchangeAll(desks)
        expect(new Set(desks.map((desk) => fold(desk.records))).size).toBe(1)
      }),
      { numRuns },
    )
  })

  it('drops nothing unsaid: a statement shows, is a rival, says the same, was replaced knowingly, or its import was undone', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const desks = playWorld(list, { undoing: true })
        exchangeAll(desks)
        for (const { records } of desks) {
          const { state, conflicts, slots, hidden } = foldDesk(records)
          for (const [slot, { table, rowId, claims }] of slots) {
            const shown = state[table].get(rowId)
            const rivals = conflicts.get(slot)?.rivals ?? (shown === undefined ? [] : [shown])
            const lineage = lineageOf(table, claims)
            const replaced = new Set(
              claims
                .filter((claim) => !hidden.has(claim.recordId))
                .flatMap((claim) => lineage.replacedBy(claim).map(({ recordId }) => recordId)),
            )
            for (const claim of claims) {
              const isRival = rivals.includes(claim)
              const saysTheSame = JSON.stringify(claim.value) === JSON.stringify(shown?.value)
              expect(isRival || saysTheSame || replaced.has(claim.recordId) || hidden.has(claim.recordId)).toBe(true)
            }
          }
        }
      }),
      { numRuns },
    )
  })

  it('ends no conflict but by a person’s choice, whatever rivals and others write after it', () => {
    let conflicts = 0
    fc.assert(
      fc.property(deeds, deeds, (before, after) => {
        const once = distinct([...before, ...after]).filter(({ kind }) => kind !== 'choose')
        const told = playWorld(once.slice(0, before.length), { undoing: false })
        const later = playWorld(once, { undoing: false })
        for (const [index, { records }] of told.entries()) {
          for (const slot of foldDesk(records).conflicts.keys()) {
            conflicts += 1
            expect([...foldDesk(later[index]?.records ?? []).conflicts.keys()]).toContain(slot)
          }
        }
      }),
      { numRuns },
    )
    expect(conflicts).toBeGreaterThan(numRuns / 20)
  })

  it('lets a choice hold on every desk that gets it, and leaves no conflict once all are settled', () => {
    fc.assert(
      fc.property(deeds, fc.nat(5), (list, which) => {
        const desks = playWorld(list, { undoing: false })
        exchangeAll(desks)
        const [first] = desks
        for (let rounds = 0; first !== undefined && chooseFirst(first, which); rounds += 1) {
          expect(rounds).toBeLessThan(3)
        }
        exchangeAll(desks)
        for (const { records } of desks) expect(foldDesk(records).conflicts.size).toBe(0)
        expect(new Set(desks.map((desk) => fold(desk.records))).size).toBe(1)
      }),
      { numRuns },
    )
  })

  it('comes back to what it was when an import is undone and done again', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const [desk] = playWorld(list, { undoing: false })
        if (desk === undefined) return
        const before = fold(desk.records)
        const recordIds = desk.records.filter((record) => record.author !== desk.author).map((record) => record.id)
        if (recordIds.length === 0) return
        const say = (redone: boolean) =>
          desk.write({
            type: 'import.undone',
            payload: {
              bundleId: '60000000-0000-4000-8000-000000000009',
              recordIds,
              dossierIds: [],
              redone,
              reason: '示例',
              by: '示例',
            },
          })
        const undone = say(false)
        const rows = foldDesk(desk.records)
        for (const { row } of Object.entries(rows.state).flatMap(([, table]) =>
          [...table.values()].map((value) => ({ row: value })),
        )) {
          expect(recordIds).not.toContain(row.recordId)
        }
        const redone = say(true)
        const without = spell(foldDesk(desk.records.filter((record) => record !== undone && record !== redone)))
        expect(without).toBe(before)
        const { state, conflicts } = foldDesk(desk.records)
        expect(spell({ state: { ...state, importUndoings: new Map() }, conflicts })).toBe(before)
      }),
      { numRuns },
    )
  })
})
