import type { DossierContent } from '../domain/dossier'
import { namesOfDossier } from '../domain/dossier-lock'
import type { ExpertId } from '../domain/ids'
import type { JudgedVersion } from '../domain/judged-version'
import type { RecusalDecision, RecusalDeclaration } from '../domain/panel'
import { foldName } from '../lib/names'
import type { DossierVersion } from './handled-versions'

type Word = RecusalDeclaration | RecusalDecision

/**
 * A word that names the version by its number alone (the dossier was still locked), with the hash that the number has
 * here.
 */
export const withHash = <W extends JudgedVersion>(word: W, versions: readonly DossierVersion[]): W => {
  if (word.dossierHash !== undefined || word.dossierVersion === undefined) return word
  const seen = versions.find(({ version }) => version === word.dossierVersion)
  return seen === undefined ? word : { ...word, dossierHash: seen.contentHash }
}

/**
 * Experts whose last words on recusal are all of versions that did not name a unit or person whom the present one
 * names: nobody has asked them about those. Whoever is recused stays so. Words of older programs name no version and
 * are let be.
 */
export function recusalsToRenew(
  declarations: readonly RecusalDeclaration[],
  decisions: readonly RecusalDecision[],
  present: { readonly content: DossierContent; readonly presentHashes: readonly string[] },
  versions: readonly DossierVersion[],
): readonly ExpertId[] {
  const named = namedIn(present.content, 'now')
  const covers = ({ dossierHash }: Word): boolean => {
    if (dossierHash === undefined || present.presentHashes.includes(dossierHash)) return true
    const seen = versions.find(({ contentHash }) => contentHash === dossierHash)
    if (seen === undefined) return false
    const known = new Set(namedIn(seen.content, 'ever').flat())
    return named.every((names) => names.some((name) => known.has(name)))
  }
  const recused = new Set(decisions.filter(({ decision }) => decision === 'recused').map(({ expertId }) => expertId))
  const words: readonly Word[] = [...declarations, ...decisions]
  const experts = new Set(words.map(({ expertId }) => expertId))
  return [...experts].filter((id) => !recused.has(id) && !words.some((word) => word.expertId === id && covers(word)))
}

/** Everybody whom a dossier names, a unit under all its names, folded; `ever`: those who left as well. */
function namedIn(content: DossierContent, span: 'now' | 'ever'): readonly (readonly string[])[] {
  const { alliance, members, agreement } = namesOfDossier(content)
  const units = members.filter(({ leftOn }) => span === 'ever' || leftOn === null)
  return [
    [alliance.chairPerson],
    [alliance.secretaryGeneral],
    ...units.flatMap(({ fullName, formerNames, parentUnit, legalRepresentatives }) => [
      [fullName, ...formerNames],
      [parentUnit ?? ''],
      ...legalRepresentatives.map(({ name }) => [name]),
    ]),
    ...agreement.signatures.map(({ signer }) => [signer]),
  ]
    .map((names) => names.map(foldName).filter((name) => name !== ''))
    .filter((names) => names.length > 0)
}
