import { workDayDeadline, type WorkCalendar } from '../calendar/work-calendar'
import { lastDayOf, type CampaignOfDossier } from '../domain/campaign'
import { addMonths, type CalendarDate } from '../domain/date'
import type { OfficeSettings } from '../domain/office'
import { presentMeasure } from '../domain/measure'
import { annualReportYearsOf, changesToFile } from '../domain/pilot-dates'
import { evaluationOf, termsOf } from '../domain/pilot-terms'
import { isAnswered } from '../domain/campaign-standing'
import { hasArrived, reportTermsOf } from '../domain/report-terms'
import type { PilotProceedings, Proceedings } from '../domain/proceedings'
import type { DossierStatus } from '../domain/status'
import { traitsOf } from './status-table'

/** What a day in the list is about; names the message `deadline.<kind>`. */
export type DeadlineKind = 'change-filing' | 'annual-report' | 'campaign-return' | 'evaluation' | 'term-end'

export type DossierDeadline = {
  readonly kind: DeadlineKind
  readonly day: CalendarDate
  /** 暂定: a year on the way has no calendar yet. */
  readonly provisional: boolean
  readonly overdue: boolean
}

export type DeadlineFacts = {
  readonly proceedings: PilotProceedings
  readonly settings: OfficeSettings
  readonly calendar: WorkCalendar
  readonly today: CalendarDate
}

/**
 * What a list shows of a dossier: every day that was missed, and the next one to come. None that is owed hides another.
 */
export function deadlinesDue(status: DossierStatus, facts: DeadlineFacts): readonly DossierDeadline[] {
  const all = deadlinesOf(status, facts)
  return [...all.filter(({ overdue }) => overdue), ...all.filter(({ overdue }) => !overdue).slice(0, 1)]
}

/**
 * All days that a dossier waits for, the earliest first; none if the regulation sets none. Only a pilot has any: an
 * unfiled change (Art. 18), the reports from their reminder on (Art. 16), the start of the evaluation (Art. 17) and the
 * end of the term (Art. 14). Filing and review have none in the text (note 4). What a running round of the office asks
 * for is due by its notice (work rule).
 */
export const deadlinesOf = (status: DossierStatus, facts: DeadlineFacts): readonly DossierDeadline[] =>
  daysOf(status, facts, false)

/** The same with the reports of years to come, whose reminder is not there yet: for a calendar. */
export const deadlinesAhead = (status: DossierStatus, facts: DeadlineFacts): readonly DossierDeadline[] =>
  daysOf(status, facts, true)

function daysOf(status: DossierStatus, facts: DeadlineFacts, isAhead: boolean): readonly DossierDeadline[] {
  const ofPilot = traitsOf(status).isPilot
    ? [...changeDeadlines(facts), ...reportDeadlines(facts, isAhead), ...termDeadlines(facts)]
    : []
  return [...ofPilot, ...campaignDeadlines(facts)].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** 期满待测评: a pilot whose last day has passed is expired, neither valid nor revoked (note 20). Other statuses stay. */
export const statusOn = (
  status: DossierStatus,
  { pilotTerm }: Pick<Proceedings, 'pilotTerm'>,
  today: CalendarDate,
): DossierStatus => (status === 'piloting' && pilotTerm !== null && today > pilotTerm.to ? 'expired' : status)

const changeDeadlines = ({ proceedings, calendar, today }: DeadlineFacts): readonly DossierDeadline[] =>
  changesToFile(proceedings)
    .filter(({ filedOn }) => filedOn === null)
    .map(({ completedOn }) => {
      const { lastDay, provisional } = workDayDeadline(completedOn, presentMeasure.changeWorkDays, calendar)
      return { kind: 'change-filing', day: lastDay, provisional, overdue: today > lastDay }
    })

function reportDeadlines(
  { proceedings, settings, today }: DeadlineFacts,
  isAhead: boolean,
): readonly DossierDeadline[] {
  const { annualReports } = proceedings
  return annualReportYearsOf(termsOf(proceedings), settings).flatMap((year): readonly DossierDeadline[] => {
    const report = annualReports.findLast((item) => item.year === year)
    const terms = reportTermsOf(year, proceedings, settings)
    if (hasArrived(report, terms) || (!isAhead && today < terms.remindFrom)) return []
    return [{ kind: 'annual-report', day: terms.to, provisional: false, overdue: today > terms.to }]
  })
}

/** What running rounds wait for beside the reports that a pilot owes by Art. 16. */
function campaignDeadlines({ proceedings, settings, today }: DeadlineFacts): readonly DossierDeadline[] {
  const owed = annualReportYearsOf(termsOf(proceedings), settings)
  const isOwed = ({ kind, year }: CampaignOfDossier) => kind === 'annual-summary' && owed.includes(year)
  return (proceedings.campaigns ?? [])
    .filter((campaign) => !campaign.isClosed && !isOwed(campaign) && !isAnswered(campaign, proceedings))
    .map((campaign) => {
      const day = lastDayOf(campaign)
      return { kind: 'campaign-return', day, provisional: false, overdue: today > day }
    })
}

function termDeadlines({ proceedings, settings, today }: DeadlineFacts): readonly DossierDeadline[] {
  const { pilotTerm: term } = proceedings
  if (term === null) return []
  const { decidedOn = null, openedOn = null } = evaluationOf(proceedings, term) ?? {}
  const opened = decidedOn !== null || openedOn !== null
  const opensOn = addMonths(term.to, -settings.interpretation.evaluationLeadMonths)
  return [
    { kind: 'term-end', day: term.to, provisional: false, overdue: today > term.to },
    ...(opened ? [] : [{ kind: 'evaluation', day: opensOn, provisional: false, overdue: today > opensOn } as const]),
  ]
}
