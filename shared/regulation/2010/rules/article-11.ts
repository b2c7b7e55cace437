import type { RuleId } from '../../../domain/rule-ids'
import type { ClauseRef } from '../../clause-ref'
import { businessOpinions } from '../../division-opinions'
import { contrary, fact, missing, textOrMissing, type Evidence } from '../../evidence'
import { industryFacts } from '../../industry-facts'
import type { Facts, JudgementRule, PreparedRule } from '../../rule'

const base = { stage: 'division', criterionIds: [] } as const

/** Art. 11: 省科技厅相关业务处室对联盟的行业地位进行评价以及必要性和技术性审核. */
export const standingInTrade: JudgementRule = {
  ...base,
  id: 'R11-0',
  kind: 'judgement',
  source: { kind: 'statute', clause: '11' },
  consequence: 'review-missing',
  gather: (facts) => {
    const [host] = businessOpinions(facts)
    return [
      textOrMissing('standing', host?.isStale === false ? (host.opinion?.standing ?? '') : '', 'opinion.standing'),
    ]
  },
}

/** Art. 11(1): 属于我省重点发展的“7+3”优势产业和战略性新兴产业范围. The list in force on the day of application (note 33). */
export const industryInCatalogue: PreparedRule = {
  ...base,
  id: 'R11-1a',
  kind: 'prepared',
  source: { kind: 'statute', clause: '11.1' },
  consequence: 'does-not-conform',
  gather: (facts) => industryFacts(facts, contrary),
}

const goalsAndTasks = ({ content: { goals, tasks } }: Facts): readonly Evidence[] => [
  textOrMissing('goals', goals.overall, 'goals.overall'),
  ...(tasks.length === 0 ? [missing('tasks')] : tasks.map(({ id, name }) => fact.text('task', name, { taskId: id }))),
]

const point = (
  id: RuleId,
  clause: ClauseRef,
  gather: (facts: Facts) => readonly Evidence[] = goalsAndTasks,
): JudgementRule => ({
  ...base,
  id,
  kind: 'judgement',
  source: { kind: 'statute', clause },
  consequence: 'division-opinion',
  gather,
})

/**
 * Art. 11(1): 试点联盟技术创新目标和任务应结合国家战略目标，体现全省经济社会发展战略，符合《……规划纲要（2006-2020年）》确定的重点领域，
 * 以及国家产业、环保和能源政策等.
 */
export const strategyAndPolicy = point('R11-1b', '11.1')

/** Art. 11(2): 体现所在产业领域的重大技术创新需求，有利于推动相关产业实现重大技术突破，形成产业核心技术标准，支撑和引领产业技术创新. */
export const majorNeed = point('R11-2', '11.2', (facts) => [
  ...goalsAndTasks(facts),
  fact.count('standardTaskCount', facts.content.tasks.filter((task) => task.chainLink === 'standard').length),
])

/** Art. 11(3): 具有较强的产业带动作用，有利于集聚创新资源，形成产业技术创新链. */
export const drivingForce = point('R11-3', '11.3', (facts) => [
  ...goalsAndTasks(facts),
  fact.count('chainLinkCount', new Set(facts.content.tasks.map((task) => task.chainLink)).size),
])

/** Art. 11(4): 有利于解决产业发展的关键和共性技术问题，提升产业核心竞争力，促进产业结构优化升级，加快产业发展. */
export const keyAndCommonTechnology = point('R11-4', '11.4', (facts) => [
  ...goalsAndTasks(facts),
  fact.count('keyTaskCount', facts.content.tasks.filter((task) => task.nature !== 'other').length),
])
