import { currentMembers, type DossierContent } from '../../../domain/dossier'
import { hasApplied } from '../../applied'
import { fact, hint, missing, type Evidence } from '../../evidence'
import type { EvidenceCode } from '../../evidence-keys'
import type { AutomaticRule, PreparedRule } from '../../rule'

const base = { source: { kind: 'statute', clause: '9.5' }, stage: 'panel', criterionIds: ['C9-5'] } as const

const partsOf = ({ plan }: DossierContent): readonly (readonly [EvidenceCode, boolean])[] => [
  ['plan.overall', plan.overall.trim() !== ''],
  ['plan.stages', plan.stages.trim() !== ''],
  ['plan.keyTasks', plan.keyTasks.trim() !== ''],
  ['plan.division', plan.division.some((row) => row.work.trim() !== '')],
  ['plan.annual', plan.annual.trim() !== ''],
]

/** Art. 9(5): 发展战略规划须确定联盟建设发展的总体目标、阶段目标和重点任务，明晰各成员单位的任务分工和年度计划等. */
export const planComplete: AutomaticRule = {
  ...base,
  id: 'R09-5a',
  kind: 'automatic',
  consequence: 'supplement',
  check: ({ content }) => {
    if (!hasApplied(content)) return { verdict: 'not-applicable', evidence: [] }
    const parts = partsOf(content)
    return {
      verdict: parts.every(([, there]) => there) ? 'met' : 'not-met',
      evidence: [
        fact.count('planPartCount', parts.filter(([, there]) => there).length),
        ...parts.filter(([, there]) => !there).map(([code]): Evidence => missing(code)),
      ],
    }
  },
}

/** Art. 9(5): 明晰各成员单位的任务分工. */
export const planNamesEveryMember: PreparedRule = {
  ...base,
  id: 'R09-5b',
  kind: 'prepared',
  consequence: 'hint',
  gather: ({ content }) => {
    const named = new Set(content.plan.division.filter((row) => row.work.trim() !== '').map((row) => row.unitId))
    const members = currentMembers(content)
    return [
      fact.count('membersInPlan', members.filter((member) => named.has(member.unitId)).length),
      fact.count('memberCount', members.length),
      ...members
        .filter((member) => !named.has(member.unitId))
        .map(({ unitId, fullName }) => hint.text('memberNotInPlan', fullName, { unitId })),
    ]
  },
}
