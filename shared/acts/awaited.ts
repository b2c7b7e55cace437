import { isAnswered } from '../domain/campaign-standing'
import type { CampaignKind } from '../domain/campaign'
import type { ReportPart, ReportRecipient } from '../domain/handed-in'
import type { Change } from '../domain/change'
import type { Evaluation } from '../domain/pilot'
import { annualReportYearsOf, changesToFile } from '../domain/pilot-dates'
import { evaluationOf, termsOf } from '../domain/pilot-terms'
import { missingOfReport, reportTermsOf } from '../domain/report-terms'
import type { DossierStatus } from '../domain/status'
import { businessOpinions, organisationOpinion } from '../regulation/division-opinions'
import { statusesTaking, takesAction } from '../workflow/status-moves'
import { nextStep, traitsOf } from '../workflow/status-table'
import type { Actor } from '../workflow/next-step'
import type { DossierCase } from './dossier-case'

/** Who owes it: one of the procedure (`actor.<id>`), or a division by its name. */
export type Debtor = { readonly actor: Exclude<Actor, 'nobody'> } | { readonly name: string }

/** One thing that an alliance's page waits for; `what` names the message `awaited.<what>`. */
export type Awaited = { readonly from: Debtor } & (
  | { readonly what: 'step'; readonly status: DossierStatus }
  | { readonly what: 'division-opinion' }
  | { readonly what: 'expert-opinions' | 'panel-opinion'; readonly count: number }
  | {
      readonly what: 'report'
      readonly year: number
      readonly parts: readonly ReportPart[]
      readonly recipients: readonly ReportRecipient[]
    }
  | { readonly what: 'change'; readonly kind: Change['kind'] }
  | { readonly what: 'campaign'; readonly kind: CampaignKind; readonly year: number }
  | { readonly what: 'evaluation' | 'failed-evaluation' | 're-registration' }
)

const alliance: Debtor = { actor: 'alliance' }

/** What is awaited for an alliance to go on, or by the measure and the office's notices, and from whom. Pure. */
export function awaitedOf(dossier: DossierCase): readonly Awaited[] {
  const { status } = dossier
  if (traitsOf(status).isPilot) return [...ofPilot(dossier), ...ofCampaigns(dossier)]
  return [...ofProcedure(dossier), ...ofCampaigns(dossier)]
}

/** What the way to a decision waits for: opinions by name while they are written, else the next step. */
function ofProcedure({ status, facts, standings, file }: DossierCase): readonly Awaited[] {
  if (takesAction(status, 'convene-panel')) {
    const wanted = [...businessOpinions(facts), organisationOpinion(facts)]
    const lacking = wanted.filter(({ opinion, isStale }) => opinion === null || isStale)
    if (lacking.length > 0) {
      return lacking.map(({ divisionName }) => ({ from: { name: divisionName }, what: 'division-opinion' }))
    }
  }
  const { panel, panelOpinion } = file.proceedings
  const { actor } = nextStep(status)
  if (actor === 'nobody') return []
  if (actor === 'panel' && panel !== null && panelOpinion === null) {
    const open = standings.filter(({ newest, isClosed }) => newest === null && !isClosed).length
    return [{ from: { actor }, what: open > 0 ? 'expert-opinions' : 'panel-opinion', count: open }]
  }
  return [{ from: { actor }, what: 'step', status }]
}

/** What a pilot owes: reports from their reminder on (Art. 16), unfiled changes (Art. 18), its evaluation. */
function ofPilot({ status, facts: { proceedings, settings, today } }: DossierCase): readonly Awaited[] {
  const reports = annualReportYearsOf(termsOf(proceedings), settings).flatMap((year): readonly Awaited[] => {
    const terms = reportTermsOf(year, proceedings, settings)
    if (today < terms.remindFrom) return []
    const { parts, recipients } = missingOfReport(
      proceedings.annualReports.findLast((item) => item.year === year),
      terms,
    )
    return parts.length + recipients.length === 0 ? [] : [{ from: alliance, what: 'report', year, parts, recipients }]
  })
  const changes = changesToFile(proceedings)
    .filter(({ filedOn }) => filedOn === null)
    .map(({ kind }) => ({ from: alliance, what: 'change', kind }) as const)
  const term = proceedings.pilotTerm
  const evaluation = term === null ? undefined : evaluationOf(proceedings, term)
  const isUnderEvaluation = evaluation !== undefined && evaluation.decidedOn === null
  const isOver = statusesTaking('evaluate').includes(status) && term !== null && today > term.to
  const isDue = isUnderEvaluation || (isOver && (evaluation?.decidedOn ?? null) === null)
  const next = isDue ? 'evaluation' : nextOfResult(evaluation?.result ?? null)
  return [...reports, ...changes, ...(next === null ? [] : [{ from: { actor: 'policy' }, what: next } as const])]
}

/** Art. 17: what follows an evaluation of the present term. */
function nextOfResult(result: Evaluation['result']) {
  if (result === null) return null
  return result === 'qualified' ? ('re-registration' as const) : ('failed-evaluation' as const)
}

/** What running rounds of the office wait for, beside the reports that a pilot owes by Art. 16. */
function ofCampaigns({ facts: { proceedings, settings } }: DossierCase): readonly Awaited[] {
  const owed = annualReportYearsOf(termsOf(proceedings), settings)
  return (proceedings.campaigns ?? [])
    .filter(({ isClosed, kind, year }) => !isClosed && !(kind === 'annual-summary' && owed.includes(year)))
    .filter((campaign) => !isAnswered(campaign, proceedings))
    .map(({ kind, year }) => ({ from: alliance, what: 'campaign', kind, year }))
}
