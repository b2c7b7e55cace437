import { hasApplied } from '../../applied'
import { businessOpinions, organisationOpinion } from '../../division-opinions'
import { contrary, fact, missing, type Evidence } from '../../evidence'
import type { AutomaticRule, Rule } from '../../rule'
import { staleEvidence } from './article-10'
import { unresolvedAmong } from '../../unresolved'

/**
 * Art. 12: 在相关业务处室进行必要性与技术审核后，政策法规处组织专家组，对通过必要性与技术审核的联盟进行综合审核. Every business opinion passes and, once a panel is set,
 * is older than its sitting (note 13; the same day by setting). By setting the organisational opinion as well (note
 * 12). Not applicable until a division has opined or a panel is set.
 */
export const panelAfterDivision: AutomaticRule = {
  id: 'R12-0a',
  kind: 'automatic',
  source: { kind: 'statute', clause: '12' },
  stage: 'panel',
  consequence: 'no-panel',
  criterionIds: [],
  check: (facts) => {
    const isReached = facts.proceedings.divisionOpinions.length > 0 || facts.proceedings.panel !== null
    if (!hasApplied(facts.content) || !isReached) return { verdict: 'not-applicable', evidence: [] }
    const { organisationBeforePanel, panelOnDayOfOpinion } = facts.settings.interpretation
    const heldOn = facts.proceedings.panel?.heldOn ?? null
    const business = businessOpinions(facts)
    const wanted = [...business, ...(organisationBeforePanel ? [organisationOpinion(facts)] : [])]
    const evidence: Evidence[] = business.length === 0 ? [missing('application.hostDivision')] : []
    let inOrder = business.length > 0
    for (const { kind, divisionName, opinion, isStale } of wanted) {
      if (opinion === null) {
        evidence.push(fact.text('opinionOf', divisionName), missing(`opinion.${kind}`))
        inOrder = false
        continue
      }
      const passed = opinion.conclusion === 'pass'
      const early = heldOn === null || opinion.signedOn < heldOn || (panelOnDayOfOpinion && opinion.signedOn === heldOn)
      evidence.push(
        fact.text('opinionOf', opinion.divisionName),
        (passed ? fact : contrary).code('opinionConclusion', `division.${opinion.conclusion}`),
        (early ? fact : contrary).day('opinionSignedOn', opinion.signedOn),
        ...staleEvidence(opinion, isStale),
      )
      inOrder &&= passed && early && !isStale
    }
    if (heldOn !== null) evidence.push(fact.day('panelHeldOn', heldOn))
    return { verdict: inOrder ? 'met' : 'not-met', evidence }
  },
}

/**
 * Art. 12(3): 符合试点联盟其他条件的规定. It pulls in all of Art. 9 (note 15): no item of Art. 9 is left without an answer, by a
 * person for the rule or by the panel for its criterion. What was answered, and against whom, is not asked here.
 */
export const otherConditionsResolved = (article9: readonly Rule[]): AutomaticRule => ({
  id: 'R12-3',
  kind: 'automatic',
  source: { kind: 'statute', clause: '12.3' },
  stage: 'panel',
  consequence: 'no-conclusion',
  criterionIds: [],
  check: (facts) => {
    if (facts.proceedings.panel === null) return { verdict: 'not-applicable', evidence: [] }
    const open = unresolvedAmong(article9, facts, facts.proceedings.panelOpinion?.items ?? [])
    return {
      verdict: open.length === 0 ? 'met' : 'not-met',
      evidence: [fact.count('openItemCount', open.length), ...open.map((id) => contrary.text('openItem', id))],
    }
  },
})
