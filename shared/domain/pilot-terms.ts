import type { Evaluation, PilotTerm } from './pilot'
import type { Proceedings } from './proceedings'

type Terms = Pick<Proceedings, 'pilotTerm' | 'earlierTerms'>

/** Every term of a pilot, the oldest first and the present one last (Art. 14, 17). */
export const termsOf = ({ pilotTerm, earlierTerms = [] }: Terms): readonly PilotTerm[] =>
  pilotTerm === null ? [] : [...earlierTerms, pilotTerm]

/**
 * The evaluation of one term, the last word on it (Art. 17): one that names the term, whenever it was decided; of those
 * that name none, the last that was decided (or opened) in the term or after. A late one so serves the term that it is
 * of, and no other.
 */
export const evaluationOf = (
  { evaluations }: Pick<Proceedings, 'evaluations'>,
  term: PilotTerm,
): Evaluation | undefined =>
  evaluations.findLast(({ termFrom, decidedOn, openedOn }) =>
    termFrom === undefined ? (decidedOn ?? openedOn ?? term.from) >= term.from : termFrom === term.from,
  )

/** Number of the evaluation of a term among all of the alliance, from 1: the same as before where the term has one. */
export function evaluationCycle(proceedings: Pick<Proceedings, 'evaluations'>, term: PilotTerm): number {
  const present = evaluationOf(proceedings, term)
  return present === undefined ? proceedings.evaluations.length + 1 : proceedings.evaluations.indexOf(present) + 1
}
