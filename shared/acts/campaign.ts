import {
  campaignReturnSchema,
  campaignSchema,
  extensionSchema,
  type Campaign,
  type CampaignOfDossier,
} from '../domain/campaign'
import { calendarDateSchema, type CalendarDate } from '../domain/date'
import { filesTogether, type HandedInFile, type ReportPart, type ReportRecipient } from '../domain/handed-in'
import type { DossierFile } from '../domain/dossier'
import type { DossierId } from '../domain/ids'
import { annualReportSchema, type AnnualReport } from '../domain/pilot'
import { arrivedOn } from '../domain/report-terms'
import { err, ok } from '../lib/result'
import type { Action } from '../records/payloads'
import { dayFaults } from '../workflow/day-order'
import { gapAt, gapOfFault, type Decided, type Gap, type Person } from './act'
import { campaignGaps, startGaps, type AroundCampaign, type CampaignDraft } from './campaign-gaps'
import { openedByCampaign } from './evaluation-course'

/** Saves what a round asks, whom and until when. Gaps: `campaignGaps`. Pure. */
export function saveCampaignAs(campaign: CampaignDraft, around: AroundCampaign): Decided {
  const gaps = (campaign.status === 'running' ? startGaps : campaignGaps)(campaign, around)
  return gaps.length > 0 ? err(gaps) : ok([saved(campaign)])
}

/**
 * From here on its days and recipients hold for everybody in the list (Art. 16 as the office's notice says it). A round
 * of the kind 三年测评 opens the evaluation of each of its `pilots`. Pure.
 */
export function startCampaign(
  campaign: CampaignDraft,
  around: AroundCampaign,
  pilots: readonly DossierFile[] = [],
): Decided {
  const gaps = startGaps(campaign, around)
  if (gaps.length > 0) return err(gaps)
  return ok([saved({ ...campaign, status: 'running' }), ...openedByCampaign(campaign, pilots, around.today)])
}

/** Ends a round: what did not arrive is awaited no more by it; what Art. 16 asks for stays owed (note 23). Pure. */
export const closeCampaign = (campaign: Campaign): Decided =>
  campaign.status === 'running' ? ok([saved({ ...campaign, status: 'closed' })]) : err([gapAt(null, 'not-offered')])

const saved = (campaign: CampaignDraft | Campaign): Action => ({
  type: 'campaign.saved',
  payload: { ...campaignAsSaved(campaign) },
})

/** A campaign as it is put on record: nobody twice, nobody both in and out. @throws ZodError where days are missing */
export function campaignAsSaved(campaign: CampaignDraft | Campaign): Campaign {
  const isIn = new Set<string>(campaign.dossierIds)
  const excluded = campaign.excluded.filter(({ dossierId, reason }) => !isIn.has(dossierId) && reason.trim() !== '')
  const dossierIds = [...new Set(campaign.dossierIds)]
  return campaignSchema.parse({ ...campaign, dossierIds, excluded })
}

/** 延期: one alliance has until a later day. Gaps: no reason, no day, a day that is not later than the notice's. Pure. */
export function grantExtension(
  campaign: Campaign,
  typed: { readonly dossierId: DossierId; readonly to: string | null; readonly reason: string },
  { by, today }: Person & { readonly today: CalendarDate },
): Decided {
  const to = calendarDateSchema.safeParse(typed.to)
  const gaps: Gap[] = [
    ...(typed.reason.trim() === '' ? [gapAt('reason', 'needed')] : []),
    ...(typed.to === null ? [gapAt('to', 'needed')] : to.success ? [] : [gapAt('to', 'need-date')]),
    ...(to.success ? dayFaults({ 'extended-to': to.data }, { 'window-to': campaign.to }, null) : []).map((fault) =>
      gapOfFault(fault, 'to'),
    ),
    ...(to.success && to.data === campaign.to ? [gapAt('to', 'extension-same', { on: campaign.to })] : []),
  ]
  if (gaps.length > 0 || !to.success) return err(gaps)
  const extension = extensionSchema.parse({ to: to.data, reason: typed.reason.trim(), grantedOn: today, by })
  return ok([
    { type: 'campaign-extension.granted', payload: { campaignId: campaign.id, dossierId: typed.dossierId, extension } },
  ])
}

/** What came of one alliance: which parts, as which files, where it arrived on which day. */
export type Arrival = {
  readonly dossierId: DossierId
  readonly name: string
  readonly parts: readonly ReportPart[]
  readonly files: readonly HandedInFile[]
  readonly on: Partial<Readonly<Record<ReportRecipient, CalendarDate>>>
  /** Found missing by a person; null: nothing was said. */
  readonly lacking: string | null
}

/** What is known of the alliance before. */
export type BeforeArrival = {
  readonly annualReports: readonly AnnualReport[]
  readonly campaign: CampaignOfDossier
}

/**
 * Puts what arrived on record, of many alliances together: what was there stays there, a day counts from the last part
 * that came. Gaps: an arrival without part or day, a day to come. Pure.
 */
export function receiveArrivals(
  arrivals: readonly { readonly arrival: Arrival; readonly before: BeforeArrival }[],
  { today }: { readonly today: CalendarDate },
): Decided {
  const gaps = arrivals.flatMap(({ arrival }): readonly Gap[] => {
    const days = Object.values(arrival.on)
    const { name } = arrival
    return [
      ...(arrival.parts.length === 0 && arrival.lacking === null ? [gapAt('parts', 'arrival-no-part', { name })] : []),
      ...(days.length === 0 && arrival.lacking === null ? [gapAt('on', 'arrival-no-day', { name })] : []),
      ...days.flatMap((on) => (on > today ? [gapAt('on', 'arrival-to-come', { name, on })] : [])),
    ]
  })
  if (gaps.length > 0) return err(gaps)
  return ok(arrivals.map(({ arrival, before }) => recordOf(arrival, before)))
}

function recordOf(
  { dossierId, parts, files, on, lacking }: Arrival,
  { annualReports, campaign }: BeforeArrival,
): Action {
  const { year, kind, campaignId } = campaign
  const report = annualReports.findLast((item) => item.year === year)
  const said = kind === 'annual-summary' ? report : (campaign.returned ?? undefined)
  const days = {
    toBusinessOn: later(arrivedOn(said, 'business'), on.business),
    toPolicyOn: later(arrivedOn(said, 'policy'), on.policy),
    toOtherOn: later(arrivedOn(said, 'other'), on.other),
  }
  const together = filesTogether(said?.files ?? [], files)
  if (kind === 'annual-summary') {
    const { toOtherOn, ...twoDays } = days
    return {
      type: 'annual-report.saved',
      payload: {
        dossierId,
        report: annualReportSchema.parse({
          ...(report ?? { year }),
          hasSummary: report?.hasSummary === true || parts.includes('summary'),
          hasPlan: report?.hasPlan === true || parts.includes('plan'),
          ...twoDays,
          ...(toOtherOn !== null && { toOtherOn }),
          ...(together.length > 0 && { files: [...together] }),
        }),
      },
    }
  }
  const before = campaign.returned
  const returned = campaignReturnSchema.parse({
    ...days,
    parts: [...new Set([...(before?.parts ?? []), ...parts])],
    files: [...together],
    lacking: lacking ?? before?.lacking ?? '',
  })
  return { type: 'campaign-return.saved', payload: { campaignId, dossierId, returned } }
}

/** Of two days of one place the later: there it is whole from that day on. */
const later = (before: CalendarDate | null, now: CalendarDate | undefined): CalendarDate | null =>
  now === undefined ? before : before === null || now > before ? now : before
