import { isSameJson } from '../lib/same-json'
import type { DossierContent, DossierFile } from './dossier'

/** What an act names that is done now: the version of the dossier that its author has before the eyes. */
export const judgedNow = (dossier: { readonly file: Pick<DossierFile, 'version'>; readonly contentHash: string }) => ({
  dossierVersion: dossier.file.version,
  dossierHash: dossier.contentHash,
})

/**
 * Whether what was judged on one version holds for another: nothing differs but how the office routes and numbers it
 * (filing and application), and, where there was an application already, neither its day nor the applicant.
 */
export function saysTheSame(seen: DossierContent, present: DossierContent): boolean {
  const hadApplied = seen.application.appliedOn !== null
  const substance = (content: DossierContent) => {
    const { appliedOn, applicantUnitId } = content.application
    return { ...content, filing: null, application: hadApplied ? { appliedOn, applicantUnitId } : null }
  }
  return isSameJson(substance(seen), substance(present))
}
