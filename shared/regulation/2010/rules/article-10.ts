import { hasApplied } from '../../applied'
import type { JudgedVersion } from '../../../domain/judged-version'
import { businessOpinions, organisationOpinion, type WantedOpinion } from '../../division-opinions'
import { contrary, fact, missing, type Evidence } from '../../evidence'
import type { AutomaticRule } from '../../rule'

/**
 * Art. 10: 省科技厅相关业务处室负责对试点联盟组建的必要性和技术性进行审核，政策法规处负责对试点联盟的组织形式进行审核，形成审核意见. Both kinds are on file and pass; every
 * division that must opine has done so (note 6, 12). Not applicable until the first of them is on file or a later stage
 * began: nobody is late before that. As a guard it blocks all the same, for it is not met.
 */
export const bothOpinionsOnFile: AutomaticRule = {
  id: 'R10-1',
  kind: 'automatic',
  source: { kind: 'statute', clause: '10' },
  stage: 'consultation',
  consequence: 'no-consultation',
  criterionIds: [],
  check: (facts) => {
    const { divisionOpinions, panel, consultation } = facts.proceedings
    const isReached = divisionOpinions.length > 0 || panel !== null || consultation !== null
    if (!hasApplied(facts.content) || !isReached) return { verdict: 'not-applicable', evidence: [] }
    const business = businessOpinions(facts)
    const wanted = [...business, organisationOpinion(facts)]
    return {
      verdict:
        business.length > 0 && wanted.every((item) => item.opinion?.conclusion === 'pass' && !item.isStale)
          ? 'met'
          : 'not-met',
      evidence: [
        ...(business.length === 0 ? [missing('application.hostDivision')] : []),
        ...wanted.flatMap(opinionEvidence),
      ],
    }
  },
}

/** The version that an opinion judged, where it is not the present one. */
export const staleEvidence = (opinion: JudgedVersion, isStale: boolean): readonly Evidence[] =>
  isStale ? [contrary.count('divisionOnVersion', opinion.dossierVersion ?? 0)] : []

function opinionEvidence({ kind, divisionName, opinion, isStale }: WantedOpinion): readonly Evidence[] {
  if (opinion === null) return [fact.text('opinionOf', divisionName), missing(`opinion.${kind}`)]
  return [
    fact.text('opinionOf', opinion.divisionName),
    (opinion.conclusion === 'pass' ? fact : contrary).code('opinionConclusion', `division.${opinion.conclusion}`),
    fact.day('opinionSignedOn', opinion.signedOn),
    ...staleEvidence(opinion, isStale),
  ]
}
