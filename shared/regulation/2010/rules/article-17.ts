import { addMonths } from '../../../domain/date'
import { evaluationOf } from '../../../domain/pilot-terms'
import { contrary, dayOrMissing, fact, hint, missing } from '../../evidence'
import type { AutomaticRule, JudgementRule } from '../../rule'

const base = { source: { kind: 'statute', clause: '17' }, stage: 'pilot', criterionIds: [] } as const

/**
 * Art. 17: 省级相关部门对试点联盟每三年进行测评和登记，重新公布试点联盟名单. An evaluation is open in the last months of the term (setting)
 * and decided by its end; afterwards the pilot is expired and to be evaluated, neither valid nor revoked (note 20).
 */
export const evaluationInTime: AutomaticRule = {
  ...base,
  id: 'R17-1',
  kind: 'automatic',
  consequence: 'reminder',
  check: ({ proceedings, settings, today }) => {
    const { pilotTerm: term, revocation } = proceedings
    if (term === null || revocation !== null) return { verdict: 'not-applicable', evidence: [] }
    const opensOn = addMonths(term.to, -settings.interpretation.evaluationLeadMonths)
    const head = [fact.day('termTo', term.to), fact.day('evaluationOpensOn', opensOn)]
    if (today < opensOn) return { verdict: 'not-applicable', evidence: head }
    const evaluation = evaluationOf(proceedings, term)
    const openedOn = evaluation?.openedOn ?? null
    const result = evaluation?.result ?? null
    const overdue = today > term.to
    return {
      verdict: result !== null || (openedOn !== null && !overdue) ? 'met' : 'not-met',
      evidence: [
        ...head,
        evaluation === undefined
          ? missing('evaluation')
          : dayOrMissing('evaluationOpenedOn', openedOn, 'evaluation.openedOn'),
        ...(result === null ? [] : [fact.code('evaluationResult', `evaluation.${result}`)]),
        ...(overdue && result === null ? [contrary.flag('termEnded', true)] : []),
      ],
    }
  },
}

/** Art. 17: 测评不合格者，撤销其试点联盟资格. It carries no bar by the text (setting, note 27). */
export const evaluationResult: JudgementRule = {
  ...base,
  id: 'R17-2',
  kind: 'judgement',
  consequence: 'revocation',
  gather: ({ proceedings: { evaluations, annualReports } }) => [
    ...evaluations.flatMap(({ decidedOn, result }) =>
      result === null
        ? []
        : [
            (result === 'qualified' ? fact : hint).code('evaluationResult', `evaluation.${result}`),
            dayOrMissing('evaluationDecidedOn', decidedOn, 'evaluation.decidedOn'),
          ],
    ),
    fact.count('annualReportCount', annualReports.length),
  ],
}
