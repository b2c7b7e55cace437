import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findImport } from '@shared/bundle/undo-import'
import type { KeyId } from '@shared/domain/ids'
import { foldDesk, type FoldedDesk } from '@shared/records/desk-state'
import { tableOf } from '@shared/records/record-kinds'
import { deeds, playWorld } from '../../helpers/merge-worlds'
import { runs } from '../../helpers/runs'

const bundleId = '60000000-0000-4000-8000-00000000000f'

/** Every row with the record that shows and how many rivals it has. */
function rowsOf({ state, conflicts }: FoldedDesk): ReadonlyMap<string, string> {
  const tables = Object.entries(state).filter(([name]) => name !== 'importUndoings')
  return new Map(
    tables.flatMap(([name, table]) =>
      [...table.values()].map((row) => {
        const slot = `${name}/${row.id}`
        return [slot, `${row.recordId} ${conflicts.get(slot)?.rivals.length ?? 0}`] as const
      }),
    ),
  )
}

function differing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((slot) => before.get(slot) !== after.get(slot)).sort()
}

describe('the preview of undoing an import', () => {
  it('names exactly the rows that change when it is done, and redoing brings everything back', () => {
    let undone = 0
    fc.assert(
      fc.property(deeds, fc.nat({ max: 1023 }), (list, mask) => {
        const desks = playWorld(list, { undoing: false })
        const own = desks[mask % desks.length]
        const foreign = own?.records.filter((record) => record.author !== own.author) ?? []
        if (own === undefined || foreign.length === 0) return
        const some = foreign.filter((_, place) => (mask >> (place % 10)) % 2 === 1)
        const recordIds = (some.length > 0 ? some : foreign).map((record) => record.id)
        own.write({
          type: 'bundle.imported',
          payload: {
            bundleId,
            kind: 'dossier',
            from: own.author,
            fileName: '示例.lsb',
            sha256: 'a'.repeat(64),
            newRecords: recordIds.length,
            dossierIds: [],
            recordIds,
            heads: [],
          },
        })
        const before = foldDesk(own.records)
        const found = findImport(bundleId, own.author as KeyId, before)
        undone += 1
        const say = (redone: boolean) => {
          own.write({
            type: 'import.undone',
            payload: {
              bundleId,
              recordIds: [...(found?.recordIds ?? [])],
              dossierIds: [],
              redone,
              reason: '示例',
              by: '示例',
            },
          })
          return foldDesk(own.records)
        }
        const told = (folded: FoldedDesk, redo: boolean) =>
          findImport(bundleId, own.author as KeyId, folded)
            ?.preview(redo)
            .changes.map(({ type, rowId }) => `${tableOf(type)}/${rowId}`)
            .sort()
        const after = say(false)
        expect(told(before, false)).toEqual(differing(rowsOf(before), rowsOf(after)))
        const again = say(true)
        expect(told(after, true)).toEqual(differing(rowsOf(after), rowsOf(again)))
        expect(rowsOf(again)).toEqual(rowsOf(before))
      }),
      { numRuns: runs(600) },
    )
    expect(undone).toBeGreaterThan(50)
  })
})
