import { isStale } from '../../../domain/judged-version'
import { contrary, dayOrMissing, fact, missing, textOrMissing } from '../../evidence'
import type { AutomaticRule } from '../../rule'

/**
 * Art. 13: 对通过审核的产业技术创新战略联盟，省科技厅提请……协调指导小组组织会商，研究确定试点联盟名单. Let through by the panel, consulted on or after the day of
 * its sitting, and settled (确定); the minutes' date is the decision (note 17).
 */
export const settledByGroup: AutomaticRule = {
  id: 'R13-1',
  kind: 'automatic',
  source: { kind: 'statute', clause: '13' },
  stage: 'publication',
  consequence: 'no-batch',
  criterionIds: [],
  check: ({ proceedings }) => {
    const { consultation, panel, panelOpinion } = proceedings
    if (consultation === null) return { verdict: 'not-applicable', evidence: [] }
    const { heldOn, decision, minutesNo } = consultation
    const passed = panelOpinion?.conclusion === 'pass' || panelOpinion?.conclusion === 'pass-after-rework'
    const afterPanel = panel !== null && panel.heldOn <= heldOn && passed
    const stale = isStale(consultation, proceedings)
    return {
      verdict: afterPanel && decision === 'decided' && !stale ? 'met' : 'not-met',
      evidence: [
        dayOrMissing('panelHeldOn', panel?.heldOn ?? null, 'panel'),
        ...(panelOpinion === null
          ? [missing('panelOpinion')]
          : passed
            ? []
            : [contrary.code('panelConclusion', `conclusion.${panelOpinion.conclusion}`)]),
        (panel !== null && panel.heldOn > heldOn ? contrary : fact).day('consultationHeldOn', heldOn),
        (decision === 'decided' ? fact : contrary).code('consultationDecision', `consultation.${decision}`),
        ...(stale ? [contrary.count('consultationOnVersion', consultation.dossierVersion ?? 0)] : []),
        textOrMissing('minutesNo', minutesNo, 'consultation.minutesNo'),
      ],
    }
  },
}
