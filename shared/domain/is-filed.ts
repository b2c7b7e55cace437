import type { DossierContent } from './dossier'
import type { Proceedings } from './proceedings'

/**
 * Whether an alliance is filed (Art. 6): by a decision, or by what was entered of an earlier one, and not taken back
 * since.
 */
export const isFiled = (
  { filing }: Pick<DossierContent, 'filing'>,
  { filingDecision }: Pick<Proceedings, 'filingDecision'>,
): boolean =>
  filingDecision === null
    ? filing.filedOn !== null
    : filingDecision.decision === 'filed' || keptFiling(filing, filingDecision)

/** A refusal says nothing against a filing that was entered as known; a withdrawal ends it. */
const keptFiling = (
  filing: DossierContent['filing'],
  { decision }: NonNullable<Proceedings['filingDecision']>,
): boolean => decision === 'refused' && filing.filedOn !== null
