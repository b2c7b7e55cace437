import type { Expert } from '../../domain/panel'
import { contrary, fact, hint, type Evidence } from '../evidence'
import type { AutomaticRule } from '../rule'
import { dossierIdOf } from './dossier-id-of'
import { panelStanding, type PanelCheck } from './panel-standing'

/** Work rule at Art. 12 (note 16): size, oddness, presence, quorum, units, composition, leader, pledges and recusal. */
export const panelInOrder: AutomaticRule = {
  id: 'R12-0b',
  kind: 'automatic',
  source: { kind: 'work-rule', article: 12 },
  stage: 'panel',
  consequence: 'panel-invalid',
  criterionIds: [],
  check: ({ proceedings }) => {
    const { panel, recusalDecisions, recusalDeclarations, recusalsToRenew } = proceedings
    if (panel === null) return { verdict: 'not-applicable', evidence: [] }
    const dossierId = dossierIdOf(proceedings)
    if (dossierId === null) return { verdict: 'not-met', evidence: [contrary.code('panelCheck', 'panel.no-dossier')] }
    const { stands, checks } = panelStanding(
      ...([panel, dossierId, recusalDecisions, recusalDeclarations, recusalsToRenew] as const),
    )
    return {
      verdict: stands ? 'met' : 'not-met',
      evidence: [
        fact.count('panelSize', panel.members.length),
        ...checks.flatMap((check) => checkEvidence(check, panel.experts)),
      ],
    }
  },
}

function checkEvidence(
  { key, ok, actual, wanted, expertIds }: PanelCheck,
  experts: readonly Expert[],
): readonly Evidence[] {
  if (ok) return []
  return [
    contrary.code('panelCheck', `panel.${key}`),
    ...(actual === null ? [] : [hint.count('panelActual', actual)]),
    ...(wanted === null ? [] : [hint.count('panelWanted', wanted)]),
    ...expertIds.map((expertId) =>
      hint.text('expert', experts.find(({ id }) => id === expertId)?.name ?? expertId, { expertId }),
    ),
  ]
}
