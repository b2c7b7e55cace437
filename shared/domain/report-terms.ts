import { lastDayOf, type CampaignOfDossier } from './campaign'
import type { CalendarDate } from './date'
import type { ReportRecipient } from './handed-in'
import type { OfficeSettings } from './office'
import type { AnnualReport } from './pilot'
import { annualReportWindow, type AnnualReportWindow } from './pilot-dates'
import type { PilotProceedings } from './proceedings'

/**
 * When a year's report is due, and where: by the office's notice where there is one, else by Art. 16 and the work rule
 * (note 22).
 */
export type ReportTerms = AnnualReportWindow & {
  readonly recipients: readonly ReportRecipient[]
  /** Name of the place that is none of the two divisions. */
  readonly otherRecipient: string
  /** The office's round that sets them; null: none does. */
  readonly campaign: CampaignOfDossier | null
}

/** The round of yearly reports of a year that asks an alliance; of several the last. */
export const reportCampaignOf = (
  { campaigns = [] }: Pick<PilotProceedings, 'campaigns'>,
  year: number,
): CampaignOfDossier | null =>
  campaigns.findLast((item) => item.kind === 'annual-summary' && item.year === year) ?? null

/**
 * Art. 16 with the office's notice: its window and recipients, the alliance's own extension, else what one alliance was
 * told before there were rounds, else the setting and both divisions.
 */
export function reportTermsOf(
  year: number,
  proceedings: Pick<PilotProceedings, 'annualReports' | 'campaigns'>,
  settings: OfficeSettings,
): ReportTerms {
  const campaign = reportCampaignOf(proceedings, year)
  const told = proceedings.annualReports.findLast((item) => item.year === year)?.override ?? null
  const override =
    campaign === null ? told : { from: campaign.from, to: lastDayOf(campaign), noticeNo: campaign.noticeNo }
  return {
    ...annualReportWindow(year, settings, override),
    recipients: campaign?.recipients ?? ['business', 'policy'],
    otherRecipient: campaign?.otherRecipient ?? '',
    campaign,
  }
}

/** The day on which something arrived at a place; null: not yet. */
export const arrivedOn = (
  said: Partial<Pick<AnnualReport, 'toBusinessOn' | 'toPolicyOn' | 'toOtherOn'>> | undefined,
  recipient: ReportRecipient,
): CalendarDate | null => {
  const days = { business: said?.toBusinessOn, policy: said?.toPolicyOn, other: said?.toOtherOn }
  return days[recipient] ?? null
}

/** What of a report has not arrived: its parts, and the places where it is awaited. Both empty: it is there. */
export function missingOfReport(
  report: AnnualReport | undefined,
  { recipients }: Pick<ReportTerms, 'recipients'>,
): { readonly parts: readonly ('summary' | 'plan')[]; readonly recipients: readonly ReportRecipient[] } {
  return {
    parts: [
      ...(report?.hasSummary === true ? [] : (['summary'] as const)),
      ...(report?.hasPlan === true ? [] : (['plan'] as const)),
    ],
    recipients: recipients.filter((recipient) => arrivedOn(report, recipient) === null),
  }
}

/** Arrived is both parts at every place that is asked for (Art. 16, note 22). */
export function hasArrived(report: AnnualReport | undefined, terms: Pick<ReportTerms, 'recipients'>): boolean {
  const { parts, recipients } = missingOfReport(report, terms)
  return parts.length === 0 && recipients.length === 0
}
