import type { SealingRound } from '../domain/sealing-round'
import { differs, type OpinionStanding } from './opinion-standing'
import type { Row } from './projection'

/** How hashes first and opening together went, for the papers; null where no hash was sent and nothing was opened. */
export function sealingRoundOf(
  panelId: string,
  standings: readonly OpinionStanding[],
  reveals: readonly Row<'opinionReveals'>[],
): SealingRound | null {
  const openings = reveals
    .filter(({ value }) => value.panelId === panelId)
    .toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1))
    .map(({ value: { on, by } }) => ({ on, by }))
  if (openings.length === 0 && standings.every(({ commitments }) => commitments.length === 0)) return null
  return {
    openings,
    experts: standings.map(({ expertId, commitments, changes }) => ({
      expertId,
      promises: commitments.map(({ row, check, isLate }) => ({
        version: row.value.opinionVersion,
        commitment: row.value.commitment,
        committedOn: row.value.committedOn,
        outcome: differs(check) ? 'differs' : check === 'matches' ? 'kept' : 'awaited',
        isLate,
      })),
      changes: changes.map(({ from, to, parts, isAfterReveal }) => ({
        from: from.value.version,
        to: to.value.version,
        parts: parts.length,
        isAfterOpening: isAfterReveal,
      })),
    })),
  }
}
