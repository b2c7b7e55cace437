import { addYears } from '../../../domain/date'
import type { DossierContent } from '../../../domain/dossier'
import { sumFen } from '../../../lib/money'
import { hasApplied } from '../../applied'
import { contrary, dayOrMissing, fact, hint, missing, textOrMissing, type Evidence } from '../../evidence'
import { firstMoneyOn, operationReferenceDay, operationSpan } from '../../operation-span'
import type { AutomaticRule, JudgementRule } from '../../rule'

const base = { source: { kind: 'statute', clause: '9.4' }, stage: 'panel', criterionIds: ['C9-4'] } as const

const isProved = (content: DossierContent, materialId: string | null): boolean =>
  content.materials.some((material) => material.id === materialId)

/** Art. 9(4): 已投入资金. Money that is proved by a material of the dossier; what is unproved is shown and not counted. */
export const fundsReceived: AutomaticRule = {
  ...base,
  id: 'R09-4a',
  kind: 'automatic',
  consequence: 'does-not-conform',
  check: ({ content }) => {
    if (!hasApplied(content)) return { verdict: 'not-applicable', evidence: [] }
    const { injections } = content.funds
    const proved = sumFen(
      injections.filter((item) => isProved(content, item.evidenceMaterialId)).map((item) => item.amountFen),
    )
    const unproved = sumFen(injections.map((item) => item.amountFen)) - proved
    const evidence: Evidence[] = [(proved > 0 ? fact : contrary).fen('fundsProved', proved)]
    if (injections.length === 0) evidence.push(missing('funds.injections'))
    if (unproved > 0) evidence.push(hint.fen('fundsUnproved', unproved), missing('funds.proof'))
    return { verdict: proved > 0 ? 'met' : 'not-met', evidence }
  },
}

/**
 * Art. 9(4): 已投入资金开始运行1年以上. From the later of first money and start of operation to the day of acceptance (setting,
 * note 9); while that day has not come, to today. Exactly one year is enough.
 */
export const oneYearInOperation: AutomaticRule = {
  ...base,
  id: 'R09-4b',
  kind: 'automatic',
  consequence: 'does-not-conform',
  check: ({ content, proceedings, settings, today }) => {
    if (!hasApplied(content)) return { verdict: 'not-applicable', evidence: [] }
    const span = operationSpan(content, settings, proceedings, today)
    const given = [
      dayOrMissing('firstMoneyOn', firstMoneyOn(content), 'funds.injections'),
      dayOrMissing('operationStartedOn', content.funds.operationStartedOn, 'funds.operationStartedOn'),
    ]
    if (span === null) return { verdict: 'not-met', evidence: given }
    const reference = operationReferenceDay(content, settings, proceedings)
    return {
      verdict: span.isFullYear ? 'met' : 'not-met',
      evidence: [
        ...given,
        fact.day('countedFrom', span.from),
        (reference === null ? hint : fact).day('countedTo', span.to),
        fact.code('referenceDay', `reference.${span.reference}`),
        fact.count('yearsInOperation', span.years),
        fact.count('monthsInOperation', span.months),
        fact.count('daysInOperation', span.days),
        (span.isFullYear ? fact : contrary).day('fullYearOn', addYears(span.from, 1)),
      ],
    }
  },
}

/** Art. 9(4): 产业技术创新链构建任务明确、目标清晰. */
export const innovationChain: JudgementRule = {
  ...base,
  id: 'R09-4c',
  kind: 'judgement',
  consequence: 'panel-judges',
  gather: ({ content: { goals, tasks } }) => [
    textOrMissing('goals', goals.overall, 'goals.overall'),
    tasks.length === 0 ? missing('tasks') : fact.count('taskCount', tasks.length),
    fact.count('chainLinkCount', new Set(tasks.map((task) => task.chainLink)).size),
  ],
}
