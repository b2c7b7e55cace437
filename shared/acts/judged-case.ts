import type { JudgedVersion } from '../domain/judged-version'
import { saysTheSame } from '../domain/judging'
import { checkDossier } from '../regulation/check-dossier'
import { regulationOf } from '../regulation/versions'
import type { DossierCase } from './dossier-case'

/**
 * The dossier with the content of the version that an act judged, checked as such: what a paper of the act is made of.
 * The case itself where that version is the present one, or is not known.
 */
export function caseAt(dossier: DossierCase, { dossierHash }: JudgedVersion): DossierCase {
  const judged = dossier.versions.find(({ contentHash }) => contentHash === dossierHash)
  if (judged === undefined || judged.contentHash === dossier.contentHash) return dossier
  const { version, content, contentHash } = judged
  const presentHashes = dossier.versions
    .filter((other) => saysTheSame(other.content, content))
    .map((other) => other.contentHash)
  const proceedings = { ...dossier.file.proceedings, presentHashes }
  const facts = { ...dossier.facts, content, proceedings }
  return {
    ...dossier,
    file: { ...dossier.file, version, content, proceedings },
    contentHash,
    facts,
    results: checkDossier(regulationOf(dossier.file), facts),
  }
}

/**
 * The same for the opinion of a panel, which is printed on the version that it judged: where it stands for the present
 * one, or went out with a publication. Else the present case, whose paper then lacks the confirmation.
 */
export function caseOfPanelOpinion(dossier: DossierCase, opinion: JudgedVersion): DossierCase {
  const { reviewConfirmations, pilotTerm, presentHashes = [] } = dossier.file.proceedings
  const isCovered =
    pilotTerm !== null ||
    (opinion.dossierHash !== undefined && presentHashes.includes(opinion.dossierHash)) ||
    reviewConfirmations.some(({ dossierHash }) => presentHashes.includes(dossierHash))
  return isCovered ? caseAt(dossier, opinion) : dossier
}
