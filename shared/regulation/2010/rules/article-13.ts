import { contrary, dayOrMissing, fact, missing, textOrMissing } from '../../evidence'
import type { AutomaticRule } from '../../rule'

/**
 * Art. 13: 对通过审核的产业技术创新战略联盟，省科技厅提请……协调指导小组组织会商，研究确定试点联盟名单.
 * Consulted on or after the day of the panel, and settled (确定); the minutes' date is the decision (trap A17).
 */
export const settledByGroup: AutomaticRule = {
  id: 'R13-1',
  kind: 'automatic',
  source: { kind: 'statute', clause: '13' },
  stage: 'publication',
  consequence: 'no-batch',
  criterionIds: [],
  check: ({ proceedings: { consultation, panel, panelOpinion } }) => {
    if (consultation === null) return { verdict: 'not-applicable', evidence: [] }
    const { heldOn, decision, minutesNo } = consultation
    const afterPanel = panel !== null && panel.heldOn <= heldOn && panelOpinion !== null
    return {
      verdict: afterPanel && decision === 'decided' ? 'met' : 'not-met',
      evidence: [
        dayOrMissing('panelHeldOn', panel?.heldOn ?? null, 'panel'),
        ...(panelOpinion === null ? [missing('panelOpinion')] : []),
        (panel !== null && panel.heldOn > heldOn ? contrary : fact).day('consultationHeldOn', heldOn),
        (decision === 'decided' ? fact : contrary).code('consultationDecision', `consultation.${decision}`),
        textOrMissing('minutesNo', minutesNo, 'consultation.minutesNo'),
      ],
    }
  },
}
