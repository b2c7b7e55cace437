import { lastDayOf, partsAsked, type CampaignOfDossier } from './campaign'
import type { CalendarDate } from './date'
import type { ReportPart, ReportRecipient } from './handed-in'
import type { AnnualReport } from './pilot'
import { arrivedOn, missingOfReport } from './report-terms'

type Answers = { readonly annualReports: readonly AnnualReport[] }

/** Where the answer of one alliance stands on the board of a campaign. */
export type CampaignStanding = {
  /** `absent`: nothing arrived and the last day is over; `awaited`: nothing arrived, still in time. */
  readonly kind: 'in' | 'late' | 'incomplete' | 'absent' | 'awaited'
  readonly lastDay: CalendarDate
  readonly isExtended: boolean
  readonly missingParts: readonly ReportPart[]
  readonly missingRecipients: readonly ReportRecipient[]
  /** What a person found missing. */
  readonly lacking: string
  /** The day on which the last of it arrived; null while nothing did. */
  readonly arrivedOn: CalendarDate | null
}

/**
 * 台账: in (in time), late, incomplete, absent or still awaited. Being late is a fact and nothing more (note 23). An
 * answer counts as in when all parts arrived at every place that the notice names.
 */
export function standingOf(campaign: CampaignOfDossier, answers: Answers, today: CalendarDate): CampaignStanding {
  const lastDay = lastDayOf(campaign)
  const report = answers.annualReports.findLast(({ year }) => year === campaign.year)
  const isReport = campaign.kind === 'annual-summary'
  const said = isReport ? report : (campaign.returned ?? undefined)
  const files = (isReport ? report?.files : campaign.returned?.files) ?? []
  const missingParts = isReport
    ? missingOfReport(report, campaign).parts
    : partsAsked[campaign.kind].filter((part) => campaign.returned?.parts.includes(part) !== true)
  const missingRecipients = campaign.recipients.filter((recipient) => arrivedOn(said, recipient) === null)
  const days = campaign.recipients.flatMap((recipient) => arrivedOn(said, recipient) ?? []).toSorted()
  const lacking = isReport ? '' : (campaign.returned?.lacking ?? '')
  const isWhole = missingParts.length === 0 && missingRecipients.length === 0 && lacking === ''
  const hasAnything =
    days.length > 0 ||
    files.length > 0 ||
    (isReport ? report?.hasSummary === true || report?.hasPlan === true : (campaign.returned?.parts.length ?? 0) > 0)
  const last = days.at(-1) ?? null
  const kind = isWhole
    ? last !== null && last > lastDay
      ? 'late'
      : 'in'
    : hasAnything
      ? 'incomplete'
      : today > lastDay
        ? 'absent'
        : 'awaited'
  return {
    kind,
    lastDay,
    isExtended: campaign.extension !== null,
    missingParts,
    missingRecipients,
    lacking,
    arrivedOn: last,
  }
}

/** Everything that was asked for is there, in time or not. */
export function isAnswered(campaign: CampaignOfDossier, answers: Answers): boolean {
  const { kind } = standingOf(campaign, answers, campaign.to)
  return kind === 'in' || kind === 'late'
}
