import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldDesk, Folding, type FoldedDesk } from '@shared/records/desk-state'
import { deeds, playWorld, spell } from '../../helpers/merge-worlds'
import { runs } from '../../helpers/runs'

/** Rows, conflicts, what is hidden and everything that was said, in the order of the slots. */
const whole = (folded: FoldedDesk): unknown => ({
  rows: spell(folded),
  hidden: [...folded.hidden].sort(),
  said: [...folded.slots].map(([slot, { claims }]) => [slot, claims.map(({ recordId }) => recordId)]),
})

describe('a fold that records are added to', () => {
  it('says at every moment what a fold of all records says, and what it said before stays as it was', () => {
    let undoings = 0
    fc.assert(
      fc.property(deeds, fc.integer({ min: 1, max: 4 }), (list, portion) => {
        for (const { records } of playWorld(list, { undoing: true })) {
          const folding = new Folding()
          const handedOut: { readonly folded: FoldedDesk; readonly count: number }[] = []
          for (const [index, record] of records.entries()) {
            folding.add(record)
            if (record.type === 'import.undone') undoings += 1
            if (index % portion === 0) handedOut.push({ folded: folding.finish(), count: index + 1 })
          }
          handedOut.push({ folded: folding.finish(), count: records.length })
          for (const { folded, count } of handedOut) {
            expect(whole(folded)).toEqual(whole(foldDesk(records.slice(0, count))))
          }
        }
      }),
      { numRuns: runs(150) },
    )
    expect(undoings).toBeGreaterThan(0)
  })

  it('hands out the very same answer while nothing was added', () => {
    const folding = new Folding()
    const [desk] = playWorld([{ kind: 'say', desk: 0, dossier: 0, note: 1 }], { undoing: false })
    for (const record of desk?.records ?? []) folding.add(record)
    const folded = folding.finish()
    expect(folding.finish()).toBe(folded)
    for (const record of desk?.records ?? []) folding.add(record)
    expect(folding.finish()).toBe(folded)
  })
})
