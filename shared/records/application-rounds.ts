import type { CalendarDate } from '../domain/date'
import type { Row } from './projection'
import { ancestorsOf } from './ancestors'

/** One application (Art. 8): what was judged in it counts in no other. The first reaches back to the first record. */
export type ApplicationRound = {
  /** From 1. */
  readonly number: number
  /** Stamp of the move that began it; `null`: the first round. */
  readonly from: string | null
  readonly on: CalendarDate | null
}

const isApplication = ({ value }: Row<'statuses'>): boolean =>
  value.action === 'apply-pilot' || value.action === 'apply-again'

/**
 * The rounds of a dossier out of everything said of its status, the oldest first. Only moves that led to what shows
 * count: an application on the losing side of a conflict begins no round. The first application begins none either, for
 * what was judged before it belongs to filing and intake.
 */
export function applicationRounds(
  shown: Row<'statuses'> | undefined,
  said: readonly Row<'statuses'>[],
): readonly ApplicationRound[] {
  const first: ApplicationRound = { number: 1, from: null, on: null }
  if (shown === undefined) return [first]
  const again = [...ancestorsOf(shown, said), shown].filter(isApplication).slice(1)
  return [first, ...again.map(({ stamp, value }, index) => ({ number: index + 2, from: stamp, on: value.on }))]
}
