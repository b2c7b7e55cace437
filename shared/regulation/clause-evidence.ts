import type { ClauseKey, DossierContent } from '../domain/dossier'
import { fact, missing, type Evidence } from './evidence'

export const hasClause = ({ agreement }: DossierContent, key: ClauseKey): boolean =>
  (agreement.clauses[key] ?? null) !== null

/** The clause number as the agreement prints it, or that the agreement has none. */
export function clauseEvidence({ agreement }: DossierContent, key: ClauseKey): Evidence {
  const clause = agreement.clauses[key] ?? null
  return clause === null ? missing(`clause.${key}`) : fact.text(`clause.${key}`, clause.number)
}
