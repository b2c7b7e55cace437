import type { CalendarDate } from '../../../domain/date'
import type { AnnualReport } from '../../../domain/pilot'
import { annualReportWindow, annualReportYearsOf } from '../../../domain/pilot-dates'
import { termsOf } from '../../../domain/pilot-terms'
import { contrary, fact, hint, missing, type Evidence } from '../../evidence'
import type { AutomaticRule, Facts } from '../../rule'

type YearFinding = { readonly standing: 'in-order' | 'pending' | 'lacking'; readonly evidence: readonly Evidence[] }

/**
 * Art. 16: 试点联盟须于每年12月中旬将本年度工作总结和下年度工作计划分别报省科技厅相关业务处和政策法规处.
 * Both parts to both divisions by the end of the window, for every year that the pilot owes (note 22). Lateness is a fact and never a
 * revocation (note 23). A report before the window opens is in time. Nothing due yet is not applicable.
 */
export const annualReports: AutomaticRule = {
  id: 'R16-1',
  kind: 'automatic',
  source: { kind: 'statute', clause: '16' },
  stage: 'pilot',
  consequence: 'late-mark',
  criterionIds: [],
  check: (facts) => {
    const { revocation } = facts.proceedings
    const findings = annualReportYearsOf(termsOf(facts.proceedings), facts.settings)
      .map((year) => ({ year, report: facts.proceedings.annualReports.findLast((item) => item.year === year) }))
      .map(({ year, report }) => ({ year, report, window: windowOf(year, report, facts) }))
      .filter(({ window }) => window.remindFrom <= facts.today)
      .filter(({ window }) => revocation === null || revocation.decidedOn > window.to)
      .map(({ year, report, window }) => yearFinding(year, report, window.to, facts.today))
    const due = findings.filter(({ standing }) => standing !== 'pending')
    const verdict =
      due.length === 0 ? 'not-applicable' : due.every(({ standing }) => standing === 'in-order') ? 'met' : 'not-met'
    return { verdict, evidence: findings.flatMap(({ evidence }) => evidence) }
  },
}

const windowOf = (year: number, report: AnnualReport | undefined, { settings }: Facts) =>
  annualReportWindow(year, settings, report?.override ?? null)

function yearFinding(
  year: number,
  report: AnnualReport | undefined,
  lastDay: CalendarDate,
  today: CalendarDate,
): YearFinding {
  const head = [fact.count('reportYear', year), fact.day('reportLastDay', lastDay)]
  const gaps = [
    ...(report?.hasSummary === true ? [] : [missing('report.summary')]),
    ...(report?.hasPlan === true ? [] : [missing('report.plan')]),
  ]
  const arrivals = [
    { on: report?.toBusinessOn ?? null, key: 'reportToBusinessOn', code: 'report.toBusiness' },
    { on: report?.toPolicyOn ?? null, key: 'reportToPolicyOn', code: 'report.toPolicy' },
  ] as const
  const evidence = [
    ...head,
    ...gaps,
    ...arrivals.map(({ on, key, code }) =>
      on === null ? missing(code) : (on > lastDay ? contrary : fact).day(key, on),
    ),
  ]
  if (evidence.every((item) => item.level === 'fact')) return { standing: 'in-order', evidence }
  const stillOpen = today <= lastDay
  return stillOpen
    ? { standing: 'pending', evidence: [...evidence, hint.flag('reportStillOpen', true)] }
    : { standing: 'lacking', evidence }
}
