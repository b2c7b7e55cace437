import { memberById } from '../../../domain/dossier'
import { sumFen } from '../../../lib/money'
import { hasApplied } from '../../applied'
import { clauseEvidence, hasClause } from '../../clause-evidence'
import { dayOrMissing, fact, missing, textOrMissing } from '../../evidence'
import type { AutomaticRule, JudgementRule, PreparedRule } from '../../rule'

const base = { source: { kind: 'statute', clause: '9.3' }, stage: 'panel', criterionIds: ['C9-3'] } as const

/** Art. 9(3): 健全经费管理制度。对联盟经费要制定相应的内部管理办法. */
export const fundsRule: PreparedRule = {
  ...base,
  id: 'R09-3a',
  kind: 'prepared',
  consequence: 'supplement',
  gather: ({ content }) => {
    const { rule, managingUnitId } = content.funds
    const material = content.materials.find((candidate) => candidate.code === 'funds-rule')
    const manager = memberById(content, managingUnitId)
    return [
      ...(rule === null
        ? [missing('funds.rule')]
        : [
            fact.text('fundsRule', rule.name),
            dayOrMissing('fundsRuleAdoptedOn', rule.adoptedOn, 'funds.ruleAdoptedOn'),
          ]),
      material === undefined
        ? missing('material.funds-rule')
        : fact.text('material', material.title, { materialId: material.id }),
      ...(manager === undefined ? [] : [fact.text('fundsManager', manager.fullName, { unitId: manager.unitId })]),
    ]
  },
}

/** Art. 9(3): 并建立经费使用的内部监督机制. */
export const fundsSupervision: JudgementRule = {
  ...base,
  id: 'R09-3b',
  kind: 'judgement',
  consequence: 'supplement',
  gather: ({ content }) => [textOrMissing('fundsSupervision', content.funds.supervision, 'funds.supervision')],
}

/** Art. 9(3): 并在协议中明确违反规定应当承担的相应违约责任. A clause of the agreement, not of the funds rule (note 10). */
export const fundsBreachClause: AutomaticRule = {
  ...base,
  id: 'R09-3c',
  kind: 'automatic',
  consequence: 'does-not-conform',
  check: ({ content }) =>
    hasApplied(content)
      ? {
          verdict: hasClause(content, 'fundsBreach') ? 'met' : 'not-met',
          evidence: [clauseEvidence(content, 'fundsBreach')],
        }
      : { verdict: 'not-applicable', evidence: [] },
}

/** Art. 9(3): 政府资助经费的使用要按照相关规定执行，并接受有关部门的监督. */
export const governmentFunds: PreparedRule = {
  ...base,
  id: 'R09-3d',
  kind: 'prepared',
  consequence: 'hint',
  gather: ({ content }) => {
    const { injections, governmentAccounting } = content.funds
    const granted = sumFen(injections.filter((item) => item.source === 'government').map((item) => item.amountFen))
    if (granted === 0) return [fact.fen('governmentFunds', 0)]
    const material = content.materials.find((candidate) => candidate.code === 'government-accounting')
    return [
      fact.fen('governmentFunds', granted),
      ...(material === undefined
        ? [textOrMissing('governmentAccounting', governmentAccounting, 'funds.governmentAccounting')]
        : [fact.text('material', material.title, { materialId: material.id })]),
    ]
  },
}
