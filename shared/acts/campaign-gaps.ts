import { campaignSchema, type Campaign, type CohortQuery } from '../domain/campaign'
import { isAsked, type Candidate } from '../domain/cohort'
import { calendarDateSchema, type CalendarDate } from '../domain/date'
import { dayFaults } from '../workflow/day-order'
import { gapAt, gapOfFault, type Gap } from './act'
import { numberGaps } from './typed-numbers'

/** Somebody left out, whose reason may still be empty. */
type LeftOut = Omit<Campaign['excluded'][number], 'reason'> & { readonly reason: string }

/** A campaign as a form has it: days may still be missing or half typed. */
export type CampaignDraft = Omit<Campaign, 'from' | 'to' | 'issuedOn' | 'excluded' | 'query'> & {
  readonly from: string | null
  readonly to: string | null
  readonly issuedOn: string | null
  readonly query: Omit<CohortQuery, 'fixedBefore'> & { readonly fixedBefore: string | null }
  readonly excluded: readonly LeftOut[]
}

/** The question as far as it is typed: a day that is none yet asks nothing. */
export const queryOf = ({ query }: Pick<CampaignDraft, 'query'>): CohortQuery => ({
  ...query,
  fixedBefore: calendarDateSchema.safeParse(query.fixedBefore).data ?? null,
})

/** The desk around a campaign. */
export type AroundCampaign = {
  readonly candidates: readonly Candidate[]
  readonly others: readonly Campaign[]
  readonly today: CalendarDate
}

/** Everything that keeps a campaign from being saved, by field. Pure. */
export function campaignGaps(campaign: CampaignDraft, around: AroundCampaign): readonly Gap[] {
  return [...numbersGaps(campaign), ...dayGaps(campaign), ...termGaps(campaign), ...cohortGaps(campaign, around)]
}

/** The same, and what only a round that begins must have. */
export function startGaps(campaign: CampaignDraft, around: AroundCampaign): readonly Gap[] {
  const asked = new Set<string>(campaign.dossierIds)
  const twice = around.others
    .filter(
      ({ id, kind, year, status }) =>
        id !== campaign.id && kind === campaign.kind && year === campaign.year && status === 'running',
    )
    .flatMap(({ dossierIds }) => dossierIds.filter((id) => asked.has(id)))
  return [
    ...campaignGaps(campaign, around),
    ...(asked.size === 0 ? [gapAt('dossierIds', 'cohort-empty')] : []),
    ...(twice.length === 0 ? [] : [gapAt('dossierIds', 'campaign-twice', { name: namesOf(twice, around) })]),
  ]
}

function numbersGaps({ year, copies }: CampaignDraft): readonly Gap[] {
  const { shape } = campaignSchema
  return [
    ...(shape.year.safeParse(year).success ? [] : [gapAt('year', 'need-year')]),
    ...(shape.copies.safeParse(copies).success ? [] : [gapAt('copies', 'need-copies')]),
  ]
}

function dayGaps({ from, to, issuedOn, query }: CampaignDraft): readonly Gap[] {
  const typed = { from, to, issuedOn, fixedBefore: query.fixedBefore }
  const missing = (['from', 'to'] as const)
    .filter((field) => typed[field] === null)
    .map((field) => gapAt(field, 'needed'))
  const wrong = Object.entries(typed)
    .filter(([, on]) => on !== null && !calendarDateSchema.safeParse(on).success)
    .map(([field]) => gapAt(field, 'need-date'))
  if (missing.length + wrong.length > 0) return [...missing, ...wrong]
  const day = (on: string | null) => (on === null ? null : calendarDateSchema.parse(on))
  const faults = dayFaults(
    { 'campaign-issued': day(issuedOn), 'window-from': day(from), 'window-to': day(to) },
    {},
    null,
  )
  const fieldOf: Readonly<Record<string, string>> = {
    'campaign-issued': 'issuedOn',
    'window-from': 'from',
    'window-to': 'to',
  }
  return faults.map((fault) => gapOfFault(fault, fieldOf[fault.day] ?? null))
}

function termGaps({ noticeNo, issuedOn, recipients, otherRecipient }: CampaignDraft): readonly Gap[] {
  return [
    ...(recipients.length === 0 ? [gapAt('recipients', 'needed')] : []),
    ...(recipients.includes('other') && otherRecipient.trim() === '' ? [gapAt('otherRecipient', 'needed')] : []),
    ...numberGaps('noticeNo', noticeNo, calendarDateSchema.safeParse(issuedOn).data ?? null),
  ]
}

function cohortGaps(campaign: CampaignDraft, around: AroundCampaign): readonly Gap[] {
  const { dossierIds, excluded } = campaign
  const query = queryOf(campaign)
  const isIn = new Set<string>(dossierIds)
  const left = around.candidates
    .filter((candidate) => isAsked(query, candidate) && !isIn.has(candidate.dossierId))
    .filter(({ dossierId }) => !excluded.some((one) => one.dossierId === dossierId && one.reason.trim() !== ''))
  const known = around.candidates.filter(({ dossierId }) => isIn.has(dossierId))
  const samples = known.filter(({ isSample }) => isSample)
  return [
    ...(left.length === 0
      ? []
      : [
          gapAt('dossierIds', 'cohort-open', {
            count: left.length,
            name: left
              .slice(0, 3)
              .map(({ name }) => name)
              .join('、'),
          }),
        ]),
    ...(samples.length === 0 || samples.length === known.length
      ? []
      : [gapAt('dossierIds', 'sample-among-real', { name: samples.map(({ name }) => name).join('、') })]),
  ]
}

const namesOf = (ids: readonly string[], { candidates }: AroundCampaign): string =>
  [...new Set(ids)].map((id) => candidates.find(({ dossierId }) => dossierId === id)?.name ?? id).join('、')
