import { currentMembers, memberById } from '../../../domain/dossier'
import { contrary, fact, hint, missing, textOrMissing } from '../../evidence'
import type { JudgementRule, PreparedRule } from '../../rule'

const base = { source: { kind: 'statute', clause: '12.2' }, stage: 'panel', criterionIds: ['C12-2'] } as const

/** Art. 12(2): 技术创新目标……明确. */
export const goalsClear: JudgementRule = {
  ...base,
  id: 'R12-2a',
  kind: 'judgement',
  consequence: 'panel-judges',
  gather: ({ content: { goals, tasks } }) => [
    textOrMissing('goals', goals.overall, 'goals.overall'),
    textOrMissing('goalStages', goals.stages, 'goals.stages'),
    ...tasks
      .filter((task) => task.indicators.trim() === '')
      .map(({ id, name }) => hint.text('taskWithoutIndicators', name, { taskId: id })),
  ],
}

/** Art. 12(2): 成员单位的任务分工明确. Every member has a task, every task has a lead that is still a member. */
export const tasksDivided: PreparedRule = {
  ...base,
  id: 'R12-2b',
  kind: 'prepared',
  consequence: 'panel-judges',
  gather: ({ content }) => {
    const { tasks } = content
    const members = currentMembers(content)
    const busy = new Set(tasks.flatMap((task) => [task.leadUnitId, ...task.unitIds]))
    const idle = members.filter((member) => !busy.has(member.unitId))
    return [
      tasks.length === 0 ? missing('tasks') : fact.count('taskCount', tasks.length),
      fact.count('memberCount', members.length),
      fact.count('membersWithTask', members.length - idle.length),
      ...idle.map(({ unitId, fullName }) => hint.text('memberWithoutTask', fullName, { unitId })),
      ...tasks.flatMap(({ id, name, leadUnitId }) => {
        if (leadUnitId === null) return [hint.text('taskWithoutLead', name, { taskId: id })]
        const lead = memberById(content, leadUnitId)
        return lead !== undefined && lead.leftOn === null
          ? []
          : [contrary.text('taskLeadNoMember', name, { taskId: id })]
      }),
    ]
  },
}
