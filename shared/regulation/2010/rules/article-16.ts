import type { AnnualReport } from '../../../domain/pilot'
import { annualReportYearsOf } from '../../../domain/pilot-dates'
import { termsOf } from '../../../domain/pilot-terms'
import { arrivedOn, missingOfReport, reportTermsOf, type ReportTerms } from '../../../domain/report-terms'
import { contrary, fact, hint, missing, type Evidence } from '../../evidence'
import type { AutomaticRule, Facts } from '../../rule'

type YearFinding = { readonly standing: 'in-order' | 'pending' | 'lacking'; readonly evidence: readonly Evidence[] }

/**
 * Art. 16: 试点联盟须于每年12月中旬将本年度工作总结和下年度工作计划分别报省科技厅相关业务处和政策法规处. Both parts to both divisions by the end of the window, for
 * every year that the pilot owes (note 22); where the office's notice of that year names other days or places, or
 * grants an extension, by that. Lateness is a fact and never a revocation (note 23). A report before the window opens
 * is in time. Nothing due yet is not applicable.
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
      .map(({ year, report }) => ({ year, report, terms: reportTermsOf(year, facts.proceedings, facts.settings) }))
      .filter(({ terms }) => terms.remindFrom <= facts.today)
      .filter(({ terms }) => revocation === null || revocation.decidedOn > terms.to)
      .map(({ year, report, terms }) => yearFinding(year, report, terms, facts))
    const due = findings.filter(({ standing }) => standing !== 'pending')
    const verdict =
      due.length === 0 ? 'not-applicable' : due.every(({ standing }) => standing === 'in-order') ? 'met' : 'not-met'
    return { verdict, evidence: findings.flatMap(({ evidence }) => evidence) }
  },
}

const arrivals = {
  business: { key: 'reportToBusinessOn', code: 'report.toBusiness' },
  policy: { key: 'reportToPolicyOn', code: 'report.toPolicy' },
  other: { key: 'reportToOtherOn', code: 'report.toOther' },
} as const

function yearFinding(
  year: number,
  report: AnnualReport | undefined,
  terms: ReportTerms,
  { today }: Pick<Facts, 'today'>,
): YearFinding {
  const lastDay = terms.to
  const evidence = [
    fact.count('reportYear', year),
    fact.day('reportLastDay', lastDay),
    ...missingOfReport(report, terms).parts.map((part) => missing(`report.${part}`)),
    ...terms.recipients.map((recipient) => {
      const on = arrivedOn(report, recipient)
      const { key, code } = arrivals[recipient]
      return on === null ? missing(code) : (on > lastDay ? contrary : fact).day(key, on)
    }),
  ]
  if (evidence.every((item) => item.level === 'fact')) return { standing: 'in-order', evidence }
  const stillOpen = today <= lastDay
  return stillOpen
    ? { standing: 'pending', evidence: [...evidence, hint.flag('reportStillOpen', true)] }
    : { standing: 'lacking', evidence }
}
